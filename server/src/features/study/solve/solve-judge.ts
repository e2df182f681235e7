/**
 * Judges a solve before it becomes a job, in a thread: reading a long spot takes the better part of a second, and
 * counting what ranges of millions of combos take, several. These threads compute no equities, so a submission never
 * waits for one. Whoever computes the solve judges it again: another machine may have other means.
 */
import { availableParallelism } from 'node:os';
import type { SolveRequest } from '@ploscope/contracts';
import { ApiError, wireError } from '../../../platform/http/index.ts';
import { saySolve } from '../../../text/en-solve.ts';
import { Calculators } from '../calculators.ts';
import type { Judged } from '../study.messages.ts';

export interface SolveJudgeSettings {
  readonly workerUrl: URL;
  /** Memory one solve may take where it is computed. */
  readonly maxBytes: number;
  /** Threads it has there; 0 for all cores. */
  readonly threads: number;
  /** Submissions that may wait to be judged. */
  readonly queue: number;
}

export interface SolveJudge {
  /** Throws an `ApiError`: what is wrong with the solve, or that too many wait. */
  judge(request: SolveRequest, userId: string): Promise<Judged>;
  close(): Promise<void>;
}

/** How long one may take, in milliseconds: all hands of PLO6 against all hands take about five seconds. */
const MOST_MS = 10_000;
/** After how many seconds to come back where all places are taken: a usual spot is judged in less. */
const BUSY_S = 2;

export function createSolveJudge({ workerUrl, maxBytes, threads, queue }: SolveJudgeSettings): SolveJudge {
  const calculators = new Calculators({ workerUrl, threads, concurrency: 1, queue, warm: false });
  const room = { maxBytes, workers: threads === 0 ? availableParallelism() : threads };
  return {
    async judge(request, userId) {
      const outcome = await calculators.judge(request, room, MOST_MS, userId);
      switch (outcome.kind) {
        case 'judged':
          return outcome;
        case 'refusal':
          throw new ApiError(outcome.error);
        case 'late':
          throw new ApiError({ code: 'too-slow', at: null, end: null, field: null, ...saySolve.tooSlowToJudge });
        case 'full':
          throw wireError('busy', { retryAfterS: BUSY_S });
        case 'client-full':
          throw wireError('client-busy', { retryAfterS: BUSY_S });
        case 'cancelled':
          throw wireError('unavailable', { retryAfterS: 5 });
        case 'crashed':
          throw wireError('internal', { cause: outcome.cause });
      }
    },
    close: () => calculators.close(),
  };
}
