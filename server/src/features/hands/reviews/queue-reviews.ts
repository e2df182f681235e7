/**
 * Hands are put in line for review: those that are named, or the largest pots of a filter, where decisions are the
 * dearest. What cannot be reviewed is kept as such, with its reason, so that nobody looks at it again.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { catalogueError, type ReviewRequest, type ReviewsQueued, type WireError } from '@ploscope/contracts';
import { parseRange, type RangeProfile, type ReviewSpot } from '@ploscope/poker';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Database } from '../../../platform/db/index.ts';
import { ApiError, wireError } from '../../../platform/http/index.ts';
import { sayHands } from '../../../text/en-hands.ts';
import { holdUser } from '../../auth/index.ts';
import { cancelJob } from '../../jobs/index.ts';
import { handQuestion } from '../filter-sql.ts';
import { HAND_ORDERS } from '../hand-order.ts';
import { walkHands } from '../walk-hands.ts';
import { tellHands } from './hand-state.ts';
import { findProfile } from './profiles.ts';
import { type SpotsOfHand, spotsOfHand } from './spots-of-hand.ts';

/** Reviews of one player that may wait. */
const MOST_WAITING = 1_000;
/** Hands of a filter that are looked at in one request. */
const MOST_LOOKED = 500;
const BATCH = 50;
/** Seconds that a street may take: a river or a turn is solved well by then, and a flop by visits. */
const SECONDS = { flop: 600, turn: 60, river: 60 } as const;

interface Asked {
  readonly db: Database;
  readonly userId: string;
  readonly request: ReviewRequest;
}

/** Throws `hand-filter`, `request`, `too-many-jobs` where as many wait as may. */
export async function queueReviews(asked: Asked): Promise<ReviewsQueued> {
  const { db, userId, request } = asked;
  checkVillain(request.villain);
  const profile = await findProfile(db.at('hands'), userId);
  const room = MOST_WAITING - (await waiting(db, userId));
  if (room <= 0) throw wireError('too-many-jobs', { retryAfterS: 60 });
  const most = Math.min(request.most, room);
  const skipped = new Map<string, { code: string; message: string; hands: number }>();
  const skip = ({ code, message }: { code: string; message: string }): void => {
    const known = skipped.get(code) ?? { code, message, hands: 0 };
    skipped.set(code, { ...known, hands: known.hands + 1 });
  };
  let queued = 0;
  for await (const { id, isReviewed } of handsOf(asked)) {
    if (queued >= most) break;
    if (isReviewed && !request.again) {
      skip(sayHands.alreadyReviewed);
      continue;
    }
    const stored = await documentOf(db, userId, id);
    if (stored === null) continue;
    // Spots are made here, between other requests.
    await nextTurn();
    const spots = spotsOfHand(stored, profile, request);
    if (spots.kind === 'none') skip(spots.problem);
    if (await keep(asked, id, spots, profile)) queued += 1;
  }
  return { queued, skipped: [...skipped.values()] };
}

function checkVillain(villain: string | undefined): void {
  if (villain === undefined) return;
  const range = parseRange(villain, 'plo4');
  if (range.ok) return;
  const { message, hint, at, end } = range.error;
  throw new ApiError({ ...catalogueError('request'), message, hint, field: 'villain', at, end });
}

async function waiting(db: Database, userId: string): Promise<number> {
  const { count } = await db
    .at('hands')
    .selectFrom('hands.reviews')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('user_id', '=', userId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Named hands in the order of their names; hands of a filter by their pots, those that were reviewed left out. */
async function* handsOf({ db, userId, request }: Asked): AsyncGenerator<{ id: string; isReviewed: boolean }> {
  if (request.hands !== undefined) {
    const rows = await db
      .at('hands')
      .selectFrom('hands.hands')
      .select(['id', 'review'])
      .where('user_id', '=', userId)
      .where('id', 'in', request.hands)
      .execute();
    const reviews = new Map(rows.map(({ id, review }) => [id, review]));
    for (const id of new Set(request.hands)) {
      const review = reviews.get(id);
      if (review !== undefined) yield { id, isReviewed: review !== 'none' };
    }
    return;
  }
  const question = await handQuestion(request.filter);
  const candidates = {
    ...question,
    where: request.again
      ? sql<boolean>`${question.where} and last_street in ('flop', 'turn', 'river')`
      : sql<boolean>`${question.where} and review = 'none' and last_street in ('flop', 'turn', 'river')`,
  };
  const walk = { userId, question: candidates, columns: [], order: HAND_ORDERS.pot, batch: BATCH };
  let looked = 0;
  for await (const { rows } of walkHands(db, walk)) {
    for (const { id } of rows) {
      if (looked >= MOST_LOOKED) return;
      looked += 1;
      yield { id, isReviewed: false };
    }
  }
}

async function documentOf(db: Database, userId: string, id: string) {
  const row = await db
    .at('hands')
    .selectFrom('hands.hands')
    .innerJoin('hands.contents', 'hands.contents.hand_id', 'hands.hands.id')
    .select(['packing', 'document'])
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Takes the place of what was there of this hand. Whether it waits to be solved; false, too, where the hand is gone. */
async function keep(asked: Asked, handId: string, found: SpotsOfHand, profile: RangeProfile): Promise<boolean> {
  const { db, userId, request } = asked;
  const before: string[] = [];
  const isQueued = await db.as('hands', async (trx) => {
    // Before anything else is held: whoever deletes an account holds its row first, too.
    await holdUser(trx, userId);
    const hand = await trx
      .selectFrom('hands.hands')
      .select('id')
      .where('id', '=', handId)
      .where('user_id', '=', userId)
      .forUpdate()
      .executeTakeFirst();
    if (hand === undefined) return false;
    const gone = await trx.deleteFrom('hands.reviews').where('hand_id', '=', handId).returning('job_id').execute();
    before.push(...gone.flatMap(({ job_id }) => job_id ?? []));
    const row = { id: uuidv7(), user_id: userId, hand_id: handId, profile: profile.name };
    if (found.kind === 'spots') {
      await trx
        .insertInto('hands.reviews')
        .values({ ...row, ...waitingRow(found.spots) })
        .execute();
    } else {
      const street = request.streets[0] ?? 'turn';
      const reason = JSON.stringify(reasonOf(found.problem));
      await trx
        .insertInto('hands.reviews')
        .values({ ...row, street, state: 'no-solution', reason })
        .execute();
    }
    await tellHands(trx, [handId]);
    return found.kind === 'spots';
  });
  // What is still computed of the last one is for nobody.
  for (const jobId of before) await db.as('jobs', (trx) => cancelJob(trx, userId, jobId, 'review'));
  return isQueued;
}

const reasonOf = ({ code, message, hint }: Pick<WireError, 'code' | 'message' | 'hint'>): WireError => ({
  code,
  message,
  hint,
  at: null,
  end: null,
  field: null,
});

/** Its decisions are told at once, without what they cost. */
function waitingRow(spots: readonly [ReviewSpot, ...ReviewSpot[]]) {
  const [first] = spots;
  const decisions = first.decisions.map((decision) => ({
    ...decision,
    actions: [],
    evLost: null,
    precision: null,
    narrowed: decision.street !== first.street,
  }));
  return {
    street: first.street,
    state: 'waiting',
    spot: JSON.stringify(first.spot),
    seat: first.seat,
    situations: JSON.stringify(first.situations),
    spots: JSON.stringify(spots),
    decisions: JSON.stringify(decisions),
    seconds: SECONDS[first.street],
  };
}
