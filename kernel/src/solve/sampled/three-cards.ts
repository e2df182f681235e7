// How often two hands would meet if those that share three cards could: what a sweep by cards and pairs gets wrong.

import { choose } from '../../equity/cards.ts';
import type { Game } from '../game.ts';

const DECK = 64;
const TRIPLES = [
  [0, 1, 2],
  [0, 1, 3],
  [0, 2, 3],
  [1, 2, 3],
] as const;

/** Weight of the pairs of four-card hands that share exactly three cards, as a part of all pairs. */
export function shareOfThree({ hands, start }: Pick<Game, 'hands' | 'start'>): number {
  const sums = new Float64Array(choose(DECK, 3));
  const twins = new Map<string, number>();
  const totals = [0, 0];
  let shared = 0;
  for (const [player, { cards, weights }] of hands.entries()) {
    weights.forEach((weight, i) => {
      const hand = cards.subarray(i * 4, i * 4 + 4);
      if (!(weight > 0) || hand.some((card) => (start.gone >> BigInt(card)) & 1n)) return;
      totals[player]! += weight;
      if (player === 0) twins.set(hand.join(), weight);
      // Four triples of the very same hand are none of one that shares three.
      else shared -= 4 * weight * (twins.get(hand.join()) ?? 0);
      for (const [a, b, c] of TRIPLES) {
        const at = choose(hand[c]!, 3) + choose(hand[b]!, 2) + hand[a]!;
        if (player === 0) sums[at]! += weight;
        else shared += weight * sums[at]!;
      }
    });
  }
  return shared / (totals[0]! * totals[1]!);
}
