/** Tokens, cookies and queries that nobody was given: none is accepted, none breaks the server. */
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { refresh } from './auth.races.ts';

const MUTATIONS = 400;
const AT_ONCE = 25;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ %\'"';

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

const pick = (below: number): number => Math.floor(Math.random() * below);

/** Another text that differs a little: a character changed, left out, added, swapped, or a piece cut off. */
function mutate(text: string): string {
  for (;;) {
    const at = pick(text.length);
    const other = ALPHABET[pick(ALPHABET.length)] ?? 'x';
    const changed = [
      text.slice(0, at) + other + text.slice(at + 1),
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + other + text.slice(at),
      text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
      text.slice(0, at),
      text.slice(at),
      text + text,
    ][pick(7)];
    // White space around a header's value is no part of it.
    if (changed !== undefined && changed !== text && changed.trim() === changed) return changed;
  }
}

/** Sends each mutation; how many were answered by which status. */
async function count(send: () => Promise<number>): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  for (let sent = 0; sent < MUTATIONS; sent += AT_ONCE) {
    for (const status of await Promise.all(Array.from({ length: AT_ONCE }, send))) {
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  }
  return statuses;
}

async function ask(headers: Record<string, string>, path = '/api/auth/me', method = 'GET'): Promise<number> {
  const response = await fetch(server.url + path, { method, headers, redirect: 'manual' });
  await response.arrayBuffer();
  return response.status;
}
const bearer = (token: string): Promise<number> => ask({ authorization: `Bearer ${token}` });

test('mutated access tokens are refused', async () => {
  const { browser } = await server.player();
  const token = browser.token ?? '';
  expect(await count(() => bearer(mutate(token)))).toEqual({ 401: MUTATIONS });
  expect(await bearer(token)).toBe(200);
});

test('every last character of a signature but one is refused', async () => {
  const { browser } = await server.player();
  const token = browser.token ?? '';
  const statuses = await Promise.all([...ALPHABET.slice(0, 64)].map((last) => bearer(token.slice(0, -1) + last)));
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

test('access tokens of another key, algorithm, audience or time are refused', async () => {
  const { browser, id } = await server.player();
  const token = browser.token ?? '';
  const [, body = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const publicKeys = ['', 'ploscope', server.secrets.key('access tokens')];
  const forged = [
    `${encode({ alg: 'none' })}.${body}.`,
    `${encode({ alg: 'none' })}.${body}.${randomBytes(64).toString('base64url')}`,
    ...publicKeys.map((key) => {
      const text = `${encode({ alg: 'HS256' })}.${body}`;
      return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
    }),
    await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(generateKeyPairSync('ed25519').privateKey),
    // A key that comes along in the token itself.
    await (async () => {
      const { privateKey, publicKey } = generateKeyPairSync('ed25519');
      const jwk = publicKey.export({ format: 'jwk' }) as { kty: string };
      return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', jwk }).sign(privateKey);
    })(),
  ];
  for (const text of forged) expect(await bearer(text)).toBe(401);
  // Signed by us, for another session or nobody.
  const { createAccessTokens } = await import('./access-tokens.ts');
  const ours = createAccessTokens(server.secrets);
  expect(await bearer(await ours.sign({ userId: id, jti: String(claims.jti) }))).toBe(200);
  const other = (await server.player()).id;
  expect(await bearer(await ours.sign({ userId: other, jti: String(claims.jti) }))).toBe(401);
  expect(await bearer(await ours.sign({ userId: id, jti: crypto.randomUUID() }))).toBe(401);
});

test("mutated refresh cookies are refused, and end nobody's session", async () => {
  const { browser } = await server.player();
  const token = browser.refreshToken;
  const headers = (): Record<string, string> => ({ cookie: `ploscope_refresh=${mutate(token)}` });
  expect(await count(() => ask(headers(), '/api/auth/refresh', 'POST'))).toEqual({ 401: MUTATIONS });
  expect((await refresh(server.url, token)).status).toBe(200);
});

test('mutated personal access tokens are refused', async () => {
  const { browser } = await server.player();
  const { body } = await browser.post('/api/auth/tokens', { name: 'program' });
  const token = String(body.token);
  expect(await count(() => bearer(mutate(token)))).toEqual({ 401: MUTATIONS });
  expect(await bearer(token)).toBe(200);
});

test('mutated tokens of mails are refused', async () => {
  const { browser, email } = await server.player();
  await browser.post('/api/auth/forgot-password', { email });
  const { token } = await server.mailTo(email, /new password/);
  const statuses = await count(async () => {
    const changed = mutate(token);
    return (await server.browser().post('/api/auth/verify-email', { token: changed })).status;
  });
  expect(Object.keys(statuses).every((status) => status === '400' || status === '410')).toBe(true);
  // A token of one purpose is none of another.
  expect((await browser.post('/api/auth/verify-email', { token })).status).toBe(410);
});

test('headers and bodies of any form break nothing', async () => {
  const values = ['', 'Bearer', 'Bearer ', 'Basic YTpi', `Bearer ${'x'.repeat(6000)}`, 'bearer plo_', 'Bearer ..'];
  for (const authorization of values) expect(await ask({ authorization })).toBe(401);
  const cookies = ['ploscope_refresh', 'ploscope_refresh=', '=;=', `ploscope_refresh=${'%'.repeat(50)}`, '__proto__=1'];
  for (const cookie of cookies) expect(await ask({ cookie }, '/api/auth/refresh', 'POST')).toBe(401);
  const bodies = [null, 1, [], 'x', {}, { email: 1 }, { email: {}, password: [] }, { email: 'a@b.org', password: '' }];
  for (const path of ['login', 'register', 'forgot-password', 'reset-password', 'verify-email']) {
    for (const body of bodies) {
      expect((await server.browser().post(`/api/auth/${path}`, body)).status).toBe(400);
    }
  }
});
