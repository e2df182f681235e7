/** The second factor turned on and off: with the first code of an authenticator come ten recovery codes. */
import { sql } from 'kysely';
import { Secret } from 'otpauth';
import type { Transaction } from '../../platform/db/index.ts';
import { type Asker, wireError } from '../../platform/http/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { countGuess, forgetGuesses } from './guessing.ts';
import { checkOwnPassword, refuseChangedPassword } from './own-password.ts';
import { type OwnProof, proveOwner } from './owner.ts';
import { hashRecoveryCode, makeRecoveryCode, purposeOf, setTotp, takeTotp, totpOf } from './second-factor-codes.ts';
import { lockUser } from './users.ts';

const CODES = 10;

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

export async function endTwoFactor(context: AuthContext, asker: Asker, proof: OwnProof): Promise<void> {
  const owner = await proveOwner(context, asker.userId, proof);
  await context.db.as('auth', async (trx) => {
    const user = await owner.lock(trx);
    await removeTwoFactor(trx, user.id);
  });
  await owner.forgetGuesses();
}

/** Of a user whose row is held. */
export async function removeTwoFactor(trx: Transaction, userId: string): Promise<void> {
  await setTotp(trx, userId, { totp_secret: null, totp_confirmed_at: null, totp_last_step: null });
  await trx.deleteFrom('auth.recovery_codes').where('user_id', '=', userId).execute();
}
