/** Signing in with address and password, and with a code where the account asks for one. */
import { wireError } from '../../platform/http/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { type Grant, grantSession, toGrant } from './grant.ts';
import { countGuess, forgetGuesses } from './guessing.ts';
import { takeSecondFactor } from './second-factor-codes.ts';
import type { Visitor } from './sessions.ts';
import { findUserByEmail, lockUserIfThere } from './users.ts';

export interface Login {
  readonly email: string;
  readonly password: string;
  readonly code?: string | undefined;
}

export async function login(context: AuthContext, { email, password, code }: Login, visitor: Visitor): Promise<Grant> {
  const { db, limits, passwords, secrets } = context;
  await countGuess(limits, email);
  const found = await findUserByEmail(db.at('auth'), email);
  const stored = found?.password_hash ?? null;
  const isRight = await passwords.matches(stored, password);
  if (found === undefined || stored === null || !isRight) throw wireError('wrong-login');
  const asksForCode = found.totp_confirmed_at !== null;
  if (asksForCode && code === undefined) throw wireError('second-factor');
  const rehashed = passwords.isOutdated(stored) ? await passwords.hash(password) : stored;

  const granted = await db.as('auth', async (trx) => {
    const user = await lockUserIfThere(trx, found.id);
    // Changed, or deleted, while this one was compared.
    if (user === undefined || user.password_hash !== stored || user.email !== email) throw wireError('wrong-login');
    if (user.totp_confirmed_at !== null && !(await takeSecondFactor(trx, secrets, user, code ?? ''))) {
      throw wireError(code === undefined ? 'second-factor' : 'wrong-code');
    }
    if (rehashed !== stored) {
      await trx.updateTable('auth.users').set({ password_hash: rehashed }).where('id', '=', user.id).execute();
    }
    return grantSession(trx, context, user, visitor);
  });
  await forgetGuesses(limits, email);
  return toGrant(context, granted);
}
