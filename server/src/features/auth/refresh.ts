/**
 * Refresh tokens: each is good for one use, which gives its successor.
 *
 * An answer can be lost on its way, so for ten seconds the same token gets the same successor again (it is made from the
 * token with the server's key, so nothing secret need be kept), as long as nobody has used that successor. A token that
 * comes back later, or after its successor was used, is in two hands: the whole session ends.
 *
 * Everything happens in one transaction that holds the session's row, by the clock of the database: of any number of
 * requests at once one makes the successor and the others find it; a process that dies in the middle has done nothing.
 */
import { sql } from 'kysely';
import type { Transaction } from '../../platform/db/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { hashToken, isOpaqueToken } from './opaque-tokens.ts';
import { sessionEnd } from './sessions.ts';

const RETRY_S = 10;
const PURPOSE = 'refresh tokens';

export type Refreshed =
  | { readonly kind: 'refreshed'; readonly userId: string; readonly jti: string; readonly refreshToken: string }
  /** Unknown, ended, or in two hands. */
  | { readonly kind: 'refused' };

const REFUSED: Refreshed = { kind: 'refused' };

/** Resolves, also where it refuses: that a session ends must be committed. */
export async function refreshSession(trx: Transaction, secrets: Secrets, token: string): Promise<Refreshed> {
  const session = await lockSessionOf(trx, token);
  if (session === null) return REFUSED;
  const hash = hashToken(token);
  // Read under the lock: another request may have used it meanwhile.
  const { rows } = await sql<{ isUsed: boolean; mayRetry: boolean }>`
    select t.used_at is not null as "isUsed",
      coalesce(next.used_at is null and t.used_at > now() - make_interval(secs => ${RETRY_S}), false) as "mayRetry"
    from auth.refresh_tokens t left join auth.refresh_tokens next on next.token_hash = t.successor_hash
    where t.token_hash = ${hash}`.execute(trx);
  const row = rows[0];
  if (row === undefined || !session.isOpen) return REFUSED;
  if (row.isUsed && !row.mayRetry) {
    await trx
      .updateTable('auth.user_sessions')
      .set({ revoked_at: sql`now()`, revoked_why: 'reuse' })
      .where('id', '=', session.id)
      .execute();
    return REFUSED;
  }
  const successor = secrets.hmac(PURPOSE, token).toString('base64url');
  if (!row.isUsed) await replace(trx, session.id, hash, hashToken(successor));
  return { kind: 'refreshed', userId: session.user_id, jti: session.token_jti, refreshToken: successor };
}

/** The session a refresh token belongs to, whichever of its family it is; null where there is none. */
export async function lockSessionOf(
  trx: Transaction,
  token: string,
): Promise<{ id: string; user_id: string; token_jti: string; isOpen: boolean } | null> {
  if (!isOpaqueToken(token)) return null;
  const row = await trx
    .selectFrom('auth.user_sessions')
    .select(['id', 'user_id', 'token_jti', sql<boolean>`revoked_at is null and expires_at > now()`.as('isOpen')])
    .where('id', '=', (query) =>
      query.selectFrom('auth.refresh_tokens').select('session_id').where('token_hash', '=', hashToken(token)),
    )
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

async function replace(trx: Transaction, sessionId: string, hash: Buffer, successorHash: Buffer): Promise<void> {
  await trx.insertInto('auth.refresh_tokens').values({ token_hash: successorHash, session_id: sessionId }).execute();
  await trx
    .updateTable('auth.refresh_tokens')
    .set({ used_at: sql`now()`, successor_hash: successorHash })
    .where('token_hash', '=', hash)
    .execute();
  await trx
    .updateTable('auth.user_sessions')
    .set({ used_at: sql`now()`, expires_at: sessionEnd })
    .where('id', '=', sessionId)
    .execute();
}
