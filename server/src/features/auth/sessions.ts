/** Sessions: where a player is signed in. Each has one family of refresh tokens, and one `jti` of access tokens. */
import { randomUUID } from 'node:crypto';
import type { Session } from '@ploscope/contracts';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../platform/db/index.ts';
import { hashToken, makeOpaqueToken } from './opaque-tokens.ts';

/** A session ends when it was not used for so long. */
export const SESSION_DAYS = 30;
export const sessionEnd = sql<Date>`now() + make_interval(days => ${SESSION_DAYS})`;

export type EndedBy = 'logout' | 'everywhere' | 'reuse' | 'password' | 'removed';

/** What is remembered of the one who signs in, so that the player knows the session again. */
export interface Visitor {
  readonly userAgent: string;
  readonly address: string;
}

export interface OpenedSession {
  readonly jti: string;
  readonly refreshToken: string;
}

/** A session with tokens nobody has seen before. */
export async function openSession(trx: Transaction, userId: string, visitor: Visitor): Promise<OpenedSession> {
  const id = uuidv7();
  const jti = randomUUID();
  const refreshToken = makeOpaqueToken();
  await trx
    .insertInto('auth.user_sessions')
    .values({
      id,
      user_id: userId,
      token_jti: jti,
      user_agent: visitor.userAgent.slice(0, 300),
      address: visitor.address,
      expires_at: sessionEnd,
    })
    .execute();
  await trx
    .insertInto('auth.refresh_tokens')
    .values({ token_hash: hashToken(refreshToken), session_id: id })
    .execute();
  return { jti, refreshToken };
}

/** Ends sessions of a player: all, or all but one. */
export async function endSessions(
  trx: Transaction,
  userId: string,
  why: EndedBy,
  exceptId: string | null = null,
): Promise<void> {
  await trx
    .updateTable('auth.user_sessions')
    .set({ revoked_at: sql`now()`, revoked_why: why })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .$if(exceptId !== null, (query) => query.where('id', '<>', exceptId))
    .execute();
}

/** False where the player has no such session, or it has ended. */
export async function endSession(trx: Transaction, userId: string, id: string, why: EndedBy): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('auth.user_sessions')
    .set({ revoked_at: sql`now()`, revoked_why: why })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Those that have not ended, the last used first. */
export async function listSessions(trx: Transaction, userId: string, currentId: string | null): Promise<Session[]> {
  const rows = await trx
    .selectFrom('auth.user_sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('used_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    userAgent: row.user_agent,
    address: row.address,
    createdAt: row.created_at.toISOString(),
    usedAt: row.used_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}
