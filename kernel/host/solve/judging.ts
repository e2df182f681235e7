// Measuring a sampled solve: a full best response, branch by branch over all shards, or a rougher figure from some.

import type { SampledShare } from '../../src/solve/job.ts';
import { type Measure, measureOf } from '../../src/solve/local-solve.ts';
import type { ExitReaches } from '../../src/solve/sampled/judge.ts';
import { shuffled } from '../../src/solve/sampled/shuffle.ts';
import { buffersOf } from './buffers.ts';
import type { Caller } from './caller.ts';

export interface Judged {
  readonly shards: readonly [Caller, ...Caller[]];
  /** Branches of each shard. */
  readonly branches: readonly (readonly number[])[];
  /** Weight of all pairs of combos that can meet. */
  readonly mass: number;
  readonly pot: number;
}

/** Branches that a shard judges for a rough figure at least. */
const LEAST_JUDGED = 3;
const SEED = 4;

/**
 * A best response over everything; null when `isOver` said so on the way. `keep`: what is to be stored is kept.
 */
export async function judgeAll(
  { shards, branches, mass }: Judged,
  keep: boolean,
  onBranch: () => void,
  isOver: () => boolean,
): Promise<Measure | null> {
  const { reaches } = await shards[0].ask({ kind: 'judge-reaches' });
  await Promise.all(
    shards.map(async (shard, i) => {
      await shard.ask({ kind: 'judge-begin', reaches });
      for (const branch of branches[i]!) {
        if (isOver()) return;
        await shard.ask({ kind: 'judge-branch', branch, keep });
        onBranch();
      }
    }),
  );
  if (isOver()) return null;
  const below = await Promise.all(shards.map(async (shard) => (await shard.ask({ kind: 'judge-worths' })).worths));
  const { sums } = await shards[0].ask({ kind: 'judge-start', below }, buffersOf(below));
  return measureOf(sums[0], sums[1], mass);
}

/** What a best response below the start could gain, from a few branches of each shard; `round` says which. */
export async function judgeSome(judged: Judged, round: number): Promise<SampledShare> {
  const { shards, branches, mass, pot } = judged;
  const { reaches } = await shards[0].ask({ kind: 'judge-reaches' });
  const shares = await Promise.all(shards.map((shard, i) => gainsOf(shard, branches[i]!, round, reaches)));
  const all = branches.reduce((sum, { length }) => sum + length, 0);
  // Each shard's branches are a stratum of their own.
  let total = 0;
  let variance = 0;
  let count = 0;
  for (const [i, gains] of shares.entries()) {
    const own = branches[i]!.length;
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    const spread = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / Math.max(1, gains.length - 1);
    total += own * mean;
    variance += (own ** 2 * spread * (1 - gains.length / own)) / gains.length;
    count += gains.length;
  }
  const unit = 1 / (2 * mass * pot);
  return { share: total * unit, standardError: Math.sqrt(variance) * unit, judged: count, branches: all };
}

async function gainsOf(
  shard: Caller,
  branches: readonly number[],
  round: number,
  reaches: ExitReaches,
): Promise<number[]> {
  const gains: number[] = [];
  const order = shuffled(branches.length, SEED, round);
  for (const place of order.subarray(0, LEAST_JUDGED)) {
    const { gain } = await shard.ask({ kind: 'judge-gain', branch: branches[place]!, reaches });
    gains.push(gain);
  }
  return gains;
}
