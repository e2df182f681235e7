/**
 * Codes of the second factor: those of an authenticator (RFC 6238), and recovery codes for who has lost it. The secret is
 * stored sealed for its account; recovery codes hashed with the server's key. Every code works once.
 */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import type { Transaction } from '../../platform/db/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import type { User } from './users.ts';

const PERIOD_S = 30;
/** Steps a phone's clock may be off, to either side. */
const WINDOW = 1;
const CODE_BYTES = 10;

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

/** The same for a code of the authenticator alone, also before one was confirmed. */
export async function takeTotp(trx: Transaction, secrets: Secrets, user: User, code: string): Promise<boolean> {
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

export function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ issuer: 'PLOScope', label, secret, period: PERIOD_S });
}

export async function setTotp(trx: Transaction, userId: string, values: object): Promise<void> {
  await trx.updateTable('auth.users').set(values).where('id', '=', userId).execute();
}

/** One row's secret is no good in another. */
export function purposeOf(userId: string): string {
  return `second factor of ${userId}`;
}

/** 80 bits in four groups of letters and digits. */
export function makeRecoveryCode(): string {
  const text = new Secret({ buffer: new Uint8Array(randomBytes(CODE_BYTES)).buffer }).base32.toLowerCase();
  return text.match(/.{4}/g)?.join('-') ?? text;
}

export function hashRecoveryCode(secrets: Secrets, userId: string, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[\s-]/g, '');
  return secrets.hmac('recovery codes', `${userId} ${plain}`);
}
