/**
 * A spot in the fragment of a link: `hand=AsAhKsKh&hand=9d8d7c6c&board=Ks9d4c&game=plo4&spot=1`.
 *
 * Written to be read by people too: what a fragment may hold stays as it is, so ranges look like ranges. The version
 * stands last, so that a link never ends in a sign that chat programs drop. The whole spot is in the link; nothing is
 * looked up.
 */
import { fail, type Result, type Said, textError } from '../result.ts';
import { say } from '../text/en.ts';
import { nearest } from './nearest.ts';
import { parseSpot } from './parse-spot.ts';
import { SPOT_VERSION, type Spot, type SpotError } from './spot.ts';

const KEYS = ['hand', 'board', 'board2', 'dead', 'game', 'spot'];
const VERSION = SPOT_VERSION.slice('spot/'.length);
const MAX_LENGTH = 200_000;

/** The fragment, without its `#`. */
export const formatPermalink = (spot: Spot): string => {
  const pairs = spot.hands.map((hand) => `hand=${encode(hand)}`);
  if (spot.board !== '') pairs.push(`board=${encode(spot.board)}`);
  if (spot.board2 !== null) pairs.push(`board2=${encode(spot.board2)}`);
  if (spot.dead !== '') pairs.push(`dead=${encode(spot.dead)}`);
  pairs.push(`game=${spot.game}`, `spot=${VERSION}`);
  return pairs.join('&');
};

/** Reads a fragment, with or without its `#`. Codes: `link`, `unknown-field`, and those of `parseSpot`. */
export const parsePermalink = (fragment: string): Result<Spot, SpotError> => {
  if (fragment.length > MAX_LENGTH) return problem('', say.tooLong(MAX_LENGTH));
  const body = fragment.replace(/^#/, '');
  if (body === '') return problem('', say.emptyLink());
  const fields: Record<string, unknown> = {};
  const hands: string[] = [];
  for (const pair of body.split('&')) {
    const split = pair.indexOf('=');
    const key = split < 0 ? pair : pair.slice(0, split);
    if (!KEYS.includes(key)) return problem(key, say.unknownField(key, nearest(key, KEYS)));
    const value = decode(pair.slice(key.length + 1));
    if (split < 0 || value === null) return problem(key, say.linkValue(key));
    if (key === 'hand') hands.push(value);
    else if (Object.hasOwn(fields, key)) return problem(key, say.linkTwice(key));
    else fields[key] = value;
  }
  const { spot = VERSION, ...rest } = fields;
  return parseSpot({ ...rest, ploscope: `spot/${spot}`, hands });
};

const problem = (field: string, said: Said): Result<Spot, SpotError> => fail({ ...textError(said, 0, 0), field });

/** Everything that a fragment may hold as it is, our own separators apart. */
const PLAIN = /[^A-Za-z0-9\-._~!$'()*,;:@/?+]/gu;

const encode = (text: string): string =>
  text.replace(PLAIN, (letter) =>
    letter.length === 1 && /[\ud800-\udfff]/.test(letter) ? '%EF%BF%BD' : encodeURIComponent(letter),
  );

/** Null when a percent sign is not an escape. */
const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};
