/**
 * All-ins at their expected share, at the speed of an import: exact where few cards are to come, sampled before the flop,
 * and sampled less where a piece has so many of them that it would take too long.
 */
import type { EquityJob } from '@ploscope/kernel';
import type { Pool } from '@ploscope/kernel/host/node';
import { adjust, type HandCourse } from '@ploscope/poker';

/** Expected results of all players; null where there is nothing to adjust, or it cannot be computed. */
export type Adjuster = (course: HandCourse) => Promise<readonly number[] | null>;

/** About a third of a percent of the pot. */
const DEALS = 20_000;
const FEW_DEALS = 2_000;
/** What a piece may spend on many deals, in milliseconds. */
const PATIENCE_MS = 4_000;
/** Cards of a board from which on all run-outs are dealt. */
const EXACT_FROM = 3;

/** For one piece. */
export function createAdjuster(pool: Pool): Adjuster {
  let spentMs = 0;
  return async (course) => {
    const begun = performance.now();
    const deals = spentMs < PATIENCE_MS ? DEALS : FEW_DEALS;
    try {
      return await adjust(course, async (job) => {
        const answer = await pool.run(hurried(job, deals));
        if (!answer.ok) throw new NotComputed(answer.error.message);
        return answer.value.players.map(({ equity }) => equity);
      });
    } catch (error) {
      if (error instanceof NotComputed) return null;
      throw error;
    } finally {
      spentMs += performance.now() - begun;
    }
  };
}

function hurried(job: EquityJob, trials: number): EquityJob {
  const isShort = job.boards.every((board) => board.length >= EXACT_FROM);
  const stop = { ...job.stop, standardError: 0, trials };
  return isShort ? { ...job, budgetMs: 100, stop } : { ...job, method: 'sampled', stop };
}

class NotComputed extends Error {}
