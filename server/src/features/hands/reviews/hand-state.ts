/** What a hand's row says of its reviews, kept in the transaction in which one of them changes. */
import { sql } from 'kysely';
import type { Transaction } from '../../../platform/db/index.ts';

/** The state of its newest review, and what all lost; `none` where there is none any more. */
export async function tellHands(trx: Transaction, handIds: readonly string[]): Promise<void> {
  if (handIds.length === 0) return;
  await sql`
    update hands.hands h set
      review = coalesce((select state from hands.reviews r where r.hand_id = h.id order by r.id desc limit 1), 'none'),
      ev_lost = (select sum(ev_lost) from hands.reviews r where r.hand_id = h.id),
      ev_lost_bb = (select sum(ev_lost_bb) from hands.reviews r where r.hand_id = h.id)
    where h.id = any(${handIds}::uuid[])`.execute(trx);
}
