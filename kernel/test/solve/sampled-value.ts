// A sampled solve with random play in all its tables, and by how much it misses what the naive recursion says that is worth.

import type { SolveJob, Storage } from '../../src/solve/job.ts';
import { postflopGame } from '../../src/solve/postflop.ts';
import { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import { testKernel } from '../kernel.ts';
import { averagePlay, putRandomPlay } from './sampled-play.ts';
import { naiveOpinion, type Opinion } from './sampled-recursion.ts';

export interface SampledOptions {
  /** Hands of a pack, about. */
  readonly packSize?: number;
  readonly storage?: Storage;
  /** Buckets a player and run-out, about. */
  readonly buckets?: number;
  readonly together?: number;
  /** Iterations of a cycle. */
  readonly iterations?: number;
}

export function openSampled(job: SolveJob, options: SampledOptions = {}): LocalSampled {
  const { packSize, storage = 'f32', buckets = 12, together = 4, iterations = 2 } = options;
  return new LocalSampled(testKernel(), postflopGame(job), { buckets, together, iterations, storage }, packSize);
}

export interface Compared {
  /** The largest difference of the four figures, as a part of the pot. */
  readonly miss: number;
  readonly opinion: Opinion;
}

/** Measures what is in the tables now. */
export function compareValue(job: SolveJob, local: LocalSampled): Compared {
  const opinion = naiveOpinion(job, averagePlay(local));
  const measured = local.measure(opinion.mass);
  const misses = ([0, 1] as const).flatMap((player) => [
    Math.abs(measured.worth[player] - opinion.worth[player]),
    Math.abs(measured.best[player] - opinion.best[player]),
  ]);
  const gain = opinion.best[0] - opinion.worth[0] + opinion.best[1] - opinion.worth[1];
  misses.push(Math.abs(measured.exploitability - gain / 2));
  // The maximum of anything and NaN is NaN, which is below nothing.
  return { miss: Math.max(...misses) / job.pot, opinion };
}

export function comparePlayed(
  job: SolveJob,
  options: SampledOptions,
  seed: number,
): Compared & { local: LocalSampled } {
  const local = openSampled(job, options);
  putRandomPlay(local, seed);
  return { ...compareValue(job, local), local };
}
