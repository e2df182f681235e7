/** New passwords: by the old one, and by mail for who has forgotten it. Both end what was signed in before. */
import { sql } from 'kysely';
import { type Asker, wireError } from '../../platform/http/index.ts';
import { writeMail } from '../../text/mails.ts';
import { refreshRole } from './admins.ts';
import type { AuthContext } from './auth-parts.ts';
import { countGuess, forgetGuesses } from './guessing.ts';
import { endMailTokens, findMailToken, makeMailLink, takeMailToken } from './mail-tokens.ts';
import { type OwnProof, proveOwner } from './owner.ts';
import { endSessions } from './sessions.ts';
import { removeTwoFactor } from './two-factor.ts';
import { findUserByEmail, lockUser } from './users.ts';

/** Every other session ends; personal access tokens stay. */
export async function changePassword(
  context: AuthContext,
  asker: Asker,
  { newPassword, ...proof }: OwnProof & { newPassword: string },
): Promise<void> {
  const { db, passwords, mailer, publicUrl } = context;
  // First, for it is no guess and must not be counted as one.
  await passwords.refuseKnown(newPassword);
  const owner = await proveOwner(context, asker.userId, proof);
  const hash = await passwords.hash(newPassword);
  await db.as('auth', async (trx) => {
    const user = await owner.lock(trx);
    await trx.updateTable('auth.users').set({ password_hash: hash }).where('id', '=', user.id).execute();
    await endSessions(trx, user.id, 'password', asker.sessionId);
    await endMailTokens(trx, user.id, ['reset-password']);
    if (user.email !== null) {
      await mailer.send(trx, { to: user.email, ...writeMail.passwordChanged(`${publicUrl}/account/forgot-password`) });
    }
  });
  await owner.forgetGuesses();
}

/** Answers nothing of whether there is such an account: the work is done after the answer. */
export async function forgotPassword(context: AuthContext, email: string): Promise<void> {
  const { db, mailer, publicUrl } = context;
  // So that nobody's mailbox is filled by strangers.
  await countGuess(context.limits, `mail ${email}`);
  context.afterAnswer('forgotten password', () =>
    db.as('auth', async (trx) => {
      const found = await findUserByEmail(trx, email);
      if (found === undefined) return;
      await lockUser(trx, found.id);
      const url = await makeMailLink(trx, publicUrl, { userId: found.id, purpose: 'reset-password', email });
      await mailer.send(trx, { to: email, ...writeMail.resetPassword(url) });
    }),
  );
}

/**
 * The mail proves the address. Whoever else knew the old password loses everything: sessions, personal access tokens,
 * other mails, and the second factor, where they had set one for an address they never proved.
 */
export async function resetPassword(
  { db, passwords, limits, config, mailer, publicUrl }: AuthContext,
  { token, password }: { token: string; password: string },
): Promise<void> {
  await passwords.refuseKnown(password);
  // Before any work is done for a token that is none.
  if ((await db.as('auth', (trx) => findMailToken(trx, token, ['reset-password']))) === null) {
    throw wireError('mail-token');
  }
  const hash = await passwords.hash(password);
  const email = await db.as('auth', async (trx) => {
    const found = await findMailToken(trx, token, ['reset-password']);
    if (found === null) throw wireError('mail-token');
    const user = await lockUser(trx, found.userId);
    const isTaken = await takeMailToken(trx, token);
    if (!isTaken || user.email !== found.email) throw wireError('mail-token');
    const changed = await trx
      .updateTable('auth.users')
      .set({ password_hash: hash, email_verified_at: user.email_verified_at ?? sql<Date>`now()` })
      .where('id', '=', user.id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (user.email_verified_at === null) await removeTwoFactor(trx, user.id);
    await refreshRole(trx, config, changed);
    await endSessions(trx, user.id, 'password');
    await endMailTokens(trx, user.id);
    await trx.deleteFrom('auth.personal_tokens').where('user_id', '=', user.id).execute();
    await mailer.send(trx, { to: found.email, ...writeMail.passwordChanged(`${publicUrl}/account/forgot-password`) });
    return found.email;
  });
  await forgetGuesses(limits, email);
}
