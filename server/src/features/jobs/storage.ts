/**
 * What a player's jobs hold in the database, and how it is given back: a job that has ended is deleted with its result.
 * What was counted and what was logged of it stays.
 */
import { sql } from 'kysely';
import type { Transaction } from '../../platform/db/index.ts';
import type { JobKind } from './job.ts';
import { tellNews } from './job-news.ts';

/** What else goes with a job, in the same transaction: what another feature keeps because of it. */
export type ForgetJob = (trx: Transaction, userId: string, id: string) => Promise<void>;

/** Bytes of what is kept of a player's jobs: what was asked, results, what other features keep because of them. */
export async function heldBytes(trx: Transaction, userId: string): Promise<number> {
  const { rows } = await sql<{ held: number }>`select jobs.held_by(${userId}) as held`.execute(trx);
  return rows[0]?.held ?? 0;
}

/**
 * `open` where it waits or computes: cancelled first, it can be deleted. Its pieces go with the row. A review's job is
 * the review's to delete.
 */
export async function deleteJob(
  trx: Transaction,
  userId: string,
  id: string,
  forget: ForgetJob,
): Promise<'deleted' | 'open' | 'absent'> {
  const row = await trx
    .selectFrom('jobs.jobs')
    .select(['status', 'kind'])
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('kind', '<>', 'review')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return 'absent';
  if (row.status === 'QUEUED' || row.status === 'PROCESSING') return 'open';
  await trx.deleteFrom('jobs.jobs').where('id', '=', id).execute();
  await forget(trx, userId, id);
  await tellNews(trx, { id, userId, kind: row.kind as JobKind, status: 'DELETED', progress: null });
  return 'deleted';
}
