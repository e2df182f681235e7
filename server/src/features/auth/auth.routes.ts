/** The routes of signing in and out, with and without Google. They set and read the cookies; the rest is elsewhere. */
import { ROUTES } from '@ploscope/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type AddRoute, answer, bearerOf, wireError } from '../../platform/http/index.ts';
import type { AuthContext } from './auth-parts.ts';
import { createCookies, GOOGLE_COOKIE, REFRESH_COOKIE, readCookie } from './cookies.ts';
import { beginGoogle, endGoogle } from './google-sign-in.ts';
import type { Grant } from './grant.ts';
import { login } from './login.ts';
import { register, signInAsGuest } from './registration.ts';
import type { Visitor } from './sessions.ts';
import { logout, refresh } from './signing-out.ts';

/** Pages of the web app that Google's way back leads to. */
const SIGNED_IN_PAGE = '/account/sign-in?google=done';
const failedPage = (error: string): string => `/account/sign-in?error=${error}`;

export function addSignInRoutes(add: AddRoute, context: AuthContext, hasMailbox: boolean): void {
  const cookies = createCookies(context.publicUrl);
  const grantTo = (reply: FastifyReply, { access, refreshToken }: Grant) => {
    cookies.setRefresh(reply, refreshToken);
    return access;
  };

  add(ROUTES.register, async ({ body, key, asker, request, reply }) => {
    const grant = await register(context, body, { key, asker }, visitorOf(request));
    return answer(201, grantTo(reply, grant));
  });
  for (const route of [ROUTES.login, ROUTES.authLogin]) {
    add(route, async ({ body, request, reply }) => {
      const grant = await login(context, body, visitorOf(request));
      return answer(200, grantTo(reply, grant));
    });
  }
  add(ROUTES.guest, async ({ request, reply }) => {
    const grant = await signInAsGuest(context, visitorOf(request));
    return answer(201, grantTo(reply, grant));
  });
  add(ROUTES.refresh, async ({ request, reply }) => {
    const token = readCookie(request, REFRESH_COOKIE);
    const grant = token === null ? null : await refresh(context, token);
    if (grant === null) {
      cookies.clearRefresh(reply);
      throw wireError('signed-out');
    }
    return answer(200, grantTo(reply, grant));
  });
  add(ROUTES.logout, async ({ asker, request, reply }) => {
    await logout(context, readCookie(request, REFRESH_COOKIE), asker, bearerOf(request));
    cookies.clearRefresh(reply);
    return answer(200, { ok: true });
  });
  add(ROUTES.signInOffers, async () => answer(200, { google: context.google !== null, mailbox: hasMailbox }));
  add(ROUTES.beginGoogle, async ({ asker, reply }) => {
    const { url, cookie } = await beginGoogle(context, asker);
    cookies.setGoogle(reply, cookie);
    return answer(200, { url });
  });
  add(ROUTES.endGoogle, async ({ request, reply }) => {
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at);
    const cookie = readCookie(request, GOOGLE_COOKIE);
    const end = await endGoogle(context, { query, cookie }, visitorOf(request));
    cookies.clearGoogle(reply);
    if (end.ok) cookies.setRefresh(reply, end.grant.refreshToken);
    reply.redirect(end.ok ? SIGNED_IN_PAGE : failedPage(end.error), 302);
    return null;
  });
}

function visitorOf({ headers, ip }: FastifyRequest): Visitor {
  // Nobody's, once the client has hung up.
  const address: string | undefined = ip;
  return { userAgent: headers['user-agent'] ?? '', address: address ?? '' };
}
