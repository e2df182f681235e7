/**
 * What each player had computed a day: a projection of the log. How far it has counted is stored in the transaction of
 * the counting, so an event is counted once, however often this is interrupted or run at the same time.
 */
import { sql } from 'kysely';
import type { Database, Transaction } from '../../platform/db/index.ts';
import {
  beginAgain,
  type EventPayload,
  type Follower,
  followEvents,
  type StoredEvent,
} from '../../platform/events/index.ts';

const USAGE: Follower = { table: 'jobs.offsets', consumer: 'usage' };
const AT_ONCE = 500;

const COLUMNS = { JobCompleted: 'completed', JobFailed: 'failed', JobCancelled: 'cancelled' } as const;

/** Counts what is new; how many events were read. */
export async function countUsage(db: Database, most = AT_ONCE): Promise<number> {
  return db.as('jobs', (trx) => followEvents(trx, USAGE, most, (event) => count(trx, event)));
}

/** Forgets all that was counted, to count again from the first event. */
export async function forgetUsage(db: Database): Promise<void> {
  await db.as('jobs', async (trx) => {
    // Waits for whoever counts now: what they counted is forgotten, too.
    await beginAgain(trx, USAGE);
    await trx.deleteFrom('jobs.usage').execute();
  });
}

async function count(trx: Transaction, { event, occurredAt }: StoredEvent): Promise<void> {
  if (event?.type === 'UserDeleted') {
    // What was counted only after the account went, too.
    await trx.deleteFrom('jobs.usage').where('user_id', '=', event.payload.userId).execute();
    return;
  }
  if (event === null || !(event.type in COLUMNS)) return;
  const { type, payload } = event as Extract<EventPayload, { type: keyof typeof COLUMNS }>;
  const column = COLUMNS[type];
  const { userId, kind } = payload;
  await trx
    .insertInto('jobs.usage')
    .values({ user_id: userId, day: occurredAt.toISOString().slice(0, 10), kind, [column]: 1 })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'day', 'kind']).doUpdateSet({ [column]: sql`jobs.usage.${sql.ref(column)} + 1` }),
    )
    .execute();
}
