/** Making, reading and cancelling jobs. Every question about one job names its owner: another's is as if it were not. */
import type { JobStatus } from '@ploscope/contracts';
import { type Selectable, sql } from 'kysely';
import type { DB, Transaction } from '../../platform/db/index.ts';
import { appendEvent } from '../../platform/events/index.ts';
import { forgetStates } from './forget-states.ts';
import { type JobKind, MOST_TRIES, QUEUE_OF } from './job.ts';
import { jobLabel } from './job-label.ts';
import { recordEnd } from './job-news.ts';
import { CANCEL_CHANNEL } from './worker.ts';

/** A job without what was asked, which may be long. */
export type JobRow = Omit<Selectable<DB['jobs.jobs']>, 'request' | 'kept_bytes' | 'held_bytes'>;

const COLUMNS = [
  'id',
  'user_id',
  'queue',
  'kind',
  'label',
  'status',
  'priority',
  'progress',
  'result',
  'result_bytes',
  'error',
  'attempt',
  'tries',
  'leased_by',
  'lease_until',
  'published_at',
  'cancel_asked_at',
  'created_at',
  'started_at',
  'finished_at',
] as const;

export interface NewJob {
  readonly id: string;
  readonly userId: string;
  readonly kind: JobKind;
  readonly priority: number;
  readonly request: unknown;
  /** What the feature that asks keeps because of it, in bytes; it is given back when the job is deleted. */
  readonly keptBytes: number;
}

/** How much one player may have. */
export interface PlayerLimits {
  /** Jobs that wait or compute. */
  readonly open: number;
  /** Bytes that all jobs may hold for another to be made. */
  readonly bytes: number;
}

export type Enqueued =
  | { readonly kind: 'made' }
  | { readonly kind: 'too-many' }
  /** `held`: bytes that the player's jobs hold. */
  | { readonly kind: 'full'; readonly held: number };

/** In the transaction of whichever feature asks. */
export async function enqueue(
  trx: Transaction,
  { id, userId, kind, priority, request, keptBytes }: NewJob,
  most: PlayerLimits,
): Promise<Enqueued> {
  const { rows } = await sql<{
    made: boolean;
    held: number | null;
  }>`select made, held from jobs.enqueue(${id}, ${userId},
    ${QUEUE_OF[kind]}, ${kind}, ${priority}::smallint, ${jobLabel(request)}, ${JSON.stringify(request)}::jsonb,
    ${keptBytes}, ${most.open}, ${most.bytes})`.execute(trx);
  const { made = false, held = null } = rows[0] ?? {};
  if (!made) return held === null ? { kind: 'too-many' } : { kind: 'full', held };
  await appendEvent(trx, { stream: `job:${id}`, type: 'JobEnqueued', payload: { jobId: id, userId, kind } });
  return { kind: 'made' };
}

export async function findJob(trx: Transaction, userId: string, id: string, kind: JobKind): Promise<JobRow | null> {
  const row = await trx
    .selectFrom('jobs.jobs')
    .select(COLUMNS)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ?? null;
}

export interface ListOptions {
  readonly status: JobStatus | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

/** Newest first; ids made by time stand in that order. Reviews of hands have a list of their own. */
export function listJobs(trx: Transaction, userId: string, { status, before, limit }: ListOptions): Promise<JobRow[]> {
  let query = trx.selectFrom('jobs.jobs').select(COLUMNS).where('user_id', '=', userId).where('kind', '<>', 'review');
  if (status !== undefined) query = query.where('status', '=', status);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** What came of the wish: `over` where the job had ended before. */
export async function cancelJob(
  trx: Transaction,
  userId: string,
  id: string,
  kind: JobKind,
): Promise<'cancelled' | 'asked' | 'over' | 'absent'> {
  const row = await trx
    .selectFrom('jobs.jobs')
    .select(['status', 'user_id', 'kind'])
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return 'absent';
  if (row.status === 'QUEUED') {
    await trx
      .updateTable('jobs.jobs')
      .set({ status: 'CANCELLED', cancel_asked_at: sql`now()`, finished_at: sql`now()` })
      .where('id', '=', id)
      .execute();
    await forgetStates(trx, id);
    await recordEnd(trx, { id, userId, kind, status: 'CANCELLED', progress: null });
    return 'cancelled';
  }
  if (row.status !== 'PROCESSING') return row.status === 'CANCELLED' ? 'cancelled' : 'over';
  await trx.updateTable('jobs.jobs').set({ cancel_asked_at: sql`now()` }).where('id', '=', id).execute();
  await sql`select pg_notify(${CANCEL_CHANNEL}, ${id})`.execute(trx);
  return 'asked';
}

/** Jobs given up, of everybody: for an administrator. */
export function listDead(trx: Transaction, before: string | undefined, limit: number): Promise<JobRow[]> {
  let query = trx
    .selectFrom('jobs.jobs')
    .select(COLUMNS)
    .where('status', '=', 'FAILED')
    .where('tries', '>=', MOST_TRIES);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** Lets a dead job wait again; false where there is none of this id. */
export async function retryDead(trx: Transaction, id: string): Promise<boolean> {
  const row = await trx
    .updateTable('jobs.jobs')
    .set({ status: 'QUEUED', tries: 0, published_at: null, finished_at: null, error: null })
    .where('id', '=', id)
    .where('status', '=', 'FAILED')
    .where('tries', '>=', MOST_TRIES)
    .returning('id')
    .executeTakeFirst();
  if (row !== undefined) await sql`select pg_notify('jobs_waiting', '')`.execute(trx);
  return row !== undefined;
}
