/** The routes of an account's own matters: address, password, second factor, sessions, tokens, export, deletion. */
import { ROUTES } from '@ploscope/contracts';
import { type AddRoute, answer } from '../../platform/http/index.ts';
import { deleteAccount } from './account-deletion.ts';
import { exportAccount } from './account-export.ts';
import type { AuthContext } from './auth-parts.ts';
import { createCookies } from './cookies.ts';
import { beginEmailChange, proveEmail, sendVerificationAgain } from './email-changes.ts';
import { changePassword, forgotPassword, resetPassword } from './password-changes.ts';
import { listPersonalTokens, makePersonalToken, removePersonalToken } from './personal-tokens.ts';
import { endSessions, listSessions } from './sessions.ts';
import { removeSession } from './signing-out.ts';
import { beginTwoFactor, confirmTwoFactor, endTwoFactor } from './two-factor.ts';
import { findUser, gone, toPlayer } from './users.ts';

const DONE = answer(200, { ok: true });

export function addAccountRoutes(add: AddRoute, context: AuthContext): void {
  const { db } = context;
  const cookies = createCookies(context.publicUrl);

  add(ROUTES.me, async ({ asker }) => {
    const user = await findUser(db.at('auth'), asker.userId);
    if (user === undefined) throw gone();
    return answer(200, toPlayer(user));
  });

  add(ROUTES.verifyEmail, async ({ body }) => {
    await proveEmail(context, body.token);
    return DONE;
  });
  add(ROUTES.sendVerification, async ({ asker }) => {
    await sendVerificationAgain(context, asker);
    return DONE;
  });
  add(ROUTES.changeEmail, async ({ asker, body }) => {
    await beginEmailChange(context, asker, body);
    return DONE;
  });

  add(ROUTES.forgotPassword, async ({ body }) => {
    await forgotPassword(context, body.email);
    return DONE;
  });
  add(ROUTES.resetPassword, async ({ body }) => {
    await resetPassword(context, body);
    return DONE;
  });
  add(ROUTES.changePassword, async ({ asker, body }) => {
    await changePassword(context, asker, body);
    return DONE;
  });

  add(ROUTES.beginTwoFactor, async ({ asker, body }) =>
    answer(200, await beginTwoFactor(context, asker, body.password)),
  );
  add(ROUTES.confirmTwoFactor, async ({ asker, body }) =>
    answer(200, { recoveryCodes: await confirmTwoFactor(context, asker, body.code) }),
  );
  add(ROUTES.endTwoFactor, async ({ asker, body }) => {
    await endTwoFactor(context, asker, body);
    return DONE;
  });

  add(ROUTES.sessions, async ({ asker }) =>
    answer(200, { sessions: await listSessions(db.at('auth'), asker.userId, asker.sessionId) }),
  );
  add(ROUTES.revokeSession, async ({ asker, params }) => {
    await removeSession(context, asker, params.id);
    return DONE;
  });
  add(ROUTES.logoutEverywhere, async ({ asker, reply }) => {
    await db.as('auth', (trx) => endSessions(trx, asker.userId, 'everywhere'));
    cookies.clearRefresh(reply);
    return DONE;
  });

  add(ROUTES.personalTokens, async ({ asker }) =>
    answer(200, { tokens: await listPersonalTokens(context, asker.userId) }),
  );
  add(ROUTES.makePersonalToken, async ({ asker, body, key }) =>
    answer(201, await makePersonalToken(context, asker, body, key)),
  );
  add(ROUTES.removePersonalToken, async ({ asker, params }) => {
    await removePersonalToken(context, asker, params.id);
    return DONE;
  });

  add(ROUTES.exportAccount, async ({ asker, reply }) => {
    reply.header('content-disposition', 'attachment; filename="ploscope-account.json"');
    return answer(200, await exportAccount(context, asker.userId));
  });
  add(ROUTES.deleteAccount, async ({ asker, body, reply }) => {
    await deleteAccount(context, asker, body);
    cookies.clearRefresh(reply);
    return DONE;
  });
}
