/**
 * One equity request from document to answer, within its limits.
 *
 * An `auto` request first tries what the estimate calls exact. Estimates can be wrong, so that attempt may use a part
 * of the time only; what is left is sampled, and an answer comes in any case.
 */
import { catalogueError, type EquityRequest, spotRefusal, type WireError } from '@ploscope/contracts';
import { equityOptions, spotOfRequest } from '@ploscope/contracts/options';
import type { EquityJob } from '@ploscope/kernel';
import type { Pool } from '@ploscope/kernel/host/node';
import {
  type EquityAnswer,
  equityAnswer,
  equityJob,
  jobErrorText,
  orderingsOfSpot,
  parseSpot,
  type SpotError,
} from '@ploscope/poker';
import { loadOrderings } from './ordering-files.ts';
import type { Limits } from './study.messages.ts';

type Answer = { ok: true; value: EquityAnswer } | { ok: false; error: WireError };

/** Who waits: may stop it, and hears how far it is, 0…1. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** Part of the time that an attempt at an exact answer may use before it gives way to sampling. */
const EXACT_PART = 0.6;
/** Part of the time that sampling may use; the rest is for its last deals and for writing the answer. */
const SAMPLING_PART = 0.85;
/** How far sampling may overrun before it is stopped without an answer, in milliseconds: a busy machine deals slowly. */
const OVERRUN_MS = 1500;

/** Computes. Rejects only by a fault of ours. */
export async function computeEquity(request: EquityRequest, limits: Limits, pool: Pool, watch: Watch): Promise<Answer> {
  const end = performance.now() + limits.timeMs;
  const left = (): number => Math.max(1, end - performance.now());
  const spot = parseSpot(spotOfRequest(request));
  if (!spot.ok) return refuse(spot.error, request);
  const orderings = await loadOrderings(orderingsOfSpot(spot.value));
  // Ranges may take half the time to read out; the rest is for dealing them.
  const isOver = (): boolean => left() < limits.timeMs / 2;
  const made = equityJob(spot.value, { ...equityOptions(request), orderings, maxCombos: limits.combos, isOver });
  if (!made.ok) return refuse(made.error, request);
  // Only now is it known how much time the ranges have left over.
  const limited = (job: EquityJob): EquityJob => ({
    ...job,
    stop: { ...job.stop, timeMs: left() * SAMPLING_PART },
    budgetMs: left() * EXACT_PART,
  });

  const job = limited(made.value);
  let result = await runUntil(job, left(), pool, watch);
  if (result === 'gave-way') result = await runUntil(limited({ ...job, method: 'sampled' }), left(), pool, watch);
  if (typeof result === 'string') return { ok: false, error: catalogueError('time-budget') };
  if (!result.ok) return refuse(jobErrorText(result.error, spot.value), request);
  return { ok: true, value: equityAnswer(spot.value, job, result.value) };
}

type PoolAnswer = Awaited<ReturnType<Pool['run']>>;

/** Runs a job for about `timeMs` at most; an `auto` job that still enumerates after a part of it is stopped then. */
async function runUntil(
  job: EquityJob,
  timeMs: number,
  pool: Pool,
  { signal, onProgress }: Watch,
): Promise<PoolAnswer | 'gave-way' | 'late'> {
  const stop = new AbortController();
  let enumerating = true;
  let why: 'gave-way' | 'late' | null = null;
  const stopAs = (reason: 'gave-way' | 'late'): void => {
    why ??= reason;
    stop.abort();
  };
  const timers = [
    setTimeout(() => job.method === 'auto' && enumerating && stopAs('gave-way'), timeMs * EXACT_PART),
    setTimeout(() => stopAs('late'), job.method === 'exact' ? timeMs : timeMs + OVERRUN_MS),
  ];
  try {
    const result = await pool.run(job, {
      signal: AbortSignal.any([signal, stop.signal]),
      onProgress: ({ standardError, done }) => {
        enumerating = standardError === null;
        onProgress(done);
      },
    });
    return !result.ok && result.error.code === 'cancelled' ? (why ?? result) : result;
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

function refuse(error: SpotError, request: EquityRequest): Answer {
  return { ok: false, error: spotRefusal(error, request) };
}
