/** Signing in and out: what the routes promise, over a real socket and a real database. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { PASSWORD } from '../../testing/browser.ts';
import { sweepAuth } from './index.ts';

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer({ env: { ADMIN_EMAILS: 'Boss@example.org' } });
});
afterAll(() => server.close());

const code = (reply: { body: { error?: { code: string } } }): string | undefined => reply.body.error?.code;

describe('an account', () => {
  test('is made, signed in, refreshed, known to itself and signed out', async () => {
    const browser = server.browser();
    const registered = await browser.register('Ann@Example.org ');
    expect(registered.status).toBe(201);
    expect(registered.body.player).toMatchObject({ email: 'ann@example.org', guest: false, role: 'player' });
    const [cookie] = registered.headers.getSetCookie();
    expect(cookie).toMatch(
      /^ploscope_refresh=[\w-]{43}; Max-Age=2592000; Path=\/api\/auth; HttpOnly; SameSite=Strict$/,
    );

    expect((await browser.post('/auth/login', { email: 'ann@example.org', password: PASSWORD })).status).toBe(200);
    const first = browser.token;
    expect((await browser.refresh()).status).toBe(200);
    expect((await browser.get('/api/auth/me')).body).toMatchObject({ email: 'ann@example.org', hasPassword: true });

    expect((await browser.post('/api/auth/logout')).status).toBe(200);
    expect(browser.refreshToken).toBe('');
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    browser.token = first;
    expect(code(await browser.get('/api/auth/me'))).toBe('signed-out');
    expect((await browser.refresh()).status).toBe(401);
  });

  test('that is deleted while its password is compared was none', async () => {
    const { email, id } = await server.player();
    const login = await server.db.asOwner(async (trx) => {
      await trx.deleteFrom('auth.users').where('id', '=', id).execute();
      const asking = server.browser().login(email);
      const waits = sql<{ waits: boolean }>`select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock') as waits`;
      await expect.poll(async () => (await waits.execute(server.db.at('auth'))).rows[0]?.waits).toBe(true);
      return { asking };
    });
    expect(code(await login.asking)).toBe('wrong-login');
  });

  test('is one for an address, in whatever case', async () => {
    await server.browser().register('twice@example.org');
    const again = await server.browser().register('TWICE@example.org');
    expect([again.status, code(again)]).toEqual([409, 'email-taken']);
  });

  test.each(['short', 'x'.repeat(129)])('takes no password of the wrong length', async (password) => {
    expect(code(await server.browser().register('long@example.org', password))).toBe('request');
  });

  test.each(['password1', 'PassWord1', 'qwertyuiop'])('takes no password known from leaks: %s', async (password) => {
    const refused = await server.browser().register('leak@example.org', password);
    expect([refused.status, code(refused)]).toEqual([422, 'known-password']);
  });

  test.each(['a@b.org\r\nBcc: c@d.org', 'a@b', `${'a'.repeat(250)}@b.org`, 'a@b.org,c@d.org', '"<x>"@b.org'])(
    'takes no address that is none: %j',
    async (email) => {
      expect(code(await server.browser().register(email))).toBe('request');
    },
  );

  test('gets new tokens at each sign-in, whatever the browser brought', async () => {
    const browser = server.browser();
    await browser.register('fix@example.org');
    const before = browser.refreshToken;
    browser.cookies.set('ploscope_refresh', 'planted');
    await browser.login('fix@example.org');
    expect(browser.refreshToken).toMatch(/^[\w-]{43}$/);
    expect(browser.refreshToken).not.toBe(before);
  });

  test('is an administrator once a listed address is proved', async () => {
    const browser = server.browser();
    expect((await browser.register('boss@example.org')).body.player?.role).toBe('player');
    const { token } = await server.mailTo('boss@example.org', /Confirm/);
    expect((await browser.post('/api/auth/verify-email', { token })).status).toBe(200);
    expect((await browser.login('boss@example.org')).body.player?.role).toBe('admin');
  });
});

test('an administrator taken off the list is none at the next refresh', async () => {
  const { browser, id } = await server.player();
  await server.db.query(`update auth.users set role = 'admin' where id = $1`, [id]);
  expect((await browser.get('/api/auth/me')).body.role).toBe('admin');
  expect((await browser.refresh()).body.player?.role).toBe('player');
});

test('a role stored once is worth nothing without the list, with a personal token as little', async () => {
  const { browser, id } = await server.player();
  const { body } = await browser.post('/api/auth/tokens', { name: 'laptop' });
  await server.db.query(`update auth.users set role = 'admin', email_verified_at = now() where id = $1`, [id]);
  const roleOf = async (bearer: string | null) => (await server.auth.authenticate(bearer ?? ''))?.role;
  expect([await roleOf(String(body.token)), await roleOf(browser.token)]).toEqual(['player', 'player']);
});

describe('sessions', () => {
  test('are listed and ended one by one, and all at once', async () => {
    const [one, two] = [server.browser(), server.browser()];
    await one.register('many@example.org');
    await two.login('many@example.org');
    const { sessions } = (await one.get('/api/auth/sessions')).body as unknown as {
      sessions: { id: string; current: boolean }[];
    };
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = sessions.find(({ current }) => !current)?.id;
    expect((await one.send('DELETE', `/api/auth/sessions/${other}`)).status).toBe(200);
    expect((await two.get('/api/auth/me')).status).toBe(401);
    expect((await two.refresh()).status).toBe(401);
    expect((await one.send('DELETE', `/api/auth/sessions/${other}`)).status).toBe(404);
    await two.login('many@example.org');
    expect((await two.post('/api/auth/logout-everywhere')).status).toBe(200);
    expect((await one.get('/api/auth/me')).status).toBe(401);
  });

  test("of somebody else's are not there", async () => {
    const [mine, yours] = [server.browser(), server.browser()];
    await mine.register('mine@example.org');
    await yours.register('yours@example.org');
    const { sessions } = (await mine.get('/api/auth/sessions')).body as unknown as { sessions: { id: string }[] };
    const refused = await yours.send('DELETE', `/api/auth/sessions/${sessions[0]?.id}`);
    expect([refused.status, code(refused)]).toEqual([404, 'not-found']);
    expect((await mine.get('/api/auth/me')).status).toBe(200);
  });
});

describe('guests', () => {
  test('become the account they register, and lose what they were signed in with', async () => {
    const browser = server.browser();
    const guest = await browser.post('/api/auth/guest');
    expect(guest.status).toBe(201);
    expect(guest.body.player).toMatchObject({ guest: true, email: null });
    const [token, refreshToken] = [browser.token, browser.refreshToken];
    const registered = await browser.register('guest@example.org');
    expect(registered.body.player).toMatchObject({ id: guest.body.player?.id, guest: false });

    const planted = server.browser();
    planted.token = token;
    expect((await planted.get('/api/auth/me')).status).toBe(401);
    planted.token = null;
    planted.cookies.set('ploscope_refresh', refreshToken);
    expect((await planted.refresh()).status).toBe(401);
    expect((await browser.get('/api/auth/me')).status).toBe(200);
  });

  test('nobody came back as are swept, others stay', async () => {
    const [gone, here] = [server.browser(), server.browser()];
    const lost = (await gone.post('/api/auth/guest')).body.player?.id;
    const kept = (await here.post('/api/auth/guest')).body.player?.id;
    await server.db.query(`update auth.users set created_at = now() - interval '31 days' where id = any($1)`, [
      [lost, kept],
    ]);
    await server.db.query(`update auth.user_sessions set used_at = now() - interval '31 days' where user_id = $1`, [
      lost,
    ]);
    expect((await sweepAuth(server.db, [], { warn: () => undefined })).guests).toBe(1);
    expect((await gone.get('/api/auth/me')).status).toBe(401);
    expect((await here.get('/api/auth/me')).status).toBe(200);
  });
});

test('a guest who cannot be deleted keeps no other from being swept', async () => {
  const guests: string[] = [];
  for (let i = 0; i < 4; i += 1) guests.push((await server.browser().post('/api/auth/guest')).body.player?.id ?? '');
  await server.db.query(`update auth.users set created_at = now() - interval '31 days' where id = any($1)`, [guests]);
  await server.db.query(`update auth.user_sessions set used_at = now() - interval '31 days' where user_id = any($1)`, [
    guests,
  ]);
  const deleteOf = async (_trx: unknown, userId: string) => {
    if (userId === guests[0]) throw new Error('no');
  };
  const told: unknown[] = [];
  const log = { warn: (about: unknown) => void told.push(about) };
  const swept = await sweepAuth(server.db, [{ feature: 'study', exportOf: async () => ({}), deleteOf }], log);
  expect(swept.guests).toBe(3);
  expect(told).toEqual([expect.objectContaining({ userId: guests[0] })]);
  expect(await server.db.query('select from auth.users where id = any($1)', [guests])).toHaveLength(1);
});

describe('a request of another site', () => {
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site' },
  ])('is refused: %j', async (headers) => {
    const browser = server.browser();
    await browser.post('/api/auth/guest');
    const before = browser.refreshToken;
    for (const path of ['refresh', 'logout', 'guest', 'google/begin']) {
      const refused = await browser.post(`/api/auth/${path}`, undefined, headers);
      expect([path, refused.status, code(refused)]).toEqual([path, 403, 'foreign-origin']);
    }
    const login = await browser.post('/api/auth/login', { email: 'a@b.org', password: 'x' }, headers);
    expect(code(login)).toBe('foreign-origin');
    expect(browser.refreshToken).toBe(before);
    expect((await browser.refresh()).status).toBe(200);
  });

  test('is told from one of our own pages', async () => {
    const browser = server.browser();
    await browser.post('/api/auth/guest');
    const own = await browser.post('/api/auth/refresh', undefined, { origin: server.url });
    expect(own.status).toBe(200);
  });
});
