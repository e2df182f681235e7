/**
 * Leases: who works on a job. Everything here is one statement or one transaction in which the row itself decides, so
 * two workers, or one that was thought dead, can never both win.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobProgress } from '@ploscope/contracts';
import { sql } from 'kysely';
import { type Database, isConnectionLoss, type Transaction } from '../../platform/db/index.ts';
import { forgetStates } from './forget-states.ts';
import { type JobKind, LEASE_S, type Lease, MOST_TRIES, type Outcome } from './job.ts';
import { recordEnd, tellNews } from './job-news.ts';

/** Takes the lease of a job that waits, or whose lease has run out; null where there is nothing to take. */
export function takeLease(db: Database, jobId: string, worker: string): Promise<Lease | null> {
  return db.as('jobs', async (trx) => {
    const row = await trx
      .updateTable('jobs.jobs')
      .set((eb) => ({
        status: 'PROCESSING',
        attempt: eb('attempt', '+', 1),
        tries: eb('tries', '+', 1),
        leased_by: worker,
        lease_until: sql`now() + make_interval(secs => ${LEASE_S})`,
        started_at: eb.fn.coalesce('started_at', sql<Date>`now()`),
      }))
      .where('id', '=', jobId)
      .where('tries', '<', MOST_TRIES)
      .where('cancel_asked_at', 'is', null)
      .where((eb) =>
        eb.or([
          eb('status', '=', 'QUEUED'),
          eb.and([eb('status', '=', 'PROCESSING'), eb('lease_until', '<', sql<Date>`now()`)]),
        ]),
      )
      .returning(['user_id', 'kind', 'request', 'attempt', 'progress'])
      .executeTakeFirst();
    if (row === undefined) return null;
    const kind = row.kind as JobKind;
    // One message less on its way: the relay may send the next.
    await sql`select pg_notify('jobs_waiting', '')`.execute(trx);
    await tellNews(trx, {
      id: jobId,
      userId: row.user_id,
      kind,
      status: 'PROCESSING',
      progress: row.progress as JobProgress | null,
    });
    return { jobId, userId: row.user_id, kind, request: row.request, attempt: row.attempt };
  });
}

/** Holds the lease for longer, and stores how far the job is. `lost`: somebody else has it, or the job is over. */
export function renewLease(
  db: Database,
  lease: Lease,
  progress: JobProgress | null,
): Promise<'held' | 'cancel' | 'lost'> {
  return db.as('jobs', async (trx) => {
    const row = await held(trx, lease)
      .set({
        lease_until: sql`now() + make_interval(secs => ${LEASE_S})`,
        ...(progress === null ? {} : { progress: JSON.stringify(progress) }),
      })
      .returning('cancel_asked_at')
      .executeTakeFirst();
    if (row === undefined) return 'lost';
    const { jobId: id, userId, kind } = lease;
    if (progress !== null) await tellNews(trx, { id, userId, kind, status: 'PROCESSING', progress });
    return row.cancel_asked_at === null ? 'held' : 'cancel';
  });
}

/**
 * Ends the lease with what came of it; false where it was lost: then nothing of this attempt counts. Waits for a
 * database that is gone, because only the database knows whether the end was committed before the connection broke.
 */
export async function settle(db: Database, lease: Lease, outcome: Outcome): Promise<boolean> {
  for (let waitMs = 50; ; waitMs = Math.min(2 * waitMs, 2000)) {
    try {
      return (await db.as('jobs', (trx) => settleIn(trx, lease, outcome))) || (await isSettledBy(db, lease));
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      await sleep(waitMs);
    }
  }
}

/** Whether this very attempt has ended already. */
async function isSettledBy(db: Database, { jobId, attempt }: Lease): Promise<boolean> {
  const row = await db
    .at('jobs')
    .selectFrom('jobs.jobs')
    .select(['status', 'attempt'])
    .where('id', '=', jobId)
    .executeTakeFirst();
  return row !== undefined && row.attempt === attempt && row.status !== 'PROCESSING';
}

async function settleIn(trx: Transaction, lease: Lease, outcome: Outcome): Promise<boolean> {
  const { jobId, attempt } = lease;
  const free = { leased_by: null, lease_until: null };
  if (outcome.kind === 'given-back') {
    const row = await held(trx, lease)
      .where('cancel_asked_at', 'is', null)
      .set((eb) => ({ ...free, status: 'QUEUED', published_at: null, tries: eb('tries', '-', 1) }))
      .returning('id')
      .executeTakeFirst();
    // Cancelled meanwhile: nobody shall go on.
    if (row === undefined) return settleIn(trx, lease, { kind: 'cancelled' });
    await sql`select pg_notify('jobs_waiting', '')`.execute(trx);
    return true;
  }
  const status = ({ completed: 'COMPLETED', failed: 'FAILED', cancelled: 'CANCELLED' } as const)[outcome.kind];
  const row = await held(trx, lease)
    .set({
      ...free,
      status,
      tries: 0,
      finished_at: sql`now()`,
      result: outcome.kind === 'completed' ? JSON.stringify(outcome.result) : null,
      result_bytes: outcome.kind === 'completed' ? outcome.bytes : null,
      error: outcome.kind === 'failed' ? JSON.stringify(outcome.error) : null,
    })
    .returning(['user_id', 'kind', 'progress'])
    .executeTakeFirst();
  if (row === undefined) return false;
  await forgetStates(trx, jobId);
  await trx
    .deleteFrom('jobs.result_chunks')
    .where('job_id', '=', jobId)
    .where((eb) => (status === 'COMPLETED' ? eb('attempt', '<>', attempt) : eb.lit(true)))
    .execute();
  await recordEnd(trx, {
    id: jobId,
    userId: row.user_id,
    kind: row.kind as JobKind,
    status,
    progress: row.progress as JobProgress | null,
  });
  return true;
}

/** The row, as long as this attempt holds it. */
export function held(trx: Transaction, { jobId, attempt }: Pick<Lease, 'jobId' | 'attempt'>) {
  return trx
    .updateTable('jobs.jobs')
    .where('id', '=', jobId)
    .where('attempt', '=', attempt)
    .where('status', '=', 'PROCESSING');
}
