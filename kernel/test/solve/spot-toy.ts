// A spot of poker as the naive recursion takes it, and the strategies a solve leaves as it takes those.

import { cardsDealt } from '../../src/solve/dealt.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import { type NodeShares, PARTS, type SolvedDeal } from '../../src/solve/result.ts';
import { naiveStrength } from '../naive.ts';
import { combosOf } from './spots.ts';
import type { Strategy } from './strategies.ts';
import type { ToyGame } from './toy-game.ts';

/** Hands keep their places; those that a board rules out weigh nothing. */
export function toyOf(job: SolveJob): ToyGame {
  const gone = job.boards.flatMap((board) => [...board]);
  const hands = [combosOf(job, 0), combosOf(job, 1)] as const;
  const weights = ([0, 1] as const).map((player) =>
    hands[player].map((hand, i) => {
      if (hand.some((card) => gone.includes(card))) return 0;
      return (job.players[player].weights?.[i] ?? 100) / 100;
    }),
  ) as [number[], number[]];
  const strength = (number: number) => (hand: readonly number[], dealt: readonly number[]) => {
    const cards = dealt.map(cardsDealt);
    const dead = [...gone, ...cards.flat()];
    if (hand.some((card) => dead.includes(card))) return 0;
    return naiveStrength(hand, [...job.boards[number]!, ...cards.map((own) => own[number]!)]);
  };
  return {
    handSize: hands[0][0]!.length,
    deck: Array.from({ length: 52 }, (_, card) => card).filter((card) => !gone.includes(card)),
    hands,
    weights,
    forests: job.streets,
    deals: job.streets.length - 1,
    pot: job.pot,
    strength: strength(0),
    ...(job.boards.length > 1 ? { boards: strength(1), paired: true } : {}),
  };
}

/** Where a hand of a deal is found among the stored deals, when not under its own cards. */
export type Lookup = (
  player: 0 | 1,
  dealt: readonly number[],
  hand: number,
) => { readonly dealt: readonly number[]; readonly hand: number };

/** Play as it is stored. */
export function storedStrategy(
  job: SolveJob,
  deals: readonly SolvedDeal[],
  lookup: Lookup = (_, dealt, hand) => ({ dealt, hand }),
): Strategy {
  const known = new Map(deals.map((deal) => [deal.dealt.join(), new Map(deal.nodes.map((n) => [n.node, n.parts]))]));
  // One deal is asked of many times in a row.
  let last: readonly number[] | null = null;
  let nodes = new Map<number, NodeShares['parts']>();
  return (player, depth, node, dealt, hand) => {
    const at = lookup(player, dealt, hand);
    if (at.dealt !== last) {
      nodes = known.get(at.dealt.join())!;
      last = at.dealt;
    }
    const parts = nodes.get(node)!;
    const actions = job.streets[depth]!.counts[node]!;
    return Array.from({ length: actions }, (_, a) => parts[(a * parts.length) / actions + at.hand]! / PARTS);
  };
}
