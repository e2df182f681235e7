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
export async function once<T extends object>(trx: Transaction, keyed: Keyed, make: () => Promise<T>): Promise<T> {
  const { userId, route, key } = keyed;
  if (key === null) return make();
  // Until this transaction ends: whoever comes next finds its row, or none when it came to nothing.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${userId} ${route} ${key}`}, 2))`.execute(trx);
  const first = await findAnswer(trx, keyed);
  if (first !== null) return first as T;
  const answer = await make();
  await keepAnswer(trx, keyed, answer);
  return answer;
}

/** What was kept under the key; null for nothing. Throws `idempotency-key`, as `once` does. */
export async function findAnswer(trx: Transaction, { userId, route, key, request }: Keyed): Promise<object | null> {
  const kept = await trx
    .selectFrom('platform.idempotency_keys')
    .select(['request_hash', 'answer'])
    .where('user_id', '=', userId)
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirst();
  if (kept === undefined) return null;
  if (!kept.request_hash.equals(hashOf(request))) throw wireError('idempotency-key');
  return kept.answer as object;
}

/** In the transaction that made what is answered. */
export async function keepAnswer(trx: Transaction, keyed: Keyed, answer: object): Promise<void> {
  const { userId, route, key, request } = keyed;
  if (key === null) return;
  await trx
    .insertInto('platform.idempotency_keys')
    .values({ user_id: userId, route, key, request_hash: hashOf(request), answer: JSON.stringify(answer) })
    .execute();
}

function hashOf(request: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(request)).digest();
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
