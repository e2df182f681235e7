/** A stored review as it crosses the wire. */
import type { HandReview, ReviewedDecision, WireError } from '@ploscope/contracts';
import type { Selectable } from 'kysely';
import type { DB } from '../../../platform/db/index.ts';

export const REVIEW_COLUMNS = [
  'id',
  'hand_id',
  'street',
  'state',
  'reason',
  'job_id',
  'spot',
  'seat',
  'profile',
  'situations',
  'exploitability',
  'ev_lost',
  'ev_lost_bb',
  'decisions',
  'created_at',
  'finished_at',
] as const satisfies readonly (keyof DB['hands.reviews'])[];

export type ReviewRow = Pick<Selectable<DB['hands.reviews']>, (typeof REVIEW_COLUMNS)[number]>;

export function reviewOf(row: ReviewRow): HandReview {
  return {
    id: row.id,
    handId: row.hand_id,
    street: row.street as HandReview['street'],
    state: row.state as HandReview['state'],
    reason: row.reason as WireError | null,
    jobId: row.job_id,
    spot: row.spot,
    seat: row.seat,
    profile: row.profile,
    situations: row.situations as HandReview['situations'],
    exploitability: row.exploitability,
    evLost: row.ev_lost,
    evLostBb: row.ev_lost_bb,
    decisions: row.decisions as unknown as ReviewedDecision[],
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

/** What the decisions lost together, in minor units: losses that are not above what is known of them are no mistakes. */
export function lossOf(decisions: readonly Pick<ReviewedDecision, 'evLost' | 'precision'>[]): number {
  return decisions.reduce(
    (sum, { evLost, precision }) => (evLost !== null && precision !== null && evLost > precision ? sum + evLost : sum),
    0,
  );
}
