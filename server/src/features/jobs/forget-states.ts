/** Deletes what a solve would have gone on from: it has ended. */
import type { Transaction } from '../../platform/db/index.ts';

export async function forgetStates(trx: Transaction, jobId: string): Promise<void> {
  await trx.deleteFrom('jobs.checkpoints').where('job_id', '=', jobId).execute();
  await trx.deleteFrom('jobs.checkpoint_chunks').where('job_id', '=', jobId).execute();
}
