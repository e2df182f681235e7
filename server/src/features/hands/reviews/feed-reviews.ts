/**
 * Reviews become jobs: a few of each player at a time, so that hundreds may wait here while the line of jobs stays short
 * and a player's own solves come first.
 */
import type { SolveOptions } from '@ploscope/contracts';
import type { ReviewSpot } from '@ploscope/poker';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../../../platform/db/index.ts';
import { enqueue, type PlayerLimits } from '../../jobs/index.ts';

/** Jobs of one player's reviews at once: one that is computed, one that waits for the place. */
const AT_ONCE = 2;
/** Behind everything else that the player asked for. */
const PRIORITY = -10;
/** Part of the pot at which a street is solved well enough, and the next can begin. */
const TARGET = 0.004;

interface Waiting {
  readonly id: string;
  readonly user_id: string;
  readonly spots: readonly ReviewSpot[];
  readonly seconds: number;
}

/** How many became jobs. Each in a transaction of its own, with its job: it is one or it waits, never between. */
export async function feedReviews(db: Database, most: PlayerLimits): Promise<number> {
  let fed = 0;
  /** Players for whom there is no room now. */
  const full: string[] = [];
  for (;;) {
    const next = await db.as('hands', async (trx) => {
      const review = await nextInLine(trx, full);
      if (review === null) return null;
      const made = await makeJob(trx, review, most);
      if (!made) full.push(review.user_id);
      return made;
    });
    if (next === null) return fed;
    if (next) fed += 1;
  }
}

async function nextInLine(trx: Transaction, without: readonly string[]): Promise<Waiting | null> {
  const { rows } = await sql<Waiting>`
    select id, user_id, spots, seconds from hands.reviews r
    where state = 'waiting' and job_id is null and spots is not null and user_id <> all(${without}::uuid[]) and (
      select count(*) from hands.reviews open
      where open.user_id = r.user_id and open.state = 'waiting' and open.job_id is not null
    ) < ${AT_ONCE}
    order by id limit 1 for update skip locked`.execute(trx);
  return rows[0] ?? null;
}

async function makeJob(
  trx: Transaction,
  { id, user_id, spots, seconds }: Waiting,
  most: PlayerLimits,
): Promise<boolean> {
  const [first] = spots;
  const options: SolveOptions = { target: TARGET, seconds, firstStreetOnly: true };
  const job = {
    id: uuidv7(),
    userId: user_id,
    kind: 'review',
    priority: PRIORITY,
    request: { ...first?.spot, options, review: spots },
    keptBytes: 0,
  } as const;
  if ((await enqueue(trx, job, most)).kind !== 'made') return false;
  await trx.updateTable('hands.reviews').set({ job_id: job.id }).where('id', '=', id).execute();
  return true;
}
