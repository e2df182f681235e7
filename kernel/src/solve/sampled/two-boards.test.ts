// Buckets on two boards against plain counting: who is in them, and by what they are cut.

import { describe, expect, test } from 'vitest';
import { naiveStrength } from '../../../test/naive.ts';
import { dealFinder, standFinder } from '../../../test/solve/sampled-deals.ts';
import { openSampled } from '../../../test/solve/sampled-value.ts';
import { combosOf, spot } from '../../../test/solve/spots.ts';
import type { SuitRenaming } from '../../suits.ts';
import { cardsDealt, pairOf } from '../dealt.ts';
import type { SolveJob } from '../job.ts';
import { postflopGame } from '../postflop.ts';
import { bundledGame } from './bundles.ts';

const CLUBS_DIAMONDS: SuitRenaming = [1, 0, 2, 3];
const TURNS = {
  PLO4: spot({ boards: ['Td7h2c9d', 'QsJh5s5d'], combos: [200, 150], stack: 60, maxRaises: 1 }),
  PLO5: spot({ game: 'plo5', boards: ['Td7h2c9d', 'QsJh5s5d'], combos: [150, 120], stack: 60, maxRaises: 1 }),
  'PLO4, suits alike': spot({
    boards: ['KsKh7s2h', 'QsQh9s3h'],
    combos: [160, 140],
    alike: [CLUBS_DIAMONDS],
    stack: 60,
    maxRaises: 1,
  }),
} as const;
/** Three parts by the one board, three by the other, two by what is blocked. */
const TARGET = 18;
const SIDE = 3;
/** A share is told apart by 2,047 steps. */
const STEP = 1 / 2047 + 1e-6;

interface Known {
  readonly bucket: number;
  /** By board, the part of the opponent's weight that is weaker, half of what ties counted. */
  readonly beaten: readonly [number, number];
}

/** A player's hands that can be held after a pair, in the order of their buckets. */
function handsAfter(job: SolveJob, buckets: Int32Array, player: 0 | 1, pair: number): Known[] {
  const cards = cardsDealt(pair);
  const known = job.boards.flatMap((board) => [...board]);
  const beaten = job.boards.map((board, b) => {
    const full = [...board, cards[b]!];
    const dead = [...known, cards[b]!];
    const theirs = combosOf(job, player === 0 ? 1 : 0).flatMap((hand, i) => {
      if (hand.some((card) => dead.includes(card))) return [];
      const weight = job.players[player === 0 ? 1 : 0].weights![i]! / 100;
      return [{ strength: naiveStrength(hand, full), weight }];
    });
    const all = theirs.reduce((sum, { weight }) => sum + weight, 0);
    return (hand: readonly number[]): number => {
      const own = naiveStrength(hand, full);
      const by = (strength: number): number => (strength < own ? 1 : strength === own ? 0.5 : 0);
      return theirs.reduce((sum, { strength, weight }) => sum + by(strength) * weight, 0) / all;
    };
  });
  const gone = [...known, ...cards];
  return combosOf(job, player)
    .flatMap((hand, i): Known[] => {
      const blocked = hand.some((card) => gone.includes(card));
      expect(buckets[i]! < 0).toBe(blocked);
      return blocked ? [] : [{ bucket: buckets[i]!, beaten: [beaten[0]!(hand), beaten[1]!(hand)] }];
    })
    .sort((a, b) => a.bucket - b.bucket);
}

/** As many parts of a list, each beginning at a bucket of its own. */
function parts(hands: readonly Known[], buckets: number, size: number): Known[][] {
  const first = hands[0]!.bucket;
  return Array.from({ length: buckets / size }, (_, p) =>
    hands.filter(({ bucket }) => Math.floor((bucket - first) / size) === p),
  );
}

function expectAscending(groups: readonly Known[][], board: 0 | 1): void {
  for (let p = 1; p < groups.length; p++) {
    const below = Math.max(...groups[p - 1]!.map(({ beaten }) => beaten[board]));
    const above = Math.min(...groups[p]!.map(({ beaten }) => beaten[board]));
    expect(below).toBeLessThanOrEqual(above + STEP);
  }
}

test('pairs of a bundle hardly ever share a card, so that no hand blocks all of them', () => {
  const { start } = bundledGame(postflopGame(TURNS.PLO4), 6);
  const bundles = start.branches!.map((bundle) =>
    bundle.position().branches!.flatMap(({ dealt }) => cardsDealt(dealt)),
  );
  expect(bundles.flat()).toHaveLength(2 * 44 * 43);
  const shared = bundles.filter((cards) => new Set(cards).size < cards.length);
  expect(shared.length).toBeLessThan(0.03 * bundles.length);
});

describe.each(Object.entries(TURNS))('%s', (_, job) => {
  const local = openSampled(job, { buckets: TARGET, together: 6 });
  const find = dealFinder(local);
  const standsOf = standFinder(local);
  const after = (pair: number): Known[][] =>
    ([0, 1] as const).map((player) => handsAfter(job, standsOf(find([pair]), player), player, pair));
  const pairs = [pairOf(4, 9), pairOf(9, 4), pairOf(50, 21), pairOf(14, 38)].filter((pair) =>
    cardsDealt(pair).every((card) => job.boards.every((board) => !board.includes(card))),
  );

  test('there are as many as asked for, without gaps, even to a hand for each cut', () => {
    for (const hands of pairs.flatMap(after)) {
      const counts = new Array<number>(TARGET).fill(0);
      for (const { bucket } of hands) counts[bucket]!++;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(hands.length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(3);
    }
  });

  test('they are cut by strength on the first board, and each part by strength on the second', () => {
    for (const hands of pairs.flatMap(after)) {
      const byFirst = parts(hands, TARGET, TARGET / SIDE);
      expectAscending(byFirst, 0);
      for (const part of byFirst) expectAscending(parts(part, TARGET / SIDE, TARGET / SIDE / SIDE), 1);
    }
  });
});
