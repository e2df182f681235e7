/** Refresh tokens: one use, one successor, and the end of the session when one is in two hands. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { refresh } from './auth.races.ts';
import { hashToken } from './opaque-tokens.ts';

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

async function newToken(): Promise<string> {
  const browser = server.browser();
  await browser.post('/api/auth/guest');
  return browser.refreshToken;
}

/** As if a token had been used so long ago. */
async function age(token: string, seconds: number): Promise<void> {
  await server.db.query(
    'update auth.refresh_tokens set used_at = used_at - make_interval(secs => $1) where token_hash = $2',
    [seconds, hashToken(token)],
  );
}

describe('a refresh token', () => {
  test('whose answer was lost gets the same successor again, within ten seconds', async () => {
    const token = await newToken();
    const first = await refresh(server.url, token);
    await age(token, 9);
    expect(await refresh(server.url, token)).toEqual({ status: 200, token: first.token });
    expect((await refresh(server.url, first.token ?? '')).status).toBe(200);
  });

  test('that comes back later ends the session', async () => {
    const token = await newToken();
    const first = await refresh(server.url, token);
    await age(token, 11);
    expect((await refresh(server.url, token)).status).toBe(401);
    expect((await refresh(server.url, first.token ?? '')).status).toBe(401);
  });

  test('that comes back after its successor was used ends the session, also its access tokens', async () => {
    const browser = server.browser();
    await browser.post('/api/auth/guest');
    const token = browser.refreshToken;
    await browser.refresh();
    await browser.refresh();
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    expect((await refresh(server.url, token)).status).toBe(401);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    expect((await browser.refresh()).status).toBe(401);
  });

  test('of a session that has ended opens nothing', async () => {
    const token = await newToken();
    await server.db.query(
      `update auth.user_sessions set expires_at = now()
       where id = (select session_id from auth.refresh_tokens where token_hash = $1)`,
      [hashToken(token)],
    );
    expect((await refresh(server.url, token)).status).toBe(401);
  });

  test('is not stored, nor is its successor', async () => {
    const token = await newToken();
    const { token: successor } = await refresh(server.url, token);
    const rows = await server.db.query<{ all: string }>('select t::text as all from auth.refresh_tokens t');
    for (const { all } of rows) {
      for (const secret of [token, successor ?? '']) {
        expect(all).not.toContain(secret);
        expect(all).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
      }
    }
  });
});
