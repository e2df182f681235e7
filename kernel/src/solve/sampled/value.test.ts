// What a sampled solve holds play to be worth on flops: every hand, all 2,352 run-outs, against the naive recursion.

import { describe, expect, test } from 'vitest';
import { type SharedSpotOptions, sharedSpot } from '../../../test/solve/sampled-spots.ts';
import { comparePlayed, type SampledOptions } from '../../../test/solve/sampled-value.ts';
import { type SuitRenaming, suitRenamings } from '../../suits.ts';

const PART_OF_POT = 1e-6;
const DIAMONDS_HEARTS: SuitRenaming = [0, 2, 1, 3];
const ALL_BUT_SPADES = suitRenamings().filter((names) => names[3] === 3);

interface Case {
  readonly spot: SharedSpotOptions;
  readonly sampled?: SampledOptions;
  /** Next cards and run-outs that are solved: the others only rename suits. */
  readonly solved: readonly [number, number];
  readonly packs: readonly [number, number];
}

const CASES: Readonly<Record<string, Case>> = {
  'rainbow, SPR 4, one pack against five': {
    spot: { boards: ['Td7h2c'], combos: [12, 24], shared: 8 },
    sampled: { packSize: 6 },
    solved: [49, 2352],
    packs: [1, 5],
  },
  'rainbow, SPR 13, with rake': {
    spot: { boards: ['Kc8d5h'], combos: [10, 10], shared: 6, stack: 780, rake: { rate: 0.05, cap: 18 }, seed: 2 },
    solved: [49, 2352],
    packs: [1, 1],
  },
  'two-tone, ranges that tell suits apart': {
    spot: { boards: ['9s6s2h'], combos: [40, 30], shared: 15, stack: 60, seed: 9 },
    sampled: { packSize: 12 },
    solved: [49, 2352],
    packs: [3, 3],
  },
  'two-tone, one range for both, several packs': {
    spot: { boards: ['Ts7s2c'], combos: [16, 1], shared: 16, alike: [DIAMONDS_HEARTS], seed: 3 },
    sampled: { packSize: 5 },
    solved: [36, 1429],
    packs: [3, 3],
  },
  'two-tone in 16 bits, with rake': {
    spot: {
      boards: ['Qs9c4c'],
      combos: [16, 14],
      shared: 4,
      alike: [DIAMONDS_HEARTS],
      stack: 100,
      rake: { rate: 0.1, cap: 5 },
      seed: 4,
    },
    sampled: { packSize: 7, storage: 'i16' },
    solved: [36, 1429],
    packs: [2, 1],
  },
  'monotone, three suits alike, several packs': {
    spot: { boards: ['Js6s3s'], combos: [24, 18], shared: 8, alike: ALL_BUT_SPADES, stack: 120, seed: 5 },
    sampled: { packSize: 9 },
    solved: [23, 675],
    packs: [3, 3],
  },
  'a pair of two suits that are alike': {
    spot: { boards: ['TdTh2c'], combos: [14, 12], shared: 6, alike: [DIAMONDS_HEARTS], stack: 120, seed: 6 },
    solved: [37, 1476],
    packs: [1, 1],
  },
  'PLO5, two-tone': {
    spot: {
      game: 'plo5',
      boards: ['9s8s3c'],
      combos: [12, 10],
      shared: 4,
      alike: [DIAMONDS_HEARTS],
      stack: 60,
      seed: 7,
    },
    solved: [36, 1429],
    packs: [1, 1],
  },
  "Hold'em, monotone": {
    spot: {
      game: 'holdem',
      boards: ['As9s4s'],
      combos: [24, 20],
      shared: 10,
      alike: ALL_BUT_SPADES,
      stack: 60,
      seed: 8,
    },
    sampled: { packSize: 10 },
    solved: [23, 675],
    packs: [2, 3],
  },
};

describe('random play on a flop is worth what the naive recursion over all run-outs says', () => {
  test.each(Object.entries(CASES))('%s', (_, { spot, sampled, solved, packs }) => {
    const job = sharedSpot(spot);
    const { miss, opinion, local } = comparePlayed(job, sampled ?? {}, spot.seed ?? 1);
    expect(miss).toBeLessThan(PART_OF_POT);
    expect(opinion.mass).toBeGreaterThan(1);
    for (const player of [0, 1] as const) {
      expect(opinion.best[player] - opinion.worth[player]).toBeGreaterThan(0.05 * job.pot);
    }
    expect([local.branches.length, local.branches.flatMap(({ runOuts }) => runOuts).length]).toEqual(solved);
    expect(local.common.packs.counts).toEqual(packs);
  });
});
