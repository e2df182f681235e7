/** Refreshing and ending the session a refresh cookie stands for; a personal access token ends itself. */
import { type Asker, wireError } from '../../platform/http/index.ts';
import { refreshRole } from './admins.ts';
import type { AuthContext } from './auth-parts.ts';
import { type Grant, toGrant } from './grant.ts';
import { hashToken } from './opaque-tokens.ts';
import { lockSessionOf, refreshSession } from './refresh.ts';
import { endSession } from './sessions.ts';
import { findUser } from './users.ts';

/** Null where the token opens nothing. */
export async function refresh(context: AuthContext, token: string): Promise<Grant | null> {
  const { db, secrets, config } = context;
  const granted = await db.as('auth', async (trx) => {
    const refreshed = await refreshSession(trx, secrets, token);
    if (refreshed.kind === 'refused') return null;
    const user = await findUser(trx, refreshed.userId);
    return user === undefined ? null : { ...refreshed, user: await refreshRole(trx, config, user) };
  });
  return granted === null ? null : toGrant(context, granted);
}

/**
 * Ends the session of the cookie and that of the access token, which are the same in a browser. A personal access token
 * (`bearer`) may not manage others, but whoever holds it may end it.
 */
export async function logout(
  { db }: AuthContext,
  token: string | null,
  asker: Asker | null,
  bearer: string | undefined,
): Promise<void> {
  await db.as('auth', async (trx) => {
    const session = token === null ? null : await lockSessionOf(trx, token);
    if (session !== null) await endSession(trx, session.user_id, session.id, 'logout');
    if (asker === null) return;
    if (asker.sessionId !== null) await endSession(trx, asker.userId, asker.sessionId, 'logout');
    else if (bearer !== undefined) {
      await trx.deleteFrom('auth.personal_tokens').where('token_hash', '=', hashToken(bearer)).execute();
    }
  });
}

/** Ends one of the player's own sessions. Throws `not-found`, also for somebody else's. */
export async function removeSession({ db }: AuthContext, asker: Asker, id: string): Promise<void> {
  const isEnded = await db.as('auth', (trx) => endSession(trx, asker.userId, id, 'removed'));
  if (!isEnded) throw wireError('not-found');
}
