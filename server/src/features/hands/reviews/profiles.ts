/** The ranges that a player's reviews begin with: the player's own profile, or the one that everybody has at first. */
import { catalogueError, type RangeProfile } from '@ploscope/contracts';
import { checkProfile, DEFAULT_PROFILE } from '@ploscope/poker';
import { sql } from 'kysely';
import type { Transaction } from '../../../platform/db/index.ts';
import { ApiError } from '../../../platform/http/index.ts';

export async function findProfile(trx: Transaction, userId: string): Promise<RangeProfile> {
  const row = await trx
    .selectFrom('hands.profiles')
    .select(['name', 'ranges'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row !== undefined) return { name: row.name, ranges: row.ranges as Record<string, string> };
  return { name: DEFAULT_PROFILE.name, ranges: { ...DEFAULT_PROFILE.ranges } };
}

/** Throws `hand-profile`. Reviews that were made keep the ranges they were made with. */
export async function keepProfile(trx: Transaction, userId: string, profile: RangeProfile): Promise<void> {
  const checked = checkProfile(profile);
  if (!checked.ok) {
    const { message, hint, field, at, end } = checked.error;
    throw new ApiError({ ...catalogueError('hand-profile'), message, hint, field, at, end });
  }
  const values = { name: profile.name, ranges: JSON.stringify(profile.ranges) };
  await trx
    .insertInto('hands.profiles')
    .values({ user_id: userId, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...values, updated_at: sql`now()` }))
    .execute();
}
