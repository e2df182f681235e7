/**
 * The second factor: codes of an authenticator (RFC 6238), and ten recovery codes for who has lost it. The secret is
 * stored sealed for its account; recovery codes hashed with the server's key. Every code works once.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Transaction } from '../../platform/db/index.ts';
import { type Asker, wireError } from '../../platform/http/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { countGuess, forgetGuesses } from './guessing.ts';
import { checkOwnPassword, refuseChangedPassword } from './own-password.ts';
import { lockUser, type User } from './users.ts';

const PERIOD_S = 30;
/** Steps a phone's clock may be off, to either side. */
const WINDOW = 1;
const CODES = 10;
const CODE_BYTES = 10;

/** A secret that counts once a code of it was confirmed. */
export async function beginTwoFactor(
  context: AuthContext,
  asker: Asker,
  password: string,
): Promise<{ secret: string; uri: string }> {
  const { db, secrets } = context;
  const checked = await checkOwnPassword(context, asker.userId, password);
  const totp = totpOf(new Secret({ size: 20 }), checked.email ?? '');
  await db.as('auth', async (trx) => {
    const user = await lockUser(trx, asker.userId);
    refuseChangedPassword(checked, user);
    // Whoever registered somebody else's address must not lock its owner out of it.
    if (user.email_verified_at === null) throw wireError('unproved-email');
    if (user.totp_confirmed_at !== null) throw wireError('two-factor-on');
    const sealed = secrets.seal(purposeOf(user.id), totp.secret.bytes);
    await setTotp(trx, user.id, { totp_secret: sealed, totp_last_step: null });
  });
  return { secret: totp.secret.base32, uri: totp.toString() };
}

/** Turns it on; the recovery codes are told this once. */
export async function confirmTwoFactor(context: AuthContext, asker: Asker, code: string): Promise<string[]> {
  const { db, secrets, limits } = context;
  await countGuess(limits, `code ${asker.userId}`);
  const codes = Array.from({ length: CODES }, makeRecoveryCode);
  await db.as('auth', async (trx) => {
    const user = await lockUser(trx, asker.userId);
    if (user.totp_confirmed_at !== null) throw wireError('two-factor-on');
    if (!(await takeTotp(trx, secrets, user, code))) throw wireError('wrong-code');
    await setTotp(trx, user.id, { totp_confirmed_at: sql<Date>`now()` });
    await trx.deleteFrom('auth.recovery_codes').where('user_id', '=', user.id).execute();
    const rows = codes.map((text) => ({ user_id: user.id, code_hash: hashRecoveryCode(secrets, user.id, text) }));
    await trx.insertInto('auth.recovery_codes').values(rows).execute();
  });
  await forgetGuesses(limits, `code ${asker.userId}`);
  return codes;
}

export async function endTwoFactor(
  context: AuthContext,
  asker: Asker,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const { db, secrets, limits } = context;
  await countGuess(limits, `code ${asker.userId}`);
  const checked = await checkOwnPassword(context, asker.userId, password);
  await db.as('auth', async (trx) => {
    const user = await lockUser(trx, asker.userId);
    refuseChangedPassword(checked, user);
    if (user.totp_confirmed_at === null) return;
    if (!(await takeSecondFactor(trx, secrets, user, code))) throw wireError('wrong-code');
    await removeTwoFactor(trx, user.id);
  });
  await forgetGuesses(limits, `code ${asker.userId}`);
}

/** Of a user whose row is held. */
export async function removeTwoFactor(trx: Transaction, userId: string): Promise<void> {
  await setTotp(trx, userId, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null });
  await trx.deleteFrom('auth.recovery_codes').where('user_id', '=', userId).execute();
}

/** Whether a code of either kind is right for a user whose row is held; it is used up then. */
export async function takeSecondFactor(trx: Transaction, secrets: Secrets, user: User, code: string): Promise<boolean> {
  if (/^\d{6}$/.test(code.replaceAll(' ', ''))) return takeTotp(trx, secrets, user, code);
  const { numUpdatedRows } = await trx
    .updateTable('auth.recovery_codes')
    .set({ used_at: sql`now()` })
    .where('user_id', '=', user.id)
    .where('code_hash', '=', hashRecoveryCode(secrets, user.id, code))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function takeTotp(trx: Transaction, secrets: Secrets, user: User, code: string): Promise<boolean> {
  const bytes = user.totp_secret === null ? null : secrets.unseal(purposeOf(user.id), user.totp_secret);
  if (bytes === null) return false;
  const timestamp = Date.now();
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer });
  const delta = totpOf(secret, '').validate({ token: code.replaceAll(' ', ''), window: WINDOW, timestamp });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  if (user.totp_last_step !== null && step <= user.totp_last_step) return false;
  await setTotp(trx, user.id, { totp_last_step: step });
  return true;
}

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: 'PLOScope', label, secret, period: PERIOD_S });
}

async function setTotp(trx: Transaction, userId: string, values: object): Promise<void> {
  await trx.updateTable('auth.users').set(values).where('id', '=', userId).execute();
}

/** One row's secret is no good in another. */
function purposeOf(userId: string): string {
  return `second factor of ${userId}`;
}

/** 80 bits in four groups of letters and digits. */
function makeRecoveryCode(): string {
  const text = new Secret({ buffer: new Uint8Array(randomBytes(CODE_BYTES)).buffer }).base32.toLowerCase();
  return text.match(/.{4}/g)?.join('-') ?? text;
}

function hashRecoveryCode(secrets: Secrets, userId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[\s-]/g, '');
  return secrets.hmac('recovery codes', `${userId} ${plain}`);
}
