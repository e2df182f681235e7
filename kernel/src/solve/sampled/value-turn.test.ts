// What a sampled solve holds play to be worth on turns, whose rivers come in bundles, against the naive recursion: larger
// ranges than on flops, packs of several blocks, all games.

import { describe, expect, test } from 'vitest';
import { putRandomPlay } from '../../../test/solve/sampled-play.ts';
import { type SharedSpotOptions, sharedSpot } from '../../../test/solve/sampled-spots.ts';
import { comparePlayed, openSampled, type SampledOptions } from '../../../test/solve/sampled-value.ts';
import { type SuitRenaming, suitRenamings } from '../../suits.ts';

const PART_OF_POT = 1e-6;
const CLUBS_DIAMONDS: SuitRenaming = [1, 0, 2, 3];
const HEARTS_SPADES: SuitRenaming = [0, 1, 3, 2];
const ALL_BUT_SPADES = suitRenamings().filter((names) => names[3] === 3);

interface Case {
  readonly spot: SharedSpotOptions;
  readonly sampled?: SampledOptions;
  /** Rivers that are solved. */
  readonly rivers: number;
}

const CASES: Readonly<Record<string, Case>> = {
  'rainbow, SPR 4, packs of three blocks': {
    spot: { boards: ['Td7h2c9d'], combos: [300, 170], shared: 60, seed: 11 },
    sampled: { packSize: 150, buckets: 60 },
    rivers: 48,
  },
  'rainbow, SPR 13, many small packs': {
    spot: { boards: ['Kd8h5c2s'], combos: [90, 70], shared: 30, stack: 780, seed: 12 },
    sampled: { packSize: 10, buckets: 25 },
    rivers: 48,
  },
  'two and two suits, one range for both, with rake': {
    spot: {
      boards: ['KsKh7s7h'],
      combos: [120, 1],
      shared: 120,
      alike: [CLUBS_DIAMONDS, HEARTS_SPADES],
      rake: { rate: 0.05, cap: 9 },
      seed: 13,
    },
    sampled: { packSize: 30 },
    rivers: 24,
  },
  'monotone, three suits alike, in 16 bits': {
    spot: { boards: ['QsJs5s2s'], combos: [150, 120], shared: 50, alike: ALL_BUT_SPADES, stack: 780, seed: 14 },
    sampled: { packSize: 70, storage: 'i16', buckets: 100 },
    rivers: 22,
  },
  'bundles of unlike size': {
    spot: { boards: ['Ts9s4h4d'], combos: [100, 100], shared: 20, alike: [[0, 2, 1, 3]], stack: 60, seed: 15 },
    sampled: { together: 7, buckets: 1 },
    rivers: 36,
  },
  'one hand against a range': {
    spot: { boards: ['Td7h2c9d'], combos: [1, 80], shared: 1, seed: 24, stack: 780 },
    sampled: { packSize: 20 },
    rivers: 48,
  },
  'PLO5, with rake': {
    spot: {
      game: 'plo5',
      boards: ['Td7h2c9d'],
      combos: [90, 70],
      shared: 30,
      rake: { rate: 0.1, cap: 30 },
      seed: 16,
    },
    sampled: { packSize: 40 },
    rivers: 48,
  },
  PLO6: {
    spot: { game: 'plo6', boards: ['Td7h2c9d'], combos: [60, 50], shared: 20, stack: 120, seed: 17 },
    rivers: 48,
  },
  'two boards, packs': {
    spot: {
      boards: ['Td7h2c9d', 'QsJh5s5d'],
      combos: [26, 22],
      shared: 10,
      rake: { rate: 0.05, cap: 9 },
      stack: 60,
      seed: 19,
    },
    sampled: { packSize: 9, buckets: 12, together: 6 },
    rivers: 44 * 43,
  },
  'two boards, two suits alike, in 16 bits': {
    spot: {
      boards: ['KsKh7s7h', 'QsQh2s2h'],
      combos: [24, 20],
      shared: 8,
      alike: [CLUBS_DIAMONDS],
      stack: 60,
      seed: 20,
    },
    sampled: { storage: 'i16', together: 40 },
    rivers: (44 * 43 + 18 * 17) / 2,
  },
  'two boards, one hand against a few': {
    spot: { boards: ['Td7h2c9d', 'QsJh5s5d'], combos: [1, 8], shared: 1, seed: 24, stack: 120 },
    sampled: { buckets: 1, together: 6 },
    rivers: 44 * 43,
  },
  'PLO5, two boards': {
    spot: { game: 'plo5', boards: ['Td7h2c9d', 'QsJh5s5d'], combos: [20, 18], shared: 6, stack: 60, seed: 21 },
    sampled: { buckets: 18, together: 6 },
    rivers: 44 * 43,
  },
  "Hold'em": {
    spot: { game: 'holdem', boards: ['Ad9s4s9h'], combos: [200, 160], shared: 80, stack: 780, seed: 18 },
    sampled: { packSize: 66, buckets: 200 },
    rivers: 48,
  },
};

describe('random play on a turn is worth what the naive recursion over all rivers says', () => {
  test.each(Object.entries(CASES))('%s', (_, { spot, sampled, rivers }) => {
    const job = sharedSpot(spot);
    const { miss, opinion, local } = comparePlayed(job, sampled ?? {}, spot.seed ?? 1);
    expect(miss).toBeLessThan(PART_OF_POT);
    expect(opinion.mass).toBeGreaterThan(1);
    for (const player of [0, 1] as const) {
      expect(opinion.best[player] - opinion.worth[player]).toBeGreaterThan(0.05 * job.pot);
    }
    expect(local.branches.flatMap(({ runOuts }) => runOuts)).toHaveLength(rivers);
  });
});

test('what is measured first is what is measured again, wherever memory ends', () => {
  const job = sharedSpot({
    boards: ['QsJs5s2s'],
    combos: [60, 60],
    shared: 20,
    alike: ALL_BUT_SPADES,
    stack: 60,
    seed: 19,
  });
  for (let room = 0; room < 65536; room += 4096) {
    const local = openSampled(job, { packSize: 30 });
    putRandomPlay(local, 1);
    local.common.kernel.reserve(room);
    expect(local.measure(1)).toEqual(local.measure(1));
  }
});
