/**
 * Who a bearer token stands for. Each request asks the database, so a session that was ended is over at once. The list of
 * administrators is asked each time, too: a personal token may live for years after its holder left that list.
 */
import { sql } from 'kysely';
import type { Database } from '../../platform/db/index.ts';
import type { Asker, Authenticate } from '../../platform/http/index.ts';
import type { AccessTokens } from './access-tokens.ts';
import { listedRole } from './admins.ts';
import type { AuthConfig } from './auth-parts.ts';
import { hashToken } from './opaque-tokens.ts';
import { PERSONAL_PREFIX } from './personal-tokens.ts';
import type { User } from './users.ts';

export function createAuthenticate(
  db: Database,
  accessTokens: AccessTokens,
  config: Pick<AuthConfig, 'adminEmails'>,
): Authenticate {
  const toAsker = (
    user: Pick<User, 'id' | 'email' | 'email_verified_at' | 'is_guest'>,
    sessionId: string | null,
  ): Asker => {
    return { userId: user.id, role: listedRole(config, user), isGuest: user.is_guest, sessionId };
  };
  const authenticate = async (bearer: string): Promise<Asker | null> => {
    if (bearer.startsWith(PERSONAL_PREFIX)) {
      const row = await byPersonalToken(db, bearer);
      if (row?.is_stale) await noteUse(db, row.token_id);
      return row === undefined ? null : toAsker(row, null);
    }
    const claims = await accessTokens.verify(bearer);
    if (claims === null) return null;
    const row = await bySession(db, claims);
    return row === undefined ? null : toAsker(row, row.session_id);
  };
  return Object.assign(authenticate, { isOurs: accessTokens.isOurs });
}

const USER = ['u.id', 'u.email', 'u.email_verified_at', 'u.is_guest'] as const;

function bySession(db: Database, { jti, userId }: { jti: string; userId: string }) {
  return db
    .at('auth')
    .selectFrom('auth.user_sessions as s')
    .innerJoin('auth.users as u', 'u.id', 's.user_id')
    .select(['s.id as session_id', ...USER])
    .where('s.token_jti', '=', jti)
    .where('s.user_id', '=', userId)
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
}

function byPersonalToken(db: Database, token: string) {
  return db
    .at('auth')
    .selectFrom('auth.personal_tokens as t')
    .innerJoin('auth.users as u', 'u.id', 't.user_id')
    .select(['t.id as token_id', ...USER])
    .select(sql<boolean>`t.used_at is null or t.used_at < now() - interval '1 minute'`.as('is_stale'))
    .where('t.token_hash', '=', hashToken(token))
    .where((eb) => eb.or([eb('t.expires_at', 'is', null), eb('t.expires_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst();
}

/** Kept to the minute, so that reading does not mean writing. */
async function noteUse(db: Database, id: string): Promise<void> {
  await db
    .at('auth')
    .updateTable('auth.personal_tokens')
    .set({ used_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}
