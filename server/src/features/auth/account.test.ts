/** An account's own matters: address, password, tokens, export and deletion. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { PASSWORD } from '../../testing/browser.ts';
import type { UserData } from './index.ts';

const NEW_PASSWORD = 'another fine password';

/** What the feature `study` would keep. */
const spots: UserData = {
  feature: 'study',
  exportOf: async (trx, userId) => ({
    spots: await trx.selectFrom('study.spots').select('id').where('user_id', '=', userId).execute(),
  }),
  deleteOf: async (trx, userId) => {
    await trx.deleteFrom('study.spots').where('user_id', '=', userId).execute();
  },
};

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer({ userData: [spots] });
});
afterAll(() => server.close());

const code = (reply: { body: { error?: { code: string } } }): string | undefined => reply.body.error?.code;

describe('an address', () => {
  test('is proved by the newest mail, once', async () => {
    const browser = server.browser();
    const email = 'proved@example.org';
    await browser.register(email);
    const first = await server.mailTo(email, /Confirm/);
    expect((await browser.get('/api/auth/me')).body.emailVerified).toBe(false);
    await browser.post('/api/auth/send-verification');
    await expect.poll(async () => (await server.mailTo(email, /Confirm/)).token).not.toBe(first.token);
    const newest = await server.mailTo(email, /Confirm/);
    const prove = (token: string) => server.browser().post('/api/auth/verify-email', { token });
    expect([(await prove(first.token)).status, code(await prove(first.token))]).toEqual([410, 'mail-token']);
    expect((await prove(newest.token)).status).toBe(200);
    expect(code(await prove(newest.token))).toBe('mail-token');
    expect((await browser.get('/api/auth/me')).body.emailVerified).toBe(true);
  });

  test('changes once the new one is proved, and the old one is told', async () => {
    const { browser, email } = await server.player();
    const change = (password: string) => browser.post('/api/auth/change-email', { email: `new-${email}`, password });
    expect(code(await change('wrong password'))).toBe('wrong-password');
    expect((await change(PASSWORD)).status).toBe(200);
    expect((await browser.get('/api/auth/me')).body.email).toBe(email);
    const { token } = await server.mailTo(`new-${email}`, /new e-mail/);
    expect((await browser.post('/api/auth/verify-email', { token })).status).toBe(200);
    expect((await browser.get('/api/auth/me')).body).toMatchObject({ email: `new-${email}`, emailVerified: true });
    expect((await server.mailTo(email, /was changed/)).text).toContain(`new-${email}`);
    expect(code(await server.browser().login(email))).toBe('wrong-login');
    expect((await server.browser().login(`new-${email}`)).status).toBe(200);
  });

  test('that got an account meanwhile is not taken over', async () => {
    const { browser, email } = await server.player();
    await browser.post('/api/auth/change-email', { email: `race-${email}`, password: PASSWORD });
    const { token } = await server.mailTo(`race-${email}`, /new e-mail/);
    await server.browser().register(`race-${email}`);
    const refused = await browser.post('/api/auth/verify-email', { token });
    expect([refused.status, code(refused)]).toEqual([409, 'email-taken']);
  });
});

describe('a password', () => {
  test('that is changed ends every other session', async () => {
    const { browser, email } = await server.player();
    const other = server.browser();
    await other.login(email);
    const change = (password: string, newPassword: string) =>
      browser.post('/api/auth/change-password', { password, newPassword });
    expect(code(await change('wrong password', NEW_PASSWORD))).toBe('wrong-password');
    expect(code(await change(PASSWORD, 'password123'))).toBe('known-password');
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(200);
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    expect((await other.get('/api/auth/me')).status).toBe(401);
    expect(code(await other.login(email))).toBe('wrong-login');
    expect((await other.login(email, NEW_PASSWORD)).status).toBe(200);
  });

  test('that was forgotten is set by mail, which ends every session and token', async () => {
    const { browser, email } = await server.player();
    const made = await browser.post('/api/auth/tokens', { name: 'laptop' });
    expect((await server.browser().post('/api/auth/forgot-password', { email })).status).toBe(200);
    const { token } = await server.mailTo(email, /new password/);
    const reset = (password: string) => server.browser().post('/api/auth/reset-password', { token, password });
    expect(code(await reset('password123'))).toBe('known-password');
    expect((await reset(NEW_PASSWORD)).status).toBe(200);
    expect(code(await reset(NEW_PASSWORD))).toBe('mail-token');
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    browser.token = String(made.body.token);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    browser.token = null;
    expect((await browser.login(email, NEW_PASSWORD)).body.player).toMatchObject({ emailVerified: true });
  });

  test('of nobody is asked for with the same answer, and no mail', async () => {
    const asked = await server.browser().post('/api/auth/forgot-password', { email: 'nobody@example.org' });
    expect([asked.status, asked.body]).toEqual([200, { ok: true }]);
    const { email } = await server.player();
    await server.browser().post('/api/auth/forgot-password', { email });
    await server.mailTo(email, /new password/);
    const mailbox = await server.browser().get('/api/mailbox');
    expect(JSON.stringify(mailbox.body)).not.toContain('nobody@example.org');
  });

  test('hashed at another cost is hashed anew at the next sign-in', async () => {
    const { browser, email } = await server.player();
    const { hash } = await import('@node-rs/argon2');
    const cheap = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await server.db.query('update auth.users set password_hash = $1 where email = $2', [cheap, email]);
    expect((await browser.login(email)).status).toBe(200);
    const [row] = await server.db.query<{ password_hash: string }>(
      'select password_hash from auth.users where email = $1',
      [email],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect((await browser.login(email)).status).toBe(200);
  });
});

describe('a personal access token', () => {
  test('works until it is removed, and is stored as a hash', async () => {
    const { browser } = await server.player();
    const made = await browser.post('/api/auth/tokens', { name: 'laptop', days: null });
    expect(made.status).toBe(201);
    const token = String(made.body.token);
    expect(token).toMatch(/^plo_[\w-]{43}$/);
    const program = server.browser();
    program.token = token;
    expect((await program.get('/api/auth/me')).status).toBe(200);
    const listed = JSON.stringify((await browser.get('/api/auth/tokens')).body);
    expect(listed).toContain(`"hint":"${token.slice(0, 8)}"`);
    expect(listed).not.toContain(token);
    const rows = await server.db.query<{ all: string }>('select t::text as all from auth.personal_tokens t');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await browser.send('DELETE', `/api/auth/tokens/${made.body.id}`)).status).toBe(200);
    expect((await program.get('/api/auth/me')).status).toBe(401);
  });

  test('ends at its day', async () => {
    const { browser, id } = await server.player();
    const { body } = await browser.post('/api/auth/tokens', { name: 'short', days: 1 });
    await server.db.query('update auth.personal_tokens set expires_at = now() where user_id = $1', [id]);
    browser.token = String(body.token);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
  });

  test('manages nothing of the account it belongs to', async () => {
    const { browser } = await server.player();
    const { body } = await browser.post('/api/auth/tokens', { name: 'program' });
    const program = server.browser();
    program.token = String(body.token);
    const asked = [
      program.get('/api/auth/sessions'),
      program.get('/api/auth/tokens'),
      program.get('/api/auth/export'),
      program.post('/api/auth/tokens', { name: 'another' }),
      program.post('/api/auth/logout-everywhere'),
      program.post('/api/auth/change-password', { password: PASSWORD, newPassword: NEW_PASSWORD }),
      program.post('/api/auth/change-email', { password: PASSWORD, email: 'thief@example.org' }),
      program.post('/api/auth/two-factor/begin', { password: PASSWORD }),
      program.post('/api/auth/delete-account', { password: PASSWORD }),
    ];
    for (const reply of await Promise.all(asked)) expect([reply.status, code(reply)]).toEqual([403, 'forbidden']);
  });

  test("of somebody else's is not there", async () => {
    const [mine, yours] = [await server.player(), await server.player()];
    const { body } = await mine.browser.post('/api/auth/tokens', { name: 'mine' });
    expect(code(await yours.browser.send('DELETE', `/api/auth/tokens/${body.id}`))).toBe('not-found');
  });

  test.each(['', '   ', 'a\u0000b', 'x'.repeat(101)])('has a name one can read: %j', async (name) => {
    const { browser } = await server.player();
    expect(code(await browser.post('/api/auth/tokens', { name }))).toBe('request');
  });

  test('is one of fifty at most, also when many are made at once', async () => {
    const { browser, id } = await server.player();
    await server.db.query(
      `insert into auth.personal_tokens (id, user_id, name, token_hash, hint)
       select gen_random_uuid(), $1, 'x', sha256(n::text::bytea), 'plo_' from generate_series(1, 48) n`,
      [id],
    );
    const made = await Promise.all(Array.from({ length: 5 }, () => browser.post('/api/auth/tokens', { name: 'y' })));
    expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
  });
});

describe('everything of a player', () => {
  test('is exported, without what opens the account', async () => {
    const { browser, email, id } = await server.player();
    await server.db.query(
      `insert into study.spots (id, user_id, spot_hash, document) values (gen_random_uuid(), $1, '\\x00', '{}')`,
      [id],
    );
    const exported = await browser.get('/api/auth/export');
    expect(exported.headers.get('content-disposition')).toContain('attachment');
    expect(exported.body).toMatchObject({ account: { email, sessions: [{}] }, study: { spots: [{}] } });
    expect(JSON.stringify(exported.body)).not.toMatch(/argon2|hash|jti/);
  });

  test('is deleted with the account, at once and everywhere', async () => {
    const { browser, email, id } = await server.player();
    const other = server.browser();
    await other.login(email);
    await server.db.query(
      `insert into study.spots (id, user_id, spot_hash, document) values (gen_random_uuid(), $1, '\\x00', '{}')`,
      [id],
    );
    expect(code(await browser.post('/api/auth/delete-account', {}))).toBe('wrong-password');
    expect(code(await browser.post('/api/auth/delete-account', { password: 'wrong' }))).toBe('wrong-password');
    expect((await browser.post('/api/auth/delete-account', { password: PASSWORD })).status).toBe(200);
    expect((await other.get('/api/auth/me')).status).toBe(401);
    expect((await other.refresh()).status).toBe(401);
    expect(code(await other.login(email))).toBe('wrong-login');
    const left = await server.db.query<{ spots: number; types: string[] }>(
      `select (select count(*)::int from study.spots where user_id = $1) as spots,
        (select array_agg(type order by seq) from platform.events where stream = 'user:' || $1::text) as types`,
      [id],
    );
    expect(left).toEqual([{ spots: 0, types: ['UserDeleted'] }]);
    const events = await server.db.query<{ payload: Buffer }>('select payload from platform.events');
    expect(Buffer.concat(events.map(({ payload }) => payload)).toString()).not.toContain(email);
    expect((await server.browser().register(email)).status).toBe(201);
  });

  test('stays whole where one feature cannot delete its part', async () => {
    const broken = await startAuthServer({
      userData: [spots, { ...spots, deleteOf: () => Promise.reject(new Error('no')) }],
    });
    try {
      const { browser } = await broken.player();
      expect((await browser.post('/api/auth/delete-account', { password: PASSWORD })).status).toBe(500);
      expect((await browser.get('/api/auth/me')).status).toBe(200);
    } finally {
      await broken.close();
    }
  });
});
