/**
 * A reader of the log that keeps how far it is in the transaction of what it made of the events: so each counts once,
 * however often this is interrupted or run at the same time.
 */
import { sql } from 'kysely';
import type { Transaction } from '../db/index.ts';
import { BEGINNING, type Place, readEvents, type StoredEvent } from './events.ts';

/** Who reads, and the table of its feature in which its place is kept. */
export interface Follower {
  readonly table: 'jobs.offsets' | 'hands.offsets';
  readonly consumer: string;
}

/** Handles the next events, in order; how many they were. None where somebody else reads now. */
export async function followEvents(
  trx: Transaction,
  follower: Follower,
  most: number,
  handle: (event: StoredEvent) => Promise<void>,
): Promise<number> {
  const after = await takePlace(trx, follower);
  if (after === null) return 0;
  const events = await readEvents(trx, after, most);
  for (const event of events) await handle(event);
  const last = events.at(-1)?.place;
  if (last !== undefined) await keepPlace(trx, follower, last);
  return events.length;
}

/** Goes back to the first event. Waits for whoever reads now. */
export async function beginAgain(trx: Transaction, follower: Follower): Promise<void> {
  await takePlace(trx, follower);
  await keepPlace(trx, follower, BEGINNING);
}

/** Locked until the transaction ends; null where somebody else reads now. */
async function takePlace(trx: Transaction, { table, consumer }: Follower): Promise<Place | null> {
  await trx
    .insertInto(table)
    .values({ consumer, tx: BEGINNING.tx, position: BEGINNING.position })
    .onConflict((conflict) => conflict.column('consumer').doNothing())
    .execute();
  const row = await trx
    .selectFrom(table)
    .select([sql<string>`tx::text`.as('tx'), 'position'])
    .where('consumer', '=', consumer)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row ?? null;
}

async function keepPlace(trx: Transaction, { table, consumer }: Follower, { tx, position }: Place): Promise<void> {
  await trx.updateTable(table).set({ tx, position }).where('consumer', '=', consumer).execute();
}
