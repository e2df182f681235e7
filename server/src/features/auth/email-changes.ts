/** Proving an address, and changing it: the new one counts once a mail to it came back. */
import { sql } from 'kysely';
import { type Asker, wireError } from '../../platform/http/index.ts';
import { writeMail } from '../../text/mails.ts';
import { refreshRole } from './admins.ts';
import type { AuthContext } from './auth-parts.ts';
import { countGuess } from './guessing.ts';
import { endMailTokens, findMailToken, makeMailLink, takeMailToken } from './mail-tokens.ts';
import { type OwnProof, proveOwner } from './owner.ts';
import { sendVerification } from './registration.ts';
import { findUser, gone, isTaken, lockUser } from './users.ts';

export async function sendVerificationAgain(context: AuthContext, asker: Asker): Promise<void> {
  const asking = await findUser(context.db.at('auth'), asker.userId);
  if (asking === undefined) throw gone();
  if (asking.email === null) return;
  await countGuess(context.limits, `mail ${asking.email}`);
  await context.db.as('auth', async (trx) => {
    const user = await lockUser(trx, asker.userId);
    // Another address was counted than one that came meanwhile.
    if (user.email !== null && user.email === asking.email && user.email_verified_at === null) {
      await sendVerification(trx, context, user.id, user.email);
    }
  });
}

/** Tells nothing of whether the new address has an account: that shows to its owner alone. */
export async function beginEmailChange(
  context: AuthContext,
  asker: Asker,
  { email, ...proof }: OwnProof & { email: string },
): Promise<void> {
  const owner = await proveOwner(context, asker.userId, proof);
  await countGuess(context.limits, `mail ${email}`);
  await context.db.as('auth', async (trx) => {
    const user = await owner.lock(trx);
    const url = await makeMailLink(trx, context.publicUrl, { userId: user.id, purpose: 'change-email', email });
    await context.mailer.send(trx, { to: email, ...writeMail.changeEmail(url) });
  });
  await owner.forgetGuesses();
}

/** Throws `mail-token`, and `email-taken` where another account was faster. */
export async function proveEmail({ db, config, mailer }: AuthContext, token: string): Promise<void> {
  await db.as('auth', async (trx) => {
    const found = await findMailToken(trx, token, ['verify-email', 'change-email']);
    if (found === null) throw wireError('mail-token');
    const user = await lockUser(trx, found.userId);
    const isChange = found.purpose === 'change-email';
    const isFirst = await takeMailToken(trx, token);
    if (!isFirst || (!isChange && user.email !== found.email)) throw wireError('mail-token');
    const changed = await trx
      .updateTable('auth.users')
      .set({ email: found.email, email_verified_at: sql<Date>`now()` })
      .where('id', '=', user.id)
      .returningAll()
      .executeTakeFirstOrThrow()
      .catch((error: unknown) => {
        throw isTaken(error) ? wireError('email-taken') : error;
      });
    await refreshRole(trx, config, changed);
    if (!isChange) return;
    // Those that went to the old address.
    await endMailTokens(trx, user.id);
    if (user.email !== null && user.email !== found.email) {
      await mailer.send(trx, { to: user.email, ...writeMail.emailChanged(found.email) });
    }
  });
}
