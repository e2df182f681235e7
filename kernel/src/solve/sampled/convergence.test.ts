// Where every hand is its own bucket nothing is abstract: a sampled solve then comes as near to an equilibrium as is wanted.

import { expect, test } from 'vitest';
import { sharedBuckets, solvedTo } from '../../../test/solve/sampled-convergence.ts';
import { type SharedSpotOptions, sharedSpot } from '../../../test/solve/sampled-spots.ts';
import { openSampled, type SampledOptions } from '../../../test/solve/sampled-value.ts';
import { suitRenamings } from '../../suits.ts';

interface Case {
  readonly spot: SharedSpotOptions;
  readonly sampled?: SampledOptions;
  readonly iterations: number;
  /** Share of the pot that is reached. */
  readonly to: number;
}

const CASES: Readonly<Record<string, Case>> = {
  'a rainbow flop': {
    spot: { boards: ['Td7h2c'], combos: [14, 14], shared: 6, stack: 60, seed: 3 },
    iterations: 64,
    to: 0.0015,
  },
  'a monotone flop': {
    spot: {
      boards: ['Js6s3s'],
      combos: [30, 30],
      shared: 12,
      alike: suitRenamings().filter((names) => names[3] === 3),
      stack: 60,
      seed: 4,
    },
    iterations: 96,
    to: 0.0015,
  },
  'a turn, all rivers at once': {
    spot: { game: 'plo5', boards: ['Td7h2c9d'], combos: [30, 30], shared: 10, stack: 240, seed: 6 },
    sampled: { together: 48 },
    iterations: 256,
    to: 0.005,
  },
  'a turn, some rivers at a time': {
    spot: { boards: ['Td7h2c9d'], combos: [40, 40], shared: 10, stack: 240, seed: 5 },
    iterations: 1024,
    to: 0.005,
  },
  'a turn of two boards': {
    spot: { boards: ['Td7h2c9d', 'QsJh5s5d'], combos: [24, 24], shared: 8, stack: 60, seed: 7 },
    iterations: 96,
    to: 0.005,
  },
};

test.each(Object.keys(CASES))('%s comes near to an equilibrium', (name) => {
  const { spot, sampled, iterations, to } = CASES[name]!;
  const job = sharedSpot(spot);
  const local = openSampled(job, { buckets: 4000, together: 6, ...sampled });
  expect(sharedBuckets(local)).toBeLessThan(0.01);
  const share = solvedTo(job, local, iterations);
  expect(share).toBeGreaterThan(-1e-6);
  expect(share).toBeLessThan(to);
});
