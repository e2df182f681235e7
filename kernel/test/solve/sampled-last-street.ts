// One run-out of a visit, plainly: averages of one player, regrets of the other, each bucket by what its hands bring.

import { FOLD, type Forest } from '../../src/solve/forest.ts';
import { naiveStrength } from '../naive.ts';
import { type BothPacks, eachAct, foldWorth, holdsOne, meets } from './sampled-pack.ts';
import type { Kept, PlainTable } from './sampled-plain-table.ts';
import { type ByNode, entriesOf, reachDown, type SharesOf, worthUp } from './sampled-street.ts';
import type { Player, TablesAt } from './sampled-tables.ts';

/** Part of its weight that a hand counts with at least. */
const LEAST_OWN = 0.02;

export interface Pair {
  readonly regrets: PlainTable;
  readonly averages: PlainTable;
  readonly at: TablesAt;
  readonly forest: Forest;
  readonly player: Player;
}

export interface LastStreet {
  /** Full boards, each for its part of the pot. */
  readonly boards: readonly (readonly number[])[];
  /** Cards that were dealt. */
  readonly dealt: readonly number[];
  readonly pairs: readonly [Pair, Pair];
  /** By player and hand of the game. */
  readonly buckets: readonly [Int32Array, Int32Array];
  readonly hands: BothPacks;
  readonly hero: Player;
  /** Reach of the opponent and of the hero by exit of the street above. */
  readonly theirs: ByNode;
  readonly own: ByNode;
  readonly keptOpp: Kept;
  readonly keptHero: Kept;
}

/** What the hero's hands are worth, by entry. */
export function playLastStreet(street: LastStreet): ByNode {
  const { boards, dealt, pairs, buckets, hands, hero, theirs, own, keptOpp, keptHero } = street;
  const opp = hero === 0 ? 1 : 0;
  const { forest } = pairs[0];
  const entries = entriesOf(forest);
  const gone = hands.map((pack) => pack.map((hand) => holdsOne(hand, dealt)));
  const strengths = boards.map((board) =>
    hands.map((pack, player) => pack.map((hand, h) => (gone[player]![h] ? -1 : naiveStrength(hand.cards, board)))),
  );
  const sharesOf =
    (player: Player): SharesOf =>
    (node, h) => {
      if (gone[player]![h]) return new Array<number>(forest.counts[node]!).fill(0);
      return pairs[player].regrets.shares(node, buckets[player][hands[player][h]!.game]!);
    };
  const reach = reachDown(
    forest,
    opp,
    hands[opp].length,
    (e, h) => (gone[opp]![h] ? 0 : theirs[e]![h]!),
    sharesOf(opp),
  );
  const compared = (node: number, h: number): number => {
    const [win, tie, lose] = forest.payoffs.subarray(3 * node, 3 * node + 3) as unknown as [number, number, number];
    let sum = 0;
    hands[opp].forEach((other, j) => {
      if (gone[opp]![j] || !meets(hands[hero][h]!, other)) return;
      for (const both of strengths) {
        const lead = both[hero]![h]! - both[opp]![j]!;
        sum += reach[node]![j]! * (lead > 0 ? win : lead < 0 ? lose : tie);
      }
    });
    return sum / boards.length;
  };
  const end = (node: number, h: number): number => {
    if (gone[hero]![h]) return 0;
    if (forest.kinds[node] !== FOLD) return compared(node, h);
    return foldWorth(forest, node, hero, hands, h, reach[node]!, dealt);
  };
  const up = worthUp(forest, hero, hands[hero].length, end, sharesOf(hero));
  pairs[opp].averages.shrink(keptOpp.keep, 1, 0, Infinity);
  eachAct(forest, opp, (node, a) => {
    hands[opp].forEach((hand, h) => {
      if (gone[opp]![h]) return;
      pairs[opp].averages.add(node, a, buckets[opp][hand.game]!, reach[forest.first[node]! + a]![h]!);
    });
  });
  pairs[hero].regrets.shrink(keptHero.gain, keptHero.loss, 0, Infinity);
  eachAct(forest, hero, (node, a) => {
    hands[hero].forEach((hand, h) => {
      if (gone[hero]![h]) return;
      const by = up[forest.first[node]! + a]![h]! - up[node]![h]!;
      const counts = Math.max(own[entries[node]!]![h]!, LEAST_OWN * hand.weight);
      pairs[hero].regrets.add(node, a, buckets[hero][hand.game]!, counts * by);
    });
  });
  return [...forest.entries].map((node) => up[node]!);
}
