/** Asking for the password once more, before something that only its owner may do. */
import { wireError } from '../../platform/http/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { countGuess, forgetGuesses } from './guessing.ts';
import { findUser, gone, type User } from './users.ts';

/** The account, whose password it was. Throws `wrong-password`, also where the account has none. */
export async function checkOwnPassword(
  { db, limits, passwords }: AuthContext,
  userId: string,
  password: string,
): Promise<User> {
  const user = await findUser(db.at('auth'), userId);
  if (user === undefined) throw gone();
  const counted = user.email ?? user.id;
  await countGuess(limits, counted);
  if (!(await passwords.matches(user.password_hash, password))) throw wireError('wrong-password');
  await forgetGuesses(limits, counted);
  return user;
}

/** Under the lock: it is still the password that was given. */
export function refuseChangedPassword(checked: User, locked: User): void {
  if (checked.password_hash !== locked.password_hash) throw wireError('wrong-password');
}
