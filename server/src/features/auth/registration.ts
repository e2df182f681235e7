/**
 * Making accounts. A guest who registers becomes the account and keeps what is stored; every session and token the guest
 * had ends then, so that whoever prepared a guest for somebody else has nothing of the account.
 */
import { ROUTES } from '@ploscope/contracts';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError, type Asker, wireError } from '../../platform/http/index.ts';
import { findAnswer, type Keyed, keepAnswer } from '../../platform/idempotency/index.ts';
import { writeMail } from '../../text/mails.ts';
import type { AuthContext } from './auth-parts.ts';
import { type Grant, grantSession, toGrant } from './grant.ts';
import { countGuess } from './guessing.ts';
import { login } from './login.ts';
import { makeMailLink } from './mail-tokens.ts';
import { endSessions, type Visitor } from './sessions.ts';
import { appendUserEvent } from './user-events.ts';
import { findUserByEmail, isTaken, lockUser, type User } from './users.ts';

export interface NewAccount {
  readonly email: string;
  readonly passwordHash: string | null;
  readonly isVerified: boolean;
  /** Who becomes the account, if still a guest. */
  readonly guestId: string | null;
}

interface Registration {
  readonly email: string;
  readonly password: string;
}

/** Who asks, as far as it is known, and the key of the request, under which a repetition is known for one. */
interface Registrar {
  readonly key: string | null;
  readonly asker: Asker | null;
}

export async function register(
  context: AuthContext,
  registration: Registration,
  { key, asker }: Registrar,
  visitor: Visitor,
): Promise<Grant> {
  const before = await registeredBefore(context, registration, key, visitor);
  if (before !== null) return before;
  try {
    return await registerNow(context, registration, key, asker, visitor);
  } catch (error) {
    if (!(error instanceof ApiError) || error.detail.code !== 'email-taken') throw error;
    // Perhaps by the same request, a moment earlier.
    const first = await registeredBefore(context, registration, key, visitor);
    if (first === null) throw error;
    return first;
  }
}

async function registerNow(
  context: AuthContext,
  { email, password }: Registration,
  key: string | null,
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
    await keepAnswer(trx, keyedBy(user.id, email, key), {});
    return grantSession(trx, context, user, visitor);
  });
  return toGrant(context, granted);
}

/**
 * A registration whose answer was lost, repeated under its key: the account is there, so it signs in, with the same
 * password. Null where nothing was registered under this key.
 */
async function registeredBefore(
  context: AuthContext,
  { email, password }: Registration,
  key: string | null,
  visitor: Visitor,
): Promise<Grant | null> {
  const user = key === null ? undefined : await findUserByEmail(context.db.at('auth'), email);
  if (user === undefined) return null;
  const first = await findAnswer(context.db.at('auth'), keyedBy(user.id, email, key));
  return first === null ? null : login(context, { email, password }, visitor);
}

/** The password is no part of what is kept of a request, in whatever form. */
function keyedBy(userId: string, email: string, key: string | null): Keyed {
  return { userId, route: ROUTES.register.path, key, request: { email } };
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
