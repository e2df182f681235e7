/**
 * What other features hear of accounts. The log is never changed, so an event names the player by id alone: address and
 * name are gone when the account is.
 */
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../platform/db/index.ts';

export type UserEventType = 'UserRegistered' | 'UserDeleted';

export async function appendUserEvent(trx: Transaction, type: UserEventType, userId: string): Promise<void> {
  const payload = Buffer.from(JSON.stringify({ userId }));
  await sql`select platform.append_event(${uuidv7()}, ${`user/${userId}`}, ${type}, ${payload})`.execute(trx);
}
