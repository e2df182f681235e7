/**
 * All-ins at their expected share, exactly: every question of `adjust` is about known hands on one board, which takes the
 * kernel a few milliseconds before the flop and far less later.
 */
import type { Pool } from '@ploscope/kernel/host/node';
import { adjust, type HandCourse } from '@ploscope/poker';

/** Expected results of all players; null where there is nothing to adjust, or it cannot be computed. */
export type Adjuster = (course: HandCourse) => Promise<readonly number[] | null>;

export function createAdjuster(pool: Pool): Adjuster {
  return async (course) => {
    try {
      return await adjust(course, async (job) => {
        const answer = await pool.run({ ...job, method: 'exact' });
        if (!answer.ok) throw new NotComputed(answer.error.message);
        return answer.value.players.map(({ equity }) => equity);
      });
    } catch (error) {
      if (error instanceof NotComputed) return null;
      throw error;
    }
  };
}

class NotComputed extends Error {}
