/** Which combos of a range can still be held once certain cards are gone; a file stores nothing of the others. */
import type { SolveRange } from '@ploscope/kernel';
import type { Card } from '../../cards.ts';

/** Places in the range, ascending. */
export const liveCombos = ({ cards }: SolveRange, handSize: number, gone: Iterable<Card>): Uint32Array => {
  const isGone = new Uint8Array(64);
  for (const card of gone) isGone[card] = 1;
  const live = new Uint32Array(cards.length / handSize);
  let count = 0;
  for (let combo = 0; combo < live.length; combo++) {
    let held = 0;
    for (let i = combo * handSize; i < (combo + 1) * handSize; i++) held += isGone[cards[i]!]!;
    if (held === 0) live[count++] = combo;
  }
  return live.subarray(0, count);
};
