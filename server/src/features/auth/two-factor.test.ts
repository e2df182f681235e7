/** The second factor, from the first code to the last recovery code. */
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { type Browser, PASSWORD } from '../../testing/browser.ts';

let server: AuthServer;
beforeAll(async () => {
  server = await startAuthServer();
});
afterAll(() => server.close());

const code = (reply: { body: { error?: { code: string } } }): string | undefined => reply.body.error?.code;

interface Player {
  readonly browser: Browser;
  readonly email: string;
  readonly id: string;
}

async function provedPlayer(): Promise<Player> {
  const player = await server.player();
  await server.db.query('update auth.users set email_verified_at = now() where id = $1', [player.id]);
  return player;
}

async function withSecondFactor(): Promise<Player & { totp: TOTP; recovery: string[] }> {
  const { browser, email, id } = await provedPlayer();
  const begun = await browser.post('/api/auth/two-factor/begin', { password: PASSWORD });
  expect(String(begun.body.uri)).toMatch(/^otpauth:\/\/totp\/PLOScope:/);
  const totp = new TOTP({ secret: Secret.fromBase32(String(begun.body.secret)) });
  const confirmed = await browser.post('/api/auth/two-factor/confirm', { code: totp.generate() });
  expect(confirmed.status).toBe(200);
  return { browser, email, id, totp, recovery: confirmed.body.recoveryCodes as string[] };
}

/** As if no code had been taken lately. */
async function forgetSteps(): Promise<void> {
  await server.db.query('update auth.users set totp_last_step = null');
}

test('asks for a code at every sign-in, and takes each once', async () => {
  const { browser, email, totp } = await withSecondFactor();
  expect((await browser.get('/api/auth/me')).body.twoFactor).toBe(true);
  const login = (given?: string) => server.browser().login(email, PASSWORD, given);
  expect([(await login()).status, code(await login())]).toEqual([401, 'second-factor']);
  // The code that confirmed it was taken already.
  expect(code(await login(totp.generate()))).toBe('wrong-code');
  await forgetSteps();
  const now = totp.generate();
  const both = await Promise.all([login(now), login(now)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  expect(code(await server.browser().login(email, 'wrong password', now))).toBe('wrong-login');
});

test('takes a code of the step before and after, and none farther off', async () => {
  const { email, totp } = await withSecondFactor();
  const at = (steps: number) => totp.generate({ timestamp: Date.now() + steps * 30_000 });
  const login = async (given: string) => {
    await forgetSteps();
    return (await server.browser().login(email, PASSWORD, given)).status;
  };
  expect(await login(at(-3))).toBe(401);
  expect(await login(at(3))).toBe(401);
  expect(await login(at(0))).toBe(200);
  // An earlier code is no good once a later one was taken.
  await forgetSteps();
  const [before, after] = [at(0), at(1)];
  expect((await server.browser().login(email, PASSWORD, after)).status).toBe(200);
  expect((await server.browser().login(email, PASSWORD, before)).status).toBe(401);
});

test('recovery codes work once each, and in no other account', async () => {
  const { email: lost, recovery } = await withSecondFactor();
  const { email: other } = await withSecondFactor();
  expect(new Set(recovery).size).toBe(10);
  const [first = '', second = ''] = recovery;
  const login = (email: string, given: string) => server.browser().login(email, PASSWORD, given);
  expect((await login(other, first)).status).toBe(401);
  expect((await login(lost, first)).status).toBe(200);
  expect(code(await login(lost, first))).toBe('wrong-code');
  const both = await Promise.all([1, 2, 3].map(() => login(lost, second.toUpperCase())));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
});

test('is turned off with password and code, and not turned on twice', async () => {
  const { browser, email, recovery } = await withSecondFactor();
  const end = (password: string, given: string) => browser.post('/api/auth/two-factor/end', { password, code: given });
  expect(code(await browser.post('/api/auth/two-factor/begin', { password: PASSWORD }))).toBe('two-factor-on');
  expect(code(await browser.post('/api/auth/two-factor/confirm', { code: '000000' }))).toBe('two-factor-on');
  expect(code(await end('wrong password', recovery[0] ?? ''))).toBe('wrong-password');
  expect(code(await end(PASSWORD, '000000'))).toBe('wrong-code');
  expect((await end(PASSWORD, recovery[0] ?? '')).status).toBe(200);
  expect((await server.browser().login(email)).status).toBe(200);
});

test('is asked for, once each code, by everything that could take the account away', async () => {
  const { browser, email, totp, recovery } = await withSecondFactor();
  const password = 'another fine password';
  const asked = [
    ['change-password', { password: PASSWORD, newPassword: password }],
    ['change-email', { password, email: `new-${email}` }],
    ['delete-account', { password }],
  ] as const;
  const used: string[] = [totp.generate()];
  for (const [i, [path, body]] of asked.entries()) {
    const send = (given: object) => browser.post(`/api/auth/${path}`, { ...body, ...given });
    expect(code(await send({})), path).toBe('second-factor');
    for (const spent of used) expect(code(await send({ code: spent })), path).toBe('wrong-code');
    expect(code(await send({ password: 'wrong', code: recovery[i] })), path).toBe('wrong-password');
    expect((await send({ code: recovery[i] })).status, path).toBe(200);
    used.push(recovery[i] ?? '');
  }
  expect(code(await server.browser().login(email, password))).toBe('wrong-login');
});

test('does not count before a code of it was confirmed', async () => {
  const { browser, email } = await provedPlayer();
  expect(code(await browser.post('/api/auth/two-factor/begin', { password: 'wrong' }))).toBe('wrong-password');
  await browser.post('/api/auth/two-factor/begin', { password: PASSWORD });
  expect(code(await browser.post('/api/auth/two-factor/confirm', { code: '000000' }))).toBe('wrong-code');
  expect((await server.browser().login(email)).status).toBe(200);
});

test('does not keep the owner of an address from it', async () => {
  const squatter = await server.player();
  const begun = await squatter.browser.post('/api/auth/two-factor/begin', { password: PASSWORD });
  expect([begun.status, code(begun)]).toEqual([403, 'unproved-email']);
  // As those have it who turned it on before that was asked.
  const { email, id } = await withSecondFactor();
  await server.db.query('update auth.users set email_verified_at = null where id = $1', [id]);
  const owner = server.browser();
  await owner.post('/api/auth/forgot-password', { email });
  const { token } = await server.mailTo(email, /password/);
  const password = 'another fine password';
  expect((await owner.post('/api/auth/reset-password', { token, password })).status).toBe(200);
  expect((await owner.login(email, password)).status).toBe(200);
  expect(await server.db.query('select from auth.recovery_codes where user_id = $1', [id])).toHaveLength(0);
});

test('stays where the owner of a proved address resets the password', async () => {
  const { email } = await withSecondFactor();
  const owner = server.browser();
  await owner.post('/api/auth/forgot-password', { email });
  const { token } = await server.mailTo(email, /password/);
  const password = 'another fine password';
  expect((await owner.post('/api/auth/reset-password', { token, password })).status).toBe(200);
  expect(code(await owner.login(email, password))).toBe('second-factor');
});

test('its secret and recovery codes are not stored as they are', async () => {
  const { totp, recovery } = await withSecondFactor();
  const rows = await server.db.query<{ all: string }>(
    'select u::text as all from auth.users u union all select c::text from auth.recovery_codes c',
  );
  const stored = JSON.stringify(rows);
  expect(stored).not.toContain(totp.secret.hex.toLowerCase());
  for (const text of recovery) expect(stored).not.toContain(text);
});
