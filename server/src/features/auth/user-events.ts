/**
 * What other features hear of accounts. The log is never changed, so an event names the player by id alone: address and
 * name are gone when the account is.
 */
import type { Transaction } from '../../platform/db/index.ts';
import { appendEvent } from '../../platform/events/index.ts';

export async function appendUserEvent(
  trx: Transaction,
  type: 'UserRegistered' | 'UserDeleted',
  userId: string,
): Promise<void> {
  await appendEvent(trx, { stream: `user:${userId}`, type, payload: { userId } });
}
