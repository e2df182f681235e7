/**
 * Which account somebody is whom Google knows. Issuer and subject decide; the address only the first time, and only
 * where both sides have proved it: else whoever registers an address first would wait in its owner's account.
 */
import { emailSchema, type GoogleError } from '@ploscope/contracts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Identity } from './google-client.ts';
import { makeAccount } from './registration.ts';
import { findUserByEmail, lockUser, type User } from './users.ts';

export type GoogleAccount =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly error: GoogleError };

/** The account, found, linked or made. A guest who asked becomes a new account, never one that is there. */
export async function accountOf(trx: Transaction, identity: Identity, guestId: string | null): Promise<GoogleAccount> {
  const { issuer, subject } = identity;
  const known = await trx
    .selectFrom('auth.identities')
    .select('user_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (known !== undefined) return unlessSecondFactor(await lockUser(trx, known.user_id));

  const email = emailSchema.safeParse(identity.email);
  if (!email.success || !identity.isEmailVerified) return { ok: false, error: 'google-unproved' };
  const owner = await findUserByEmail(trx, email.data);
  const account =
    owner === undefined
      ? await makeAccount(trx, { email: email.data, passwordHash: null, isVerified: true, guestId })
      : await lockUser(trx, owner.id);
  if (account.email_verified_at === null || account.email !== email.data) {
    return { ok: false, error: 'account-unproved' };
  }
  const answer = unlessSecondFactor(account);
  if (!answer.ok) return answer;
  await trx.insertInto('auth.identities').values({ issuer, subject, user_id: account.id }).execute();
  return answer;
}

/** Who asked for a code at every sign-in is not signed in without one. */
function unlessSecondFactor(user: User): GoogleAccount {
  return user.totp_confirmed_at === null ? { ok: true, user } : { ok: false, error: 'second-factor' };
}
