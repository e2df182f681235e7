/**
 * The relay: sends a message for each waiting job, in fair order and few at a time, and sees to jobs whose worker died.
 *
 * It runs in one process or in several, at no harm: a message sent twice finds its job taken. Fair means that a player's
 * first waiting job stands before another's second, so a hundred jobs of one do not starve one of another; among one's
 * own, those that lost their worker go first, then priority, then age.
 */

import { catalogueError } from '@ploscope/contracts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../../platform/db/index.ts';
import type { Queue, QueueName } from '../../platform/queue/index.ts';
import { forgetStates } from './forget-states.ts';
import { type JobKind, MOST_TRIES, QUEUES } from './job.ts';
import { recordEnd } from './job-news.ts';

/** Messages sent and not yet taken, per queue: more would freeze an order that ought to stay fair. */
const IN_FLIGHT = 8;
/** A message that old and not in its queue any more was lost. */
const LOST_AFTER_S = 5;
/** After so long it is sent again even where others wait: one too many does no harm. */
const LOST_IN_ANY_CASE_S = 600;

/** One round over all queues: what was sent, taken back from dead workers, and given up. */
export interface Round {
  readonly sent: number;
  readonly takenBack: number;
  readonly givenUp: number;
}

/** Rejects where the database or the broker cannot be reached; another round later does the same work. */
export async function relayOnce(db: Database, queue: Queue, log: Logger): Promise<Round> {
  const { takenBack, givenUp } = await takeBackExpired(db, queue, log);
  let sent = 0;
  for (const name of QUEUES) {
    await forgetLostMessages(db, queue, name);
    for (;;) {
      const id = await db.as('jobs', async (trx) => {
        const next = await nextInLine(trx, name);
        if (next === null) return null;
        // Marked in the same transaction that sends: where the sending fails, it is not marked.
        await trx
          .updateTable('jobs.jobs')
          .set({ published_at: sql`clock_timestamp()` })
          .where('id', '=', next)
          .execute();
        await queue.publish(name, next);
        return next;
      });
      if (id === null) break;
      sent++;
    }
  }
  return { sent, takenBack, givenUp };
}

/** The job whose turn it is; null where enough are on their way. Locked, so that two relays send different ones. */
async function nextInLine(trx: Transaction, queue: QueueName): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with on_their_way as (
      select count(*) as n from jobs.jobs where queue = ${queue} and status = 'QUEUED' and published_at is not null
    ), busy as (
      select user_id, count(*) as n from jobs.jobs
      where queue = ${queue} and (status = 'PROCESSING' or (status = 'QUEUED' and published_at is not null))
      group by user_id
    ), first_of_each as (
      select distinct on (user_id) id, user_id, attempt > 0 as begun from jobs.jobs
      where queue = ${queue} and status = 'QUEUED' and published_at is null
      order by user_id, begun desc, priority desc, id
    ), turn as (
      select first_of_each.id from first_of_each left join busy using (user_id)
      where (select n from on_their_way) < ${IN_FLIGHT}
      order by coalesce(busy.n, 0), begun desc, first_of_each.id limit 1
    )
    select id from jobs.jobs where id = (select id from turn) and status = 'QUEUED' and published_at is null
    for update skip locked`.execute(trx);
  return rows[0]?.id ?? null;
}

/** Messages that a broker lost are sent again: where the queue is empty, what was sent long ago is not in it. */
async function forgetLostMessages(db: Database, queue: Queue, name: QueueName): Promise<void> {
  const depth = await queue.depth(name);
  const afterS = depth?.waiting === 0 ? LOST_AFTER_S : LOST_IN_ANY_CASE_S;
  await db
    .at('jobs')
    .updateTable('jobs.jobs')
    .set({ published_at: null })
    .where('queue', '=', name)
    .where('status', '=', 'QUEUED')
    .where('published_at', '<', sql<Date>`now() - make_interval(secs => ${afterS})`)
    .execute();
}

/** Jobs whose lease ran out wait again; those begun too often are dead, and one message says so. */
async function takeBackExpired(
  db: Database,
  queue: Queue,
  log: Logger,
): Promise<{ takenBack: number; givenUp: number }> {
  let takenBack = 0;
  let givenUp = 0;
  for (;;) {
    const found = await db.as('jobs', async (trx) => {
      const row = await trx
        .selectFrom('jobs.jobs')
        .select(['id', 'user_id', 'kind', 'queue', 'tries', 'attempt', 'cancel_asked_at'])
        .where('status', '=', 'PROCESSING')
        .where('lease_until', '<', sql<Date>`now()`)
        .orderBy('lease_until')
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst();
      if (row === undefined) return null;
      const free = { leased_by: null, lease_until: null };
      const moved = { id: row.id, userId: row.user_id, kind: row.kind as JobKind, progress: null };
      const update = trx.updateTable('jobs.jobs').where('id', '=', row.id);
      if (row.cancel_asked_at !== null) {
        await update.set({ ...free, status: 'CANCELLED', finished_at: sql`now()` }).execute();
        await forgetStates(trx, row.id);
        await recordEnd(trx, { ...moved, status: 'CANCELLED' });
      } else if (row.tries >= MOST_TRIES) {
        const error = JSON.stringify(catalogueError('attempts-used'));
        await update.set({ ...free, status: 'FAILED', error, finished_at: sql`now()` }).execute();
        await recordEnd(trx, { ...moved, status: 'FAILED' });
        await queue.bury(row.queue as QueueName, row.id, 'attempts-used');
        givenUp++;
      } else {
        await update.set({ ...free, status: 'QUEUED', published_at: null }).execute();
        takenBack++;
      }
      return row;
    });
    if (found === null) return { takenBack, givenUp };
    log.warn({ jobId: found.id, userId: found.user_id, attempt: found.attempt, tries: found.tries }, 'a lease ran out');
  }
}
