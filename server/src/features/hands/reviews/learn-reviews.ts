/**
 * What became of reviews: a projection of the log. The end of a review's job is taken over from the job, which goes then,
 * in the transaction in which the place in the log is kept: once, however often this is interrupted.
 */
import { type ReviewFigures, WIRE_ERRORS, type WireError } from '@ploscope/contracts';
import { sql } from 'kysely';
import type { Database, Transaction } from '../../../platform/db/index.ts';
import { type Follower, followEvents, type StoredEvent } from '../../../platform/events/index.ts';
import { tellNews } from '../../jobs/index.ts';
import { tellHands } from './hand-state.ts';
import { lossOf } from './review-row.ts';

const REVIEWS: Follower = { table: 'hands.offsets', consumer: 'reviews' };
const AT_ONCE = 500;
const ENDS: readonly string[] = ['JobCompleted', 'JobFailed', 'JobCancelled'];

/** How many events were read. */
export function learnReviews(db: Database, most = AT_ONCE): Promise<number> {
  return db.as('hands', (trx) => followEvents(trx, REVIEWS, most, (event) => learn(trx, event)));
}

interface Ended {
  readonly status: 'COMPLETED' | 'FAILED' | 'CANCELLED' | null;
  readonly result: ReviewFigures | null;
  readonly error: WireError | null;
}

async function learn(trx: Transaction, { event }: StoredEvent): Promise<void> {
  if (event === null || !ENDS.includes(event.type)) return;
  const { jobId, userId, kind } = event.payload as { jobId: string; userId: string; kind: string };
  if (kind !== 'review') return;
  const { rows } = await sql<Ended>`select status, result, error from jobs.take_review(${jobId})`.execute(trx);
  const ended = rows[0];
  if (ended === undefined || ended.status === null) return;
  // The hand is held first: whoever changes its reviews takes turns there.
  const review = await trx
    .selectFrom('hands.reviews as r')
    .innerJoin('hands.hands as h', 'h.id', 'r.hand_id')
    .select(['r.id', 'r.hand_id', 'h.big_blind'])
    .where('r.job_id', '=', jobId)
    .forUpdate('h')
    .executeTakeFirst();
  // Deleted while it was computed, or asked for anew.
  if (review === undefined) return;
  await trx
    .updateTable('hands.reviews')
    .set({ ...endOf(ended, review.big_blind), finished_at: sql`now()` })
    .where('id', '=', review.id)
    .execute();
  await tellHands(trx, [review.hand_id]);
  // Whoever looks at the list reads it again now, and finds it there.
  await tellNews(trx, { id: jobId, userId, kind: 'review', status: 'DELETED', progress: null });
}

function endOf({ status, result, error }: Ended, bigBlind: number) {
  if (status === 'COMPLETED' && result !== null) {
    const { exploitability, decisions } = result;
    const lost = lossOf(decisions);
    return {
      state: 'analysed',
      reason: null,
      job_id: null,
      spots: null,
      exploitability,
      decisions: JSON.stringify(decisions),
      ev_lost: lost,
      ev_lost_bb: lost / bigBlind,
    };
  }
  if (status === 'CANCELLED') return { state: 'waiting', job_id: null };
  // What a spot cannot be is no fault of ours; whatever else, an administrator finds the job and can let it be tried again.
  const isOurs = error === null || Object.hasOwn(WIRE_ERRORS, error.code);
  const reason = JSON.stringify(error);
  return isOurs ? { state: 'error', reason } : { state: 'no-solution', reason, job_id: null, spots: null };
}
