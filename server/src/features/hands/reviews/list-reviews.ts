/** Reviews of a player: listed with their hands, found for one hand, deleted. Another's are as if they were not. */
import type { HandReview, ReviewLine } from '@ploscope/contracts';
import { type SqlBool, sql } from 'kysely';
import type { Transaction } from '../../../platform/db/index.ts';
import { wireError } from '../../../platform/http/index.ts';
import { LINE_COLUMNS, type LineRow, lineOf } from '../hand-line.ts';
import { tellHands } from './hand-state.ts';
import { REVIEW_COLUMNS, type ReviewRow, reviewOf } from './review-row.ts';

export interface ReviewListing {
  readonly userId: string;
  readonly sort: 'ev-lost' | 'newest';
  readonly state: HandReview['state'] | undefined;
  readonly cursor: string | undefined;
  readonly limit: number;
}

/** Those that are not analysed have lost nothing that is known, and stand last. */
const LOST = sql<number>`coalesce(r.ev_lost_bb, -1)`;

export async function listReviews(
  trx: Transaction,
  { userId, sort, state, cursor, limit }: ReviewListing,
): Promise<{ rows: ReviewLine[]; next: string | null }> {
  const byLoss = sort === 'ev-lost';
  let query = trx
    .selectFrom('hands.reviews as r')
    .innerJoin('hands.hands as h', 'h.id', 'r.hand_id')
    .select(REVIEW_COLUMNS.map((name) => `r.${name} as r_${name}` as const))
    .select(LINE_COLUMNS.map((name) => `h.${name}` as const))
    .select(LOST.as('lost'))
    .where('r.user_id', '=', userId);
  if (state !== undefined) query = query.where('r.state', '=', state);
  if (cursor !== undefined) {
    const after = parseCursor(cursor);
    query = byLoss
      ? query.where(sql<SqlBool>`(${LOST}, r.id) < (${after.lost}::double precision, ${after.id}::uuid)`)
      : query.where('r.id', '<', after.id);
  }
  const found = await (byLoss ? query.orderBy(LOST, 'desc') : query)
    .orderBy('r.id', 'desc')
    .limit(limit + 1)
    .execute();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => {
      const told = row as unknown as Record<string, unknown>;
      const review = Object.fromEntries(REVIEW_COLUMNS.map((name) => [name, told[`r_${name}`]]));
      return { review: reviewOf(review as unknown as ReviewRow), hand: lineOf(row as unknown as LineRow) };
    }),
    next: found.length > limit && last !== undefined ? formatCursor(last.lost, String(last.r_id)) : null,
  };
}

const formatCursor = (lost: number, id: string): string => Buffer.from(`${lost} ${id}`).toString('base64url');

function parseCursor(text: string): { lost: number; id: string } {
  const read = Buffer.from(text, 'base64url').toString();
  const [, number = '', id = ''] = /^(-?\d[\d.e+-]*) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(read) ?? [];
  const lost = number === '' ? Number.NaN : Number(number);
  if (!Number.isFinite(lost)) throw wireError('request');
  return { lost, id };
}

export async function reviewsOfHand(trx: Transaction, userId: string, handId: string): Promise<HandReview[]> {
  const rows = await trx
    .selectFrom('hands.reviews')
    .select(REVIEW_COLUMNS)
    .where('hand_id', '=', handId)
    .where('user_id', '=', userId)
    .orderBy('id')
    .execute();
  return rows.map(reviewOf);
}

/** Its job, null where it had none any more; undefined where there is no such review. */
export async function deleteReview(trx: Transaction, userId: string, id: string): Promise<string | null | undefined> {
  // The hand is held first: whoever changes its reviews takes turns there.
  const hand = await trx
    .selectFrom('hands.reviews as r')
    .innerJoin('hands.hands as h', 'h.id', 'r.hand_id')
    .select('h.id')
    .where('r.id', '=', id)
    .where('r.user_id', '=', userId)
    .forUpdate('h')
    .executeTakeFirst();
  if (hand === undefined) return undefined;
  const row = await trx.deleteFrom('hands.reviews').where('id', '=', id).returning('job_id').executeTakeFirst();
  if (row === undefined) return undefined;
  await tellHands(trx, [hand.id]);
  return row.job_id;
}
