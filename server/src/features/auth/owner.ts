/**
 * Asking once more for what only the owner has, before anything that could take the account away: the password, and a code
 * where signing in asks for one. Whoever finds a page left open, or steals a session, has neither.
 */
import type { Transaction } from '../../platform/db/index.ts';
import { wireError } from '../../platform/http/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { countGuess, forgetGuesses } from './guessing.ts';
import { checkOwnPassword, refuseChangedPassword } from './own-password.ts';
import { takeSecondFactor } from './second-factor-codes.ts';
import { lockUser, type User } from './users.ts';

export interface OwnProof {
  readonly password: string;
  readonly code?: string | undefined;
}

export interface Owner {
  /** The row, held; uses up the code. Throws `wrong-code`, and where something changed meanwhile what would have been said. */
  lock(trx: Transaction): Promise<User>;
  /** After the transaction. */
  forgetGuesses(): Promise<void>;
}

/** Throws `wrong-password`, `second-factor` where a code is missing, `rate-limit`. */
export async function proveOwner(context: AuthContext, userId: string, proof: OwnProof): Promise<Owner> {
  return withCode(context, await checkOwnPassword(context, userId, proof.password), proof.code);
}

/** The same for who has proved otherwise to be `checked`. */
export async function withCode(
  { limits, secrets }: AuthContext,
  checked: User,
  code: string | undefined,
): Promise<Owner> {
  const counted = `code ${checked.id}`;
  const asksForCode = checked.totp_confirmed_at !== null;
  if (asksForCode && code === undefined) throw wireError('second-factor');
  if (asksForCode) await countGuess(limits, counted);
  return {
    async lock(trx) {
      const user = await lockUser(trx, checked.id);
      refuseChangedPassword(checked, user);
      if (user.totp_confirmed_at === null) return user;
      // Turned on while the password was compared.
      if (code === undefined || !asksForCode) throw wireError('second-factor');
      if (!(await takeSecondFactor(trx, secrets, user, code))) throw wireError('wrong-code');
      return user;
    },
    forgetGuesses: async () => {
      if (asksForCode) await forgetGuesses(limits, counted);
    },
  };
}
