/**
 * A spot in the fragment of a link: `hand=AsAhKsKh&hand=9d8d7c6c&board=Ks9d4c&game=plo4&spot=1`.
 *
 * The version stands last, so that a link never ends in a sign that chat programs drop. The whole spot is in the link;
 * nothing is looked up.
 */
import type { Result } from '../result.ts';
import { type FragmentPair, formatFragment, parseFragment } from './fragment.ts';
import { parseSpot } from './parse-spot.ts';
import { SPOT_VERSION, type Spot, type SpotError } from './spot.ts';

const ONCE = ['board', 'board2', 'dead', 'game', 'spot'];
const MANY = ['hand'];
const VERSION = SPOT_VERSION.slice('spot/'.length);

/** The fragment, without its `#`. */
export const formatPermalink = (spot: Spot): string => {
  const pairs: FragmentPair[] = spot.hands.map((hand) => ['hand', hand]);
  if (spot.board !== '') pairs.push(['board', spot.board]);
  if (spot.board2 !== null) pairs.push(['board2', spot.board2]);
  if (spot.dead !== '') pairs.push(['dead', spot.dead]);
  pairs.push(['game', spot.game], ['spot', VERSION]);
  return formatFragment(pairs);
};

/** Reads a fragment, with or without its `#`. Codes: `link`, `unknown-field`, and those of `parseSpot`. */
export const parsePermalink = (fragment: string): Result<Spot, SpotError> => {
  const pairs = parseFragment(fragment, ONCE, MANY);
  if (!pairs.ok) return pairs;
  const hands = pairs.value.filter(([key]) => key === 'hand').map(([, hand]) => hand);
  const { spot = VERSION, ...fields } = Object.fromEntries(pairs.value.filter(([key]) => key !== 'hand'));
  return parseSpot({ ...fields, ploscope: `spot/${spot}`, hands });
};
