/** Deleting an account with everything any feature keeps of it: one transaction, so never by halves. */

import type { Transaction } from '../../platform/db/index.ts';
import { type Asker, wireError } from '../../platform/http/index.ts';
import type { AuthContext, UserData } from './auth-parts.ts';
import { setRole } from './feature-role.ts';
import { checkOwnPassword } from './own-password.ts';
import { withCode } from './owner.ts';
import { appendUserEvent } from './user-events.ts';
import { findUser, gone, type User } from './users.ts';

export interface Proof {
  readonly password?: string | undefined;
  readonly email?: string | undefined;
  readonly code?: string | undefined;
}

/** Asks for the password where there is one, else for the own address, and for a code as signing in does. A guest has none. */
export async function deleteAccount(context: AuthContext, { userId }: Asker, proof: Proof): Promise<void> {
  const { db, userData } = context;
  const user = await findUser(db.at('auth'), userId);
  if (user === undefined) throw gone();
  await checkProof(context, user, proof);
  const owner = await withCode(context, user, proof.code);
  await db.asOwner(async (trx) => {
    await owner.lock(trx);
    await deleteUser(trx, userData, userId);
  });
  await owner.forgetGuesses();
}

async function checkProof(context: AuthContext, user: User, { password, email }: Proof): Promise<void> {
  if (user.password_hash !== null) await checkOwnPassword(context, user.id, password ?? '');
  else if (user.email !== null && email?.trim().toLowerCase() !== user.email) throw wireError('wrong-password');
}

/** In a transaction of the owner, whose row of the user is held. */
export async function deleteUser(trx: Transaction, userData: readonly UserData[], userId: string): Promise<void> {
  await trx.deleteFrom('platform.idempotency_keys').where('user_id', '=', userId).execute();
  for (const { feature, deleteOf } of userData) {
    await setRole(trx, feature);
    await deleteOf(trx, userId);
  }
  await setRole(trx, 'auth');
  await appendUserEvent(trx, 'UserDeleted', userId);
  // Sessions, tokens and the rest of this schema go with the row.
  await trx.deleteFrom('auth.users').where('id', '=', userId).execute();
  await setRole(trx, null);
}
