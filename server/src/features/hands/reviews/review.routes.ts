/** Reviews of hands over HTTP: asked for, listed, deleted; and the ranges they begin with. */
import { type ReviewsQueued, ROUTES } from '@ploscope/contracts';
import type { Database } from '../../../platform/db/index.ts';
import { type AddRoute, answer, wireError } from '../../../platform/http/index.ts';
import { findAnswer, once } from '../../../platform/idempotency/index.ts';
import { cancelJob } from '../../jobs/index.ts';
import { PlayerTurns } from '../player-turns.ts';
import { deleteReview, listReviews } from './list-reviews.ts';
import { findProfile, keepProfile } from './profiles.ts';
import { queueReviews } from './queue-reviews.ts';

/** Requests of one player that wait while another makes its spots. */
const WAITING = 2;

export function addReviewRoutes(add: AddRoute, db: Database): void {
  const queueing = new PlayerTurns(WAITING);

  add(ROUTES.reviewHands, async ({ asker: { userId }, body, key }) => {
    const keyed = { userId, route: ROUTES.reviewHands.path, key, request: body };
    const queued = await queueing.run(userId, async () => {
      const first = key === null ? null : await findAnswer(db.at('hands'), keyed);
      if (first !== null) return first as ReviewsQueued;
      // Hand by hand, each in a transaction of its own: cut off in between, the rest is queued when it is asked again.
      const made = await queueReviews({ db, userId, request: body });
      return db.as('hands', (trx) => once(trx, keyed, async () => made));
    });
    if (queued === null) throw wireError('client-busy', { retryAfterS: 2 });
    return answer(202, queued);
  });
  add(ROUTES.reviews, async ({ asker: { userId }, query: { sort, state, cursor, limit } }) =>
    answer(200, await db.as('hands', (trx) => listReviews(trx, { userId, sort, state, cursor, limit }))),
  );
  add(ROUTES.deleteReview, async ({ asker: { userId }, params: { id } }) => {
    const jobId = await db.as('hands', (trx) => deleteReview(trx, userId, id));
    if (jobId === undefined) throw wireError('not-found');
    // Cut off in between it is computed for nobody, and forgotten.
    if (jobId !== null) await db.as('jobs', (trx) => cancelJob(trx, userId, jobId, 'review'));
    return answer(200, { ok: true });
  });
  add(ROUTES.rangeProfile, async ({ asker: { userId } }) => answer(200, await findProfile(db.at('hands'), userId)));
  add(ROUTES.setRangeProfile, async ({ asker: { userId }, body }) => {
    await db.as('hands', (trx) => keepProfile(trx, userId, body));
    return answer(200, { ok: true });
  });
}
