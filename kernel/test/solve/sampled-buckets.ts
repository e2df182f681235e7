// Buckets of a run-out as lists of hands, and what is known of hands by plain counting.

import type { SolveJob } from '../../src/solve/job.ts';
import type { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import { naiveStrength } from '../naive.ts';
import { dealFinder, standFinder } from './sampled-deals.ts';
import type { Player } from './sampled-tables.ts';
import { combosOf } from './spots.ts';

export interface KnownHand {
  readonly hand: number;
  readonly cards: readonly number[];
  /** −1 where a card of the hand is on the board. */
  readonly strength: number;
  /** −1 for none. */
  readonly bucket: number;
  readonly weight: number;
}

/** Hands of both players on the board after some cards, each with its bucket. */
export function handsAfter(
  job: SolveJob,
  local: LocalSampled,
  dealt: readonly number[],
): readonly [KnownHand[], KnownHand[]] {
  const board = [...job.boards[0]!, ...dealt];
  const found = dealFinder(local)(dealt);
  const standsOf = standFinder(local);
  return ([0, 1] as const).map((player: Player) => {
    const buckets = standsOf(found, player);
    return combosOf(job, player).map((cards, hand): KnownHand => {
      const gone = cards.some((card) => board.includes(card));
      return {
        hand,
        cards,
        strength: gone ? -1 : naiveStrength(cards, board),
        bucket: buckets[hand]!,
        weight: local.common.game.hands[player].weights[hand]!,
      };
    });
  }) as unknown as readonly [KnownHand[], KnownHand[]];
}

/** Hands by a number that each has, in the order of those numbers. */
export function groupBy<T>(items: readonly T[], of: (item: T) => number): T[][] {
  const groups = new Map<number, T[]>();
  for (const item of items) groups.set(of(item), [...(groups.get(of(item)) ?? []), item]);
  return [...groups.entries()].sort(([a], [b]) => a - b).map(([, group]) => group);
}

/** How much of the best 15 % and of the middling 35 % below the top half's edge a hand leaves, as shares of all it leaves. */
export function featuresOf(
  own: readonly KnownHand[],
  theirs: readonly KnownHand[],
): { best: number; middling: number }[] {
  // Hands of one strength come in the order of the range.
  const live = theirs
    .filter(({ strength }) => strength >= 0)
    .sort((a, b) => a.strength - b.strength || a.hand - b.hand);
  const all = live.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  const ranked = live.map((hand) => {
    const rank = below / all;
    below += hand.weight;
    return { ...hand, rank };
  });
  return own.map(({ cards }) => {
    const met = ranked.filter((other) => !other.cards.some((card) => cards.includes(card)));
    const weightOf = (from: number, to: number): number =>
      met.reduce((sum, { rank, weight }) => (rank >= from && rank < to ? sum + weight : sum), 0);
    const whole = weightOf(0, 2);
    return { best: weightOf(0.85, 2) / whole, middling: weightOf(0.5, 0.85) / whole };
  });
}
