/** How much a player holds: a row that is changed in the transaction of the hands it counts. */
import { sql } from 'kysely';
import type { Transaction } from '../../platform/db/index.ts';

export interface Held {
  readonly hands: number;
  /** More of both; less of both where they are below zero. */
  add(hands: number, bytes: number): Promise<void>;
}

/** Held until the transaction ends: whoever changes a player's hands takes turns here, before any hand is touched. */
export async function takeHeld(trx: Transaction, userId: string): Promise<Held> {
  await trx
    .insertInto('hands.held')
    .values({ user_id: userId, hands: 0, bytes: 0 })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute();
  const row = await trx
    .selectFrom('hands.held')
    .select('hands')
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    hands: row.hands,
    add: async (hands, bytes) => {
      await trx
        .updateTable('hands.held')
        .set({ hands: sql`hands + ${hands}`, bytes: sql`bytes + ${bytes}` })
        .where('user_id', '=', userId)
        .execute();
    },
  };
}
