/**
 * Judges a solve before it becomes a job, in a thread: reading a long spot takes the better part of a second, and
 * counting what ranges of millions of combos take, several. These threads compute no equities, so a submission never
 * waits for one. Of each player one is in the line before them, so that nobody can fill it. Whoever computes the solve judges it again: another machine may have other means.
 */
import { availableParallelism } from 'node:os';
import type { SolveRequest } from '@ploscope/contracts';
import { ApiError, wireError } from '../../../platform/http/index.ts';
import { Calculators } from '../calculators.ts';
import type { Judged } from '../study.messages.ts';
import { createOwnTurns } from './own-turns.ts';

export interface SolveJudgeSettings {
  readonly workerUrl: URL;
  /** Memory one solve may take where it is computed. */
  readonly maxBytes: number;
  /** Threads it has there; 0 for all cores. */
  readonly threads: number;
  /** Submissions that may wait to be judged. */
  readonly queue: number;
  /** How long one may take, in milliseconds. */
  readonly mostMs?: number;
}

export interface SolveToJudge {
  readonly request: SolveRequest;
  readonly userId: string;
  /** Its sender's own key; the same again while it is judged is judged once. */
  readonly key: string | null;
  /** Aborted where nobody waits for it any more. */
  readonly signal: AbortSignal | null;
}

export interface SolveJudge {
  /** Throws an `ApiError`: what is wrong with the solve, or that it cannot be judged now. */
  judge(solve: SolveToJudge): Promise<Judged>;
  close(): Promise<void>;
}

/**
 * How long one may take, in milliseconds. All hands of PLO6 against all hands take about five seconds, so whatever takes
 * longer finds the machine busy: that is no fault of the solve's.
 */
const MOST_MS = 20_000;
/** What is told at most, in seconds. */
const LONGEST_WAIT_S = 60;

export function createSolveJudge(settings: SolveJudgeSettings): SolveJudge {
  const { workerUrl, maxBytes, threads, queue, mostMs = MOST_MS } = settings;
  const calculators = new Calculators({ workerUrl, threads, concurrency: 1, queue, warm: false });
  const memory = { maxBytes, workers: threads === 0 ? availableParallelism() : threads };
  const turns = createOwnTurns<Judged>();
  /** What one takes of late, in milliseconds. */
  let usualMs = 1000;
  const inLine = (): number => calculators.running + calculators.waiting;
  const retryAfterS = (): number => Math.min(LONGEST_WAIT_S, Math.max(1, Math.ceil((inLine() * usualMs) / 1000)));

  const judgeNow = async (request: SolveRequest, signal: AbortSignal | null): Promise<Judged> => {
    const ahead = inLine();
    const begun = performance.now();
    const outcome = await calculators.judge(request, memory, mostMs, signal);
    const tookMs = (performance.now() - begun) / (ahead + 1);
    if (outcome.kind === 'judged' || outcome.kind === 'late') usualMs += (tookMs - usualMs) / 4;
    switch (outcome.kind) {
      case 'judged':
        return outcome;
      case 'refusal':
        throw new ApiError(outcome.error);
      case 'late':
      case 'full':
      case 'client-full':
        throw wireError('busy', { retryAfterS: retryAfterS() });
      case 'cancelled':
        throw wireError('unavailable', { retryAfterS: 5 });
      case 'crashed':
        throw wireError('internal', { cause: outcome.cause });
    }
  };
  return {
    async judge({ request, userId, key, signal }) {
      const sameAs = key === null ? null : `${key} ${JSON.stringify(request)}`;
      const judged = turns.run(userId, sameAs, () => judgeNow(request, signal));
      if (judged === null) throw wireError('client-busy', { retryAfterS: retryAfterS() });
      return judged;
    },
    close: () => calculators.close(),
  };
}
