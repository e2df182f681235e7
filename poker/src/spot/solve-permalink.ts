/**
 * A spot to be solved in the fragment of a link, field by field:
 * `board=Ks9d4c2h7s&pot=60&stack=540&oop=AA$ds&oop.bets.river=50%25,pot&ip=*&game=plo4&spot=1`.
 *
 * What has its default is left out. A lock is JSON, as in the document. The version stands last, as in `permalink.ts`.
 */
import type { Result } from '../result.ts';
import { STREETS } from '../solve/streets.ts';
import { type FragmentPair, formatFragment, parseFragment } from './fragment.ts';
import { parseSolveSpot } from './parse-solve-spot.ts';
import type { SolveSpot, StreetSizes } from './solve-spot.ts';
import { SPOT_VERSION, type SpotError } from './spot.ts';

const VERSION = SPOT_VERSION.slice('spot/'.length);
const LISTS = ['oop.bets', 'oop.raises', 'oop.donks', 'ip.bets', 'ip.raises'] as const;
/** Numbers of the document, each with its default. */
const NUMBERS = { addAllIn: 0, forceAllIn: 0, merge: 0, maxRaises: null, minBet: 1 } as const;
const ONCE = [
  ...['board', 'board2', 'dead', 'pot', 'stack', 'rate', 'cap', 'oop', 'ip', 'game', 'spot'],
  ...LISTS.flatMap((list) => STREETS.map((street) => `${list}.${street}`)),
  ...Object.keys(NUMBERS),
];

/** The fragment, without its `#`. */
export const formatSolvePermalink = (spot: SolveSpot): string => {
  const pairs: FragmentPair[] = [['board', spot.board]];
  if (spot.board2 !== null) pairs.push(['board2', spot.board2]);
  if (spot.dead !== '') pairs.push(['dead', spot.dead]);
  pairs.push(['pot', `${spot.pot}`], ['stack', `${spot.stack}`]);
  if (spot.rake.rate !== 0) pairs.push(['rate', `${spot.rake.rate}`]);
  if (spot.rake.cap !== null) pairs.push(['cap', `${spot.rake.cap}`]);
  pairs.push(
    ['oop', spot.oop.range],
    ...sizePairs('oop.bets', spot.oop.bets),
    ...sizePairs('oop.raises', spot.oop.raises),
  );
  pairs.push(...sizePairs('oop.donks', spot.oop.donks));
  pairs.push(['ip', spot.ip.range], ...sizePairs('ip.bets', spot.ip.bets), ...sizePairs('ip.raises', spot.ip.raises));
  for (const name of ['addAllIn', 'forceAllIn', 'merge', 'maxRaises', 'minBet'] as const) {
    if (spot[name] !== NUMBERS[name]) pairs.push([name, `${spot[name]}`]);
  }
  for (const lock of spot.locks) pairs.push(['lock', JSON.stringify(lock)]);
  pairs.push(['game', spot.game], ['spot', VERSION]);
  return formatFragment(pairs);
};

const sizePairs = (list: string, sizes: StreetSizes): FragmentPair[] =>
  STREETS.flatMap((street): FragmentPair[] => {
    const texts = sizes[street];
    return texts === undefined ? [] : [[`${list}.${street}`, texts.join(',')]];
  });

/** Is this the link of a spot to be solved? */
export const isSolvePermalink = (fragment: string): boolean => /(?:^#?|&)(?:oop|ip)=/.test(fragment);

/** Reads a fragment, with or without its `#`. Codes: `link`, `unknown-field`, and those of `parseSolveSpot`. */
export const parseSolvePermalink = (fragment: string): Result<SolveSpot, SpotError> => {
  const pairs = parseFragment(fragment, ONCE, ['lock']);
  if (!pairs.ok) return pairs;
  const texts = new Map(pairs.value);
  const side = (name: 'oop' | 'ip'): object => ({
    range: texts.get(name),
    ...Object.fromEntries(
      LISTS.filter((list) => list.startsWith(`${name}.`)).map((list) => [
        list.slice(name.length + 1),
        sizesOf(texts, list),
      ]),
    ),
  });
  return parseSolveSpot({
    ploscope: `spot/${texts.get('spot') ?? VERSION}`,
    game: texts.get('game'),
    board: texts.get('board'),
    board2: texts.get('board2'),
    dead: texts.get('dead'),
    pot: numberOf(texts.get('pot')),
    stack: numberOf(texts.get('stack')),
    rake: { rate: numberOf(texts.get('rate')), cap: numberOf(texts.get('cap')) },
    oop: side('oop'),
    ip: side('ip'),
    ...Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, numberOf(texts.get(name))])),
    locks: pairs.value.filter(([key]) => key === 'lock').map(([, text]) => documentOf(text)),
  });
};

const sizesOf = (texts: ReadonlyMap<string, string>, list: string): object => {
  const sizes: Record<string, readonly string[]> = {};
  for (const street of STREETS) {
    const text = texts.get(`${list}.${street}`);
    if (text !== undefined) sizes[street] = text === '' ? [] : text.split(',');
  }
  return sizes;
};

/** A text that is no number stays one, for the form to refuse. */
const numberOf = (text: string | undefined): unknown =>
  text !== undefined && /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/.test(text) ? Number(text) : text;

/** A text that is no JSON stays one, for the form to refuse. */
const documentOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
