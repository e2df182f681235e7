/**
 * A range after a street was solved: the combos that come to the next card as the solve plays, weighed by how often.
 *
 * Weights are whole percents of the most frequent combo, as the solver takes them; what comes less than half of one
 * percent as often is left out. The player's own hand stays in at the least weight, however seldom the solve would bring
 * it: it was there.
 */
import type { SolveRange } from '@ploscope/kernel';
import type { Card } from '../cards.ts';

/** `reach` is of the range's combos, in their order; NaN counts for none. Null where nothing is left. */
export const narrowedRange = (
  { cards }: SolveRange,
  reach: Float32Array,
  dealt: readonly Card[],
  own: readonly Card[] | null,
): SolveRange | null => {
  const size = reach.length === 0 ? 0 : cards.length / reach.length;
  const most = reach.reduce((highest, value) => (value > highest ? value : highest), 0);
  const kept: number[] = [];
  const weights: number[] = [];
  for (const [at, value] of reach.entries()) {
    const combo = cards.subarray(at * size, (at + 1) * size);
    if (combo.some((card) => dealt.includes(card))) continue;
    const isOwn = own?.every((card) => combo.includes(card)) === true;
    const weight = most > 0 && value > 0 ? Math.round((100 * value) / most) : 0;
    if (weight < 1 && !isOwn) continue;
    kept.push(...combo);
    weights.push(Math.max(1, weight));
  }
  return weights.length === 0 ? null : { cards: Uint8Array.from(kept), weights: Uint8Array.from(weights) };
};
