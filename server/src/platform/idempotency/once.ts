/**
 * A creating POST under a key of its sender's: the first makes the thing and keeps the answer in the same transaction,
 * any later one gets that answer. Two at the same moment take turns.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Transaction } from '../db/index.ts';
import { wireError } from '../http/index.ts';

export interface Keyed {
  readonly userId: string;
  readonly route: string;
  /** Null for none: then it is simply made. */
  readonly key: string | null;
  /** What was asked: the same key must stand for the same. */
  readonly request: unknown;
}

/** Throws `idempotency-key` where the key was used for another request. */
export async function once<T extends object>(
  trx: Transaction,
  { userId, route, key, request }: Keyed,
  make: () => Promise<T>,
): Promise<T> {
  if (key === null) return make();
  const hash = createHash('sha256').update(JSON.stringify(request)).digest();
  // Until this transaction ends: whoever comes next finds its row, or none when it came to nothing.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${userId} ${route} ${key}`}, 2))`.execute(trx);
  const first = await trx
    .selectFrom('platform.idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('user_id', '=', userId)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst();
  if (first !== undefined) {
    if (!first.request_hash.equals(hash)) throw wireError('idempotency-key');
    return first.answer as T;
  }
  const answer = await make();
  await trx
    .insertInto('platform.idempotency_keys')
    .values({ user_id: userId, route, key, request_hash: hash, status: 202, answer: JSON.stringify(answer) })
    .execute();
  return answer;
}

/** How long an answer is kept under its key, in days. */
const KEPT_DAYS = 7;

/** Removes keys nobody repeats any more; how many. */
export async function forgetOldKeys(db: Database): Promise<number> {
  const rows = await db.query(
    'delete from platform.idempotency_keys where created_at < now() - make_interval(days => $1) returning key',
    [KEPT_DAYS],
  );
  return rows.length;
}
