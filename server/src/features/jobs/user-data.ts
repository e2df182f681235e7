/** What jobs keep of a player: what was asked and what came of it. */
import type { UserData } from '../auth/index.ts';

export const userDataOfJobs: UserData = {
  feature: 'jobs',
  exportOf: async (trx, userId) => {
    const jobs = await trx
      .selectFrom('jobs.jobs')
      .select(['id', 'kind', 'status', 'request', 'result', 'error', 'created_at', 'finished_at'])
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    const usage = await trx
      .selectFrom('jobs.usage')
      .select(['day', 'kind', 'completed', 'failed', 'cancelled'])
      .where('user_id', '=', userId)
      .orderBy('day')
      .execute();
    return { jobs, usage };
  },
  // A worker that computes one of them finds its lease gone, and stops.
  deleteOf: async (trx, userId) => {
    await trx.deleteFrom('jobs.jobs').where('user_id', '=', userId).execute();
    await trx.deleteFrom('jobs.usage').where('user_id', '=', userId).execute();
  },
};
