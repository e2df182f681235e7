/** Accounts as rows, and as the player sees them. */
import type { Player } from '@ploscope/contracts';
import { type Selectable, sql } from 'kysely';
import type { DB, Transaction } from '../../platform/db/index.ts';
import { type ApiError, wireError } from '../../platform/http/index.ts';

export type User = Selectable<DB['auth.users']>;

export function findUserByEmail(trx: Transaction, email: string): Promise<User | undefined> {
  return trx.selectFrom('auth.users').selectAll().where('email', '=', email).executeTakeFirst();
}

/** Undefined where it was deleted meanwhile. */
export function findUser(trx: Transaction, id: string): Promise<User | undefined> {
  return trx.selectFrom('auth.users').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The row, held until the transaction ends; undefined where the account is gone. */
export function lockUserIfThere(trx: Transaction, id: string): Promise<User | undefined> {
  return trx.selectFrom('auth.users').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The same for who is signed in. Throws `signed-out` where the account is gone. */
export async function lockUser(trx: Transaction, id: string): Promise<User> {
  const user = await lockUserIfThere(trx, id);
  if (user === undefined) throw gone();
  return user;
}

/** For other features: throws `signed-out` where the account is gone; one that is there stays until the transaction ends. */
export async function holdUser(trx: Transaction, id: string): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select auth.hold_user(${id}) as there`.execute(trx);
  if (rows[0]?.there !== true) throw gone();
}

/** An account that was deleted while its token was still good. */
export function gone(): ApiError {
  return wireError('signed-out');
}

export function toPlayer(user: User): Player {
  return {
    id: user.id,
    email: user.email,
    emailVerified: user.email_verified_at !== null,
    role: user.role === 'admin' ? 'admin' : 'player',
    guest: user.is_guest,
    hasPassword: user.password_hash !== null,
    twoFactor: user.totp_confirmed_at !== null,
    createdAt: user.created_at.toISOString(),
  };
}

/** The message PostgreSQL gives when another row has the value. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}
