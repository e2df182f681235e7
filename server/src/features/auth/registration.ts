/**
 * Making accounts. A guest who registers becomes the account and keeps what is stored; every session and token the guest
 * had ends then, so that whoever prepared a guest for somebody else has nothing of the account.
 */
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../platform/db/index.ts';
import { type Asker, wireError } from '../../platform/http/index.ts';
import { writeMail } from '../../text/mails.ts';
import type { AuthContext } from './auth-parts.ts';
import { type Grant, grantSession, toGrant } from './grant.ts';
import { countGuess } from './guessing.ts';
import { makeMailLink } from './mail-tokens.ts';
import { endSessions, type Visitor } from './sessions.ts';
import { appendUserEvent } from './user-events.ts';
import { isTaken, lockUser, type User } from './users.ts';

export interface NewAccount {
  readonly email: string;
  readonly passwordHash: string | null;
  readonly isVerified: boolean;
  /** Who becomes the account, if still a guest. */
  readonly guestId: string | null;
}

export async function register(
  context: AuthContext,
  { email, password }: { email: string; password: string },
  asker: Asker | null,
  visitor: Visitor,
): Promise<Grant> {
  // Whoever deletes the account and registers it again writes to the same mailbox.
  await countGuess(context.limits, `mail ${email}`);
  await context.passwords.refuseKnown(password);
  const passwordHash = await context.passwords.hash(password);
  const guestId = guestOf(asker);
  const granted = await context.db.as('auth', async (trx) => {
    const user = await makeAccount(trx, { email, passwordHash, isVerified: false, guestId });
    await sendVerification(trx, context, user.id, email);
    return grantSession(trx, context, user, visitor);
  });
  return toGrant(context, granted);
}

/** The guest who asks from a session, if it is one. */
export function guestOf(asker: Asker | null): string | null {
  return asker?.isGuest && asker.sessionId !== null ? asker.userId : null;
}

export async function signInAsGuest(context: AuthContext, visitor: Visitor): Promise<Grant> {
  const granted = await context.db.as('auth', async (trx) => {
    const user = await trx
      .insertInto('auth.users')
      .values({ id: uuidv7(), is_guest: true })
      .returningAll()
      .executeTakeFirstOrThrow();
    return grantSession(trx, context, user, visitor);
  });
  return toGrant(context, granted);
}

/** The row of a new account. Throws `email-taken`. */
export async function makeAccount(trx: Transaction, account: NewAccount): Promise<User> {
  const guest = account.guestId === null ? null : await lockUser(trx, account.guestId);
  const values = {
    email: account.email,
    password_hash: account.passwordHash,
    email_verified_at: account.isVerified ? sql<Date>`now()` : null,
    is_guest: false,
  };
  try {
    const user = guest?.is_guest
      ? await becomeAccount(trx, guest.id, values)
      : await trx
          .insertInto('auth.users')
          .values({ id: uuidv7(), ...values })
          .returningAll()
          .executeTakeFirstOrThrow();
    await appendUserEvent(trx, 'UserRegistered', user.id);
    return user;
  } catch (error) {
    throw isTaken(error) ? wireError('email-taken') : error;
  }
}

async function becomeAccount(trx: Transaction, id: string, values: object): Promise<User> {
  const user = await trx
    .updateTable('auth.users')
    .set(values)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await endSessions(trx, id, 'password');
  await trx.deleteFrom('auth.personal_tokens').where('user_id', '=', id).execute();
  return user;
}

/** Writes the mail that proves an address. */
export async function sendVerification(
  trx: Transaction,
  { publicUrl, mailer }: AuthContext,
  userId: string,
  email: string,
): Promise<void> {
  const url = await makeMailLink(trx, publicUrl, { userId, purpose: 'verify-email', email });
  await mailer.send(trx, { to: email, ...writeMail.verifyEmail(url) });
}
