/** The bet tree of a preset in a few words: sizes by street, and what limits them. */
import { type SolveSpot, STREETS, type Street } from '@ploscope/poker';
import { saySolve } from '../text/en-solve.ts';

type Sizes = SolveSpot['oop']['bets'];

/** `bets pot on flop and turn, 50% and pot on river · raises pot · one raise a street`. Both players have the same lists. */
export function formatTree({ oop, maxRaises, addAllIn }: SolveSpot): string {
  const text = saySolve.tree;
  const played = streetsOf(oop.bets);
  return [
    text.bets(bySizes(oop.bets, played)),
    text.raises(bySizes(oop.raises, played)),
    ...(maxRaises === null ? [] : [text.maxRaises(maxRaises)]),
    ...(addAllIn > 0 ? [text.addAllIn(addAllIn)] : []),
    ...(STREETS.some((street) => oop.donks[street]?.length === 0) ? [text.noDonks] : []),
  ].join(' · ');
}

function streetsOf(sizes: Sizes): readonly Street[] {
  return STREETS.filter((street) => (sizes[street] ?? []).length > 0);
}

/** Streets that have the same sizes are told together; what holds on all of them needs no street. */
function bySizes(sizes: Sizes, played: readonly Street[]): string {
  const lists = new Map<string, Street[]>();
  for (const street of streetsOf(sizes)) {
    const written = saySolve.tree.sizes(sizes[street] ?? []);
    lists.set(written, [...(lists.get(written) ?? []), street]);
  }
  if (lists.size === 0) return saySolve.tree.none;
  return [...lists]
    .map(([written, streets]) => (streets.length === played.length ? written : saySolve.tree.on(written, streets)))
    .join(', ');
}
