/**
 * Who a bearer token stands for. Each request asks the database, so a session that was ended is over at once. That is
 * the most frequent statement of all, hence one bare statement in place of a transaction with the feature's role. The list
 * of administrators is asked each time, too: a personal token may live for years after its holder left that list.
 */
import type { Database } from '../../platform/db/index.ts';
import type { Asker, Authenticate } from '../../platform/http/index.ts';
import type { AccessTokens } from './access-tokens.ts';
import { listedRole } from './admins.ts';
import type { AuthConfig } from './auth-parts.ts';
import { hashToken } from './opaque-tokens.ts';
import { PERSONAL_PREFIX } from './personal-tokens.ts';

interface Row {
  readonly id: string;
  readonly user_id: string;
  readonly email: string | null;
  readonly email_verified_at: Date | null;
  readonly is_guest: boolean;
}

const BY_SESSION = `select s.id, s.user_id, u.email, u.email_verified_at, u.is_guest
  from auth.user_sessions s join auth.users u on u.id = s.user_id
  where s.token_jti = $1 and s.user_id = $2 and s.revoked_at is null and s.expires_at > now()`;

const BY_PERSONAL_TOKEN = `select t.id, t.user_id, u.email, u.email_verified_at, u.is_guest,
    (t.used_at is null or t.used_at < now() - interval '1 minute') as is_stale
  from auth.personal_tokens t join auth.users u on u.id = t.user_id
  where t.token_hash = $1 and (t.expires_at is null or t.expires_at > now())`;

/** When it was last used is kept to the minute, so that reading does not mean writing. */
const USED = 'update auth.personal_tokens set used_at = now() where id = $1';

export function createAuthenticate(
  db: Database,
  accessTokens: AccessTokens,
  config: Pick<AuthConfig, 'adminEmails'>,
): Authenticate {
  const toAsker = (row: Row, sessionId: string | null): Asker => {
    return { userId: row.user_id, role: listedRole(config, row), isGuest: row.is_guest, sessionId };
  };
  return async (bearer) => {
    if (bearer.startsWith(PERSONAL_PREFIX)) {
      const [row] = await db.query<Row & { is_stale: boolean }>(BY_PERSONAL_TOKEN, [hashToken(bearer)]);
      if (row?.is_stale) await db.query(USED, [row.id]);
      return row === undefined ? null : toAsker(row, null);
    }
    const claims = await accessTokens.verify(bearer);
    if (claims === null) return null;
    const [row] = await db.query<Row>(BY_SESSION, [claims.jti, claims.userId]);
    return row === undefined ? null : toAsker(row, row.id);
  };
}
