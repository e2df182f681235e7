/** Puts the feature together: who asks, its routes, what the scheduler runs. */
import type { FastifyInstance } from 'fastify';
import { isLoopback } from '../../platform/config/index.ts';
import type { AddRoute, Authenticate } from '../../platform/http/index.ts';
import { addMailbox, mailFolderOf } from '../../platform/mail/index.ts';
import { createAccessTokens } from './access-tokens.ts';
import { addAccountRoutes } from './account.routes.ts';
import { addSignInRoutes } from './auth.routes.ts';
import type { AuthContext, AuthParts } from './auth-parts.ts';
import { createAuthenticate } from './authenticate.ts';
import { addCookies } from './cookies.ts';
import { createGoogleClient } from './google-client.ts';
import { createPasswords } from './passwords.ts';

export interface Auth {
  readonly authenticate: Authenticate;
  addRoutes(add: AddRoute, app: FastifyInstance): void;
}

export function createAuth(parts: AuthParts): Auth {
  const { db, secrets, config, log } = parts;
  const publicUrl = parts.publicUrl.replace(/\/+$/, '');
  const accessTokens = createAccessTokens(secrets);
  const underWay = new Set<Promise<void>>();
  const context: AuthContext = {
    ...parts,
    publicUrl,
    accessTokens,
    passwords: createPasswords(),
    google: createGoogleClient(config, publicUrl),
    afterAnswer(what, work) {
      const going = new Promise<void>((resolve) => setImmediate(resolve))
        .then(work)
        .catch((error: unknown) => log.error({ err: error }, `${what}: failed after the answer`))
        .finally(() => underWay.delete(going));
      underWay.add(going);
    },
  };
  // Behind a proxy every request comes from this machine, so nobody could tell who may read: only where the product is
  // for this machine alone.
  const isForUs = isLoopback(config.host) && isLoopback(new URL(publicUrl).hostname);
  const hasMailbox = config.smtpUrl === null && config.trustProxy === false && isForUs;
  return {
    authenticate: createAuthenticate(db, accessTokens, config),
    addRoutes(add, app) {
      addCookies(app);
      app.addHook('onClose', async () => {
        await Promise.all(underWay);
      });
      addSignInRoutes(add, context, hasMailbox);
      addAccountRoutes(add, context);
      if (hasMailbox) addMailbox(app, mailFolderOf(config));
    },
  };
}
