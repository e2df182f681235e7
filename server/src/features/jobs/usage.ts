/**
 * What each player had computed a day: a projection of the log. How far it has counted is stored in the transaction of
 * the counting, so an event is counted once, however often this is interrupted or run at the same time.
 */
import { sql } from 'kysely';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { BEGINNING, type EventPayload, type Place, readEvents, type StoredEvent } from '../../platform/events/index.ts';

const CONSUMER = 'usage';
const AT_ONCE = 500;

const COLUMNS = { JobCompleted: 'completed', JobFailed: 'failed', JobCancelled: 'cancelled' } as const;

/** Counts what is new; how many events were read. */
export async function countUsage(db: Database, most = AT_ONCE): Promise<number> {
  return db.as('jobs', async (trx) => {
    const after = await takePlace(trx);
    if (after === null) return 0;
    const events = await readEvents(trx, after, most);
    for (const event of events) await count(trx, event);
    const last = events.at(-1)?.place;
    if (last !== undefined) await keepPlace(trx, last);
    return events.length;
  });
}

/** Forgets all that was counted, to count again from the first event. */
export async function forgetUsage(db: Database): Promise<void> {
  await db.as('jobs', async (trx) => {
    await takePlace(trx);
    // Waits for whoever counts now: what they counted is forgotten, too.
    await keepPlace(trx, BEGINNING);
    await trx.deleteFrom('jobs.usage').execute();
  });
}

/** Locked until the transaction ends; null where somebody else counts now. */
async function takePlace(trx: Transaction): Promise<Place | null> {
  await trx
    .insertInto('jobs.offsets')
    .values({ consumer: CONSUMER, tx: BEGINNING.tx, position: BEGINNING.position })
    .onConflict((conflict) => conflict.column('consumer').doNothing())
    .execute();
  const row = await trx
    .selectFrom('jobs.offsets')
    .select([sql<string>`tx::text`.as('tx'), 'position'])
    .where('consumer', '=', CONSUMER)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

async function keepPlace(trx: Transaction, { tx, position }: Place): Promise<void> {
  await trx.updateTable('jobs.offsets').set({ tx, position }).where('consumer', '=', CONSUMER).execute();
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
