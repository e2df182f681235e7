/** What a sign-in, of whatever kind, gives: a session, and the tokens of it. */
import type { Access } from '@ploscope/contracts';
import type { Transaction } from '../../platform/db/index.ts';
import { ACCESS_TOKEN_S } from './access-tokens.ts';
import { refreshRole } from './admins.ts';
import type { AuthContext } from './auth-parts.ts';
import { openSession, type Visitor } from './sessions.ts';
import { toPlayer, type User } from './users.ts';

/** A player with the session just opened or refreshed. */
export interface Granted {
  readonly user: User;
  readonly jti: string;
  readonly refreshToken: string;
}

export interface Grant {
  readonly access: Access;
  /** For the cookie. */
  readonly refreshToken: string;
}

/** Opens a session of a user whose row is held. */
export async function grantSession(
  trx: Transaction,
  { config }: AuthContext,
  user: User,
  visitor: Visitor,
): Promise<Granted> {
  const listed = await refreshRole(trx, config, user);
  return { user: listed, ...(await openSession(trx, user.id, visitor)) };
}

/** After the transaction: the answer. */
export async function toGrant({ accessTokens }: AuthContext, { user, jti, refreshToken }: Granted): Promise<Grant> {
  const accessToken = await accessTokens.sign({ userId: user.id, jti });
  return { access: { accessToken, expiresInS: ACCESS_TOKEN_S, player: toPlayer(user) }, refreshToken };
}
