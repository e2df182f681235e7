/** Everything that is stored of a player, as one document: of the account here, of the rest from each feature. */
import { sql } from 'kysely';
import type { Transaction } from '../../platform/db/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { setRole } from './feature-role.ts';
import { findUser, gone, toPlayer } from './users.ts';

export async function exportAccount({ db, userData }: AuthContext, userId: string): Promise<Record<string, unknown>> {
  return db.asOwner(async (trx) => {
    // All parts from the same moment.
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    await setRole(trx, 'auth');
    const account = await exportOwn(trx, userId);
    const parts: Record<string, unknown> = {};
    for (const { feature, exportOf } of userData) {
      await setRole(trx, feature);
      parts[feature] = await exportOf(trx, userId);
    }
    return { exportedAt: new Date().toISOString(), account, ...parts };
  });
}

/** Without what is no use to the player and some to a thief: hashes, sealed secrets. */
async function exportOwn(trx: Transaction, userId: string): Promise<Record<string, unknown>> {
  const user = await findUser(trx, userId);
  if (user === undefined) throw gone();
  const identities = await trx
    .selectFrom('auth.identities')
    .select(['issuer', 'subject', 'created_at as linkedAt'])
    .where('user_id', '=', userId)
    .execute();
  const sessions = await trx
    .selectFrom('auth.user_sessions')
    .select([
      'id',
      'user_agent as userAgent',
      'address',
      'created_at as createdAt',
      'used_at as usedAt',
      'expires_at as expiresAt',
      'revoked_at as endedAt',
      'revoked_why as endedBy',
    ])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute();
  const personalTokens = await trx
    .selectFrom('auth.personal_tokens')
    .select(['id', 'name', 'hint', 'created_at as createdAt', 'used_at as usedAt', 'expires_at as expiresAt'])
    .where('user_id', '=', userId)
    .orderBy('created_at')
    .execute();
  return { ...toPlayer(user), emailVerifiedAt: user.email_verified_at, identities, sessions, personalTokens };
}
