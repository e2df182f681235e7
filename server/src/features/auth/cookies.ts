/**
 * The two cookies. The refresh token goes to our own pages only (Strict): Google's way back only sets it. What a sign-in
 * with Google must remember has to come along when Google sends the browser back, so it is Lax, and short.
 *
 * Both are kept from scripts and from every path but that of accounts, and from plain http, unless the product itself
 * is reached that way on this machine.
 */
import { fastifyCookie } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isLoopback } from '../../platform/config/index.ts';
import { SESSION_DAYS } from './sessions.ts';

export const REFRESH_COOKIE = 'ploscope_refresh';
export const GOOGLE_COOKIE = 'ploscope_google';
export const GOOGLE_COOKIE_S = 600;
const PATH = '/api/auth';

export interface Cookies {
  setRefresh(reply: FastifyReply, token: string): void;
  clearRefresh(reply: FastifyReply): void;
  setGoogle(reply: FastifyReply, sealed: string): void;
  clearGoogle(reply: FastifyReply): void;
}

export function createCookies(publicUrl: string): Cookies {
  const shared = { path: PATH, httpOnly: true, secure: !isLoopbackHttp(publicUrl) } as const;
  const set = (reply: FastifyReply, name: string, value: string, sameSite: 'strict' | 'lax', maxAge: number): void => {
    reply.setCookie(name, value, { ...shared, sameSite, maxAge });
  };
  return {
    setRefresh: (reply, token) => set(reply, REFRESH_COOKIE, token, 'strict', SESSION_DAYS * 24 * 3600),
    clearRefresh: (reply) => set(reply, REFRESH_COOKIE, '', 'strict', 0),
    setGoogle: (reply, sealed) => set(reply, GOOGLE_COOKIE, sealed, 'lax', GOOGLE_COOKIE_S),
    clearGoogle: (reply) => set(reply, GOOGLE_COOKIE, '', 'lax', 0),
  };
}

/** Lets an app read and set cookies. Done when the app is ready. */
export function addCookies(app: FastifyInstance): void {
  app.register(fastifyCookie);
}

/** Null where the request has no such cookie. */
export function readCookie({ cookies }: FastifyRequest, name: string): string | null {
  const value = cookies[name];
  return value === undefined || value === '' ? null : value;
}

/** Plain http to this machine, where there is nobody to listen in. */
export function isLoopbackHttp(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && isLoopback(hostname);
}
