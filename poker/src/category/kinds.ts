/**
 * The three ways in which the category tree sorts hands.
 *
 * Pairs: how often each rank is there. Suits: how many cards each suit has. Connection: how many different ranks fit in
 * one straight, five ranks in a row with the ace at either end; it is what a hand can flop around.
 */
import { hasSuitShape } from '../range/shapes.ts';
import { say } from '../text/en.ts';

export interface Kind {
  readonly key: string;
  readonly label: string;
}

/** Pairedness of a composition, such as [1, 2, 1]. */
export const pairKind = (parts: readonly number[]): Kind => {
  const shape = [...parts].sort((a, b) => b - a);
  const paired = shape.filter((part) => part > 1).join('-');
  return { key: paired === '' ? 'no-pair' : `pairs-${paired}`, label: say.pairKind(paired) };
};

/** Suitedness by packed suit counts. */
export const suitKind = (suitCounts: number): Kind => {
  const counts = [0, 3, 6, 9].map((shift) => (suitCounts >> shift) & 7).filter((count) => count > 0);
  const shape = counts.sort((a, b) => b - a).join('-');
  const name = (['o', 'ss', 'ds', 'ts'] as const).find((macro) => hasSuitShape(macro, suitCounts)) ?? null;
  return { key: `suits-${shape}`, label: say.suitKind(shape, name) };
};

/** Packed suit counts with the counts sorted, so that suits by name do not matter. */
export const SORTED_COUNTS = Uint16Array.from({ length: 4096 }, (_, packed) =>
  [0, 3, 6, 9]
    .map((shift) => (packed >> shift) & 7)
    .sort((a, b) => b - a)
    .reduce((sorted, count, at) => sorted | (count << (3 * at)), 0),
);

/** Five ranks in a row, the wheel included. */
const STRAIGHTS = [0x100f, ...Array.from({ length: 9 }, (_, low) => 0b11111 << low)];

/** Ranks of the hand, as many as there are, that fit in one straight: 1…5. */
export const connection = (ranks: Uint8Array): number => {
  let set = 0;
  for (const rank of ranks) set |= 1 << rank;
  let most = 0;
  for (const straight of STRAIGHTS) {
    let count = 0;
    for (let rest = set & straight; rest !== 0; rest &= rest - 1) count += 1;
    most = Math.max(most, count);
  }
  return most;
};

export const connectionKind = (ranks: number): Kind => ({ key: `straight-${ranks}`, label: say.connectionKind(ranks) });
