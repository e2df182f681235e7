/** Reading and deleting hands. Every question names their owner: another's hand is as if it were not. */
import type { Transaction } from '../../platform/db/index.ts';
import { LINE_COLUMNS, type LineRow } from './hand-line.ts';
import { takeHeld } from './held.ts';

export type WholeHand = LineRow & {
  readonly packing: number;
  readonly document: Buffer;
  readonly adjusted_of_all: number[] | null;
};

export async function findHand(trx: Transaction, userId: string, id: string): Promise<WholeHand | null> {
  const row = await trx
    .selectFrom('hands.hands')
    .innerJoin('hands.contents', 'hands.contents.hand_id', 'hands.hands.id')
    .select(LINE_COLUMNS.map((name) => `hands.hands.${name}` as const))
    .select(['packing', 'document', 'hands.contents.adjusted as adjusted_of_all'])
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

export async function findSource(
  trx: Transaction,
  userId: string,
  id: string,
): Promise<{ packing: number; source: Buffer } | null> {
  const row = await trx
    .selectFrom('hands.hands')
    .innerJoin('hands.contents', 'hands.contents.hand_id', 'hands.hands.id')
    .select(['packing', 'source'])
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Jobs of its reviews, which are for nobody now; null where there is no such hand. What belongs to it goes with it. */
export async function deleteHand(trx: Transaction, userId: string, id: string): Promise<readonly string[] | null> {
  const held = await takeHeld(trx, userId);
  const reviews = await trx
    .deleteFrom('hands.reviews')
    .where('hand_id', '=', id)
    .where('user_id', '=', userId)
    .returning('job_id')
    .execute();
  const row = await trx
    .deleteFrom('hands.hands')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returning('held_bytes')
    .executeTakeFirst();
  if (row === undefined) return null;
  await held.add(-1, -row.held_bytes);
  return reviews.flatMap(({ job_id }) => job_id ?? []);
}
