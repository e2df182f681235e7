// What visits learn, number by number, against plain play of the same visits: regrets and averages of every table.

import { describe, expect, test } from 'vitest';
import { bucketIds } from '../../../test/solve/sampled-deals.ts';
import { putRandomTables } from '../../../test/solve/sampled-random-tables.ts';
import { type SharedSpotOptions, sharedSpot } from '../../../test/solve/sampled-spots.ts';
import { PlainTraining } from '../../../test/solve/sampled-training.ts';
import { openSampled, type SampledOptions } from '../../../test/solve/sampled-value.ts';
import { type SuitRenaming, suitRenamings } from '../../suits.ts';
import type { SolveJob } from '../job.ts';
import type { BranchPlay } from './branch-play.ts';
import type { LocalSampled } from './local-sampled.ts';
import type { Visit } from './schedule.ts';

/** As a part of the largest number of a node. */
const F32 = 1e-4;
const HEARTS_SPADES: SuitRenaming = [0, 1, 3, 2];
const DIAMONDS_HEARTS: SuitRenaming = [0, 2, 1, 3];
const ALL_BUT_SPADES = suitRenamings().filter((names) => names[3] === 3);

interface Case {
  readonly spot: SharedSpotOptions;
  readonly sampled: SampledOptions;
}

const CASES: Readonly<Record<string, Case>> = {
  'a rainbow flop, every hand its own bucket': {
    spot: { boards: ['Td7h2c'], combos: [12, 14], shared: 6, stack: 240, seed: 31 },
    sampled: { buckets: 1000 },
  },
  'all run-outs of a card at once': {
    spot: { boards: ['Kd8h5c'], combos: [12, 12], shared: 6, stack: 60, seed: 32 },
    sampled: { buckets: 1000, together: 48 },
  },
  'few buckets, several packs': {
    spot: { boards: ['9d8s3c'], combos: [40, 30], shared: 20, stack: 120, rake: { rate: 0.05, cap: 5 }, seed: 33 },
    sampled: { buckets: 5, packSize: 9 },
  },
  'a two-tone flop': {
    spot: { boards: ['Ts7s2c'], combos: [30, 30], shared: 10, alike: [DIAMONDS_HEARTS], stack: 60, seed: 34 },
    sampled: { buckets: 8, packSize: 12 },
  },
  'a monotone flop': {
    spot: { boards: ['Js6s3s'], combos: [40, 40], shared: 15, alike: ALL_BUT_SPADES, stack: 60, seed: 35 },
    sampled: { buckets: 8, packSize: 20, together: 12 },
  },
  PLO5: {
    spot: {
      game: 'plo5',
      boards: ['Ts7s2c'],
      combos: [20, 20],
      shared: 8,
      alike: [DIAMONDS_HEARTS],
      stack: 60,
      seed: 36,
    },
    sampled: { buckets: 6, packSize: 11 },
  },
  "Hold'em": {
    spot: {
      game: 'holdem',
      boards: ['As9s4s'],
      combos: [40, 30],
      shared: 20,
      alike: ALL_BUT_SPADES,
      stack: 60,
      seed: 37,
    },
    sampled: { buckets: 10, packSize: 20 },
  },
  'a turn': {
    spot: { boards: ['Td7h2c9d'], combos: [60, 50], shared: 30, stack: 240, seed: 38 },
    sampled: { buckets: 10, packSize: 20 },
  },
  'a turn with bundles of unlike size': {
    spot: { boards: ['Td7h2c9d'], combos: [56, 56], shared: 20, stack: 240, seed: 39 },
    sampled: { buckets: 10, packSize: 20, together: 5 },
  },
  'a turn whose suits are alike': {
    spot: { boards: ['KdKc7s7h'], combos: [56, 56], shared: 20, alike: [HEARTS_SPADES], stack: 60, seed: 40 },
    sampled: { buckets: 10, packSize: 20 },
  },
  'a turn of two boards': {
    spot: { boards: ['Td7h2c9d', 'QsJh5s5d'], combos: [40, 36], shared: 16, stack: 60, seed: 39 },
    sampled: { buckets: 12, packSize: 14, together: 6 },
  },
  'a turn of two boards, two suits alike': {
    spot: {
      boards: ['KsKd7s7d', 'QsQd2s2d'],
      combos: [30, 30],
      shared: 10,
      alike: [[2, 1, 0, 3]],
      rake: { rate: 0.05, cap: 5 },
      stack: 60,
      seed: 40,
    },
    sampled: { buckets: 8, together: 7 },
  },
  'a turn of two boards, PLO5': {
    spot: { game: 'plo5', boards: ['Td7h2c9d', 'QsJh5s5d'], combos: [24, 20], shared: 8, stack: 60, seed: 41 },
    sampled: { buckets: 18, together: 6 },
  },
};

/** Visits by their iteration's length: where tables have nothing to forget, or something, or much. */
const VISITS: Readonly<Record<string, (iteration: number) => number>> = {
  'the first visit': () => 0,
  'a visit of the first iteration': (iteration) => Math.floor(iteration / 2),
  'the first visit of the second iteration': (iteration) => iteration,
  'a visit of the second iteration': (iteration) => iteration + 5,
  'a visit of the fourth iteration': (iteration) => 3 * iteration + 1,
};

/** Plays up to a visit, so that tables know when they were last played, and puts random numbers into those it will play. */
function playTo(local: LocalSampled, visit: number, count: number, pot: number): void {
  local.advance(visit);
  const numbers = Array.from({ length: count }, (_, i) => local.schedule.at(visit + i).branch.number);
  putRandomTables(local, [...new Set(numbers)], visit + 1, pot);
}

/** By how much the next visits miss what plain play learns from them. */
function missOf(job: SolveJob, local: LocalSampled, count: number): { readonly name: string; readonly miss: number } {
  const plain = new PlainTraining(job, local);
  plain.round(local.visits, count);
  local.advance(local.visits + count);
  expect(plain.played.length).toBeGreaterThanOrEqual(10);
  return plain.missed();
}

describe.each(Object.keys(CASES))('%s', (name) => {
  const { spot, sampled } = CASES[name]!;
  const job = sharedSpot(spot);
  const local = openSampled(job, sampled);

  test('a visit learns what plain play of it does', () => {
    const misses = Object.entries(VISITS).map(([which, visit]) => {
      playTo(local, visit(local.schedule.iteration), 1, job.pot);
      return { which, ...missOf(job, local, 1) };
    });
    expect(misses.filter(({ miss }) => !(miss < F32))).toEqual([]);
  });

  test('visits of a round all set out from the play before it', () => {
    const first = Math.ceil(local.visits / local.schedule.lap) * local.schedule.lap;
    const count = Math.min(6, local.schedule.round(first));
    expect(count).toBe(Math.min(6, ...local.common.packs.counts, local.schedule.lap));
    playTo(local, first, count, job.pot);
    const { miss, name: table } = missOf(job, local, count);
    expect({ miss: Math.max(miss, F32), table }).toEqual({ miss: F32, table });
  });
});

/** Whether a renaming is not undone by doing it again. */
function leadsRound(names: readonly number[] | undefined): boolean {
  return names?.some((to, card) => names[to] !== card) ?? false;
}

test.each([
  ['branches', (branch: BranchPlay, { branch: { image } }: Visit) => leadsRound(branch.branch.images[image])],
  [
    'run-outs',
    ({ deck, runOuts }: BranchPlay, visit: Visit) =>
      [...visit.runOuts].some((place) => leadsRound(runOuts[deck[place]!.number]!.branch.images[deck[place]!.image])),
  ],
] as const)('names of %s that lead round three suits', (_, isOne) => {
  const { spot, sampled } = CASES['a monotone flop']!;
  const job = sharedSpot(spot);
  const local = openSampled(job, sampled);
  let visit = local.schedule.iteration;
  const at = (number: number): Visit => local.schedule.at(number);
  while (!isOne(local.branches[at(visit).branch.number]!, at(visit))) visit++;
  playTo(local, visit, 1, job.pot);
  expect(missOf(job, local, 1).miss).toBeLessThan(F32);
});

test('a hand of its own bucket has one, and a bucket of its own has a hand', () => {
  const local = openSampled(sharedSpot(CASES['a rainbow flop, every hand its own bucket']!.spot), { buckets: 1000 });
  for (const runOut of local.branches.flatMap(({ runOuts }) => runOuts)) {
    for (const player of [0, 1] as const) {
      const ids = [...bucketIds(local, runOut, player)].filter((id) => id !== 0xffff);
      expect(new Set(ids).size).toBe(ids.length);
    }
  }
});
