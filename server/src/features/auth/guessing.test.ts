/** Guessing: how often one may, and what time tells. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLimits } from '../../platform/limits/index.ts';
import { type AuthServer, startAuthServer } from '../../testing/auth-server.ts';
import { PASSWORD } from '../../testing/browser.ts';
import { countGuess } from './guessing.ts';
import { createHashQueue } from './hash-queue.ts';

const code = (reply: { body: { error?: { code: string } } }): string | undefined => reply.body.error?.code;

describe('the secrets of one account', () => {
  let server: AuthServer;
  beforeAll(async () => {
    server = await startAuthServer({ limited: true });
  });
  afterAll(() => server.close());

  test.each(['known', 'unknown'])('are guessed ten times at most, of an account that is %s', async (kind) => {
    const email = kind === 'known' ? (await server.player()).email : 'unknown@example.org';
    const browser = server.browser();
    const guesses = await Promise.all(Array.from({ length: 13 }, () => browser.login(email, 'a wrong guess')));
    const codes = guesses.map(code).sort();
    expect(codes).toEqual([...Array(3).fill('rate-limit'), ...Array(10).fill('wrong-login')]);
    const refused = await browser.login(email);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });

  test('are counted anew after the right one', async () => {
    const { email } = await server.player();
    const browser = server.browser();
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 6 }, () => browser.login(email, 'a wrong guess')));
      expect((await browser.login(email)).status).toBe(200);
    }
  });

  test('are guessed as seldom by who holds a session and the password: codes of the second factor', async () => {
    const { browser, id } = await server.player();
    await server.db.query(`update auth.users set totp_confirmed_at = now(), totp_secret = '\\x00' where id = $1`, [id]);
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 11; i += 1) {
      codes.push(code(await browser.post('/api/auth/delete-account', { password: PASSWORD, code: '000000' })));
    }
    expect(codes).toEqual([...Array(10).fill('wrong-code'), 'rate-limit']);
  });

  test('fill no mailbox: mails to one address are counted, whatever asks for them', async () => {
    const email = 'filled@example.org';
    const refusals: (string | undefined)[] = [];
    for (let round = 0; round < 6; round += 1) {
      const browser = server.browser();
      refusals.push(code(await browser.register(email)), code(await browser.post('/api/auth/send-verification')));
      await server.db.query('delete from auth.users where email = $1', [email]);
    }
    expect(refusals.slice(0, 10)).toEqual(Array(10).fill(undefined));
    expect(refusals[10]).toBe('rate-limit');
  });

  test('are no easier to guess from many accounts than from one address', async () => {
    const own = await startAuthServer({ limited: true });
    try {
      const guests = await Promise.all(
        Array.from({ length: 4 }, async () => {
          const browser = own.browser();
          await browser.post('/api/auth/guest');
          return browser;
        }),
      );
      // Refused for its form, so that no password is hashed; counted all the same.
      const tries = guests.flatMap((browser) => Array.from({ length: 20 }, () => browser.login('nobody')));
      const codes = (await Promise.all(tries)).map(code);
      expect(codes.filter((each) => each === 'rate-limit')).toHaveLength(80 - (60 - guests.length));
    } finally {
      await own.close();
    }
  });

  test('are not guessed at all where nobody can count', async () => {
    const lost = { ...createLimits({ redis: null, computePerMinute: 600 }), take: async () => CANNOT_COUNT };
    await expect(countGuess(lost, 'a@b.org')).rejects.toMatchObject({ status: 503 });
  });
});
const CANNOT_COUNT = { ok: false, retryAfterS: null } as const;

describe('time', () => {
  const HASHED = 8;
  /** Two milliseconds each, in which a busy machine finds more to add. */
  const QUICK = 80;
  let server: AuthServer;
  beforeAll(async () => {
    server = await startAuthServer();
  });
  afterAll(() => server.close());

  async function timed(work: () => Promise<unknown>): Promise<number> {
    const start = performance.now();
    await work();
    return performance.now() - start;
  }
  /** The fastest of each, tried in turns: a busy machine only adds to it. */
  async function ratio(one: () => Promise<unknown>, other: () => Promise<unknown>, tries: number): Promise<number> {
    const [ones, others]: [number[], number[]] = [[], []];
    for (let round = 0; round < tries; round += 1) {
      // Each first as often as the other.
      if (round % 2 === 0) ones.push(await timed(one));
      others.push(await timed(other));
      if (round % 2 === 1) ones.push(await timed(one));
    }
    return Math.min(...ones) / Math.min(...others);
  }

  test('does not tell who has an account, a password, or a mail coming', async () => {
    const { email } = await server.player();
    const passwordless = await server.player();
    await server.db.query('update auth.users set password_hash = null where id = $1', [passwordless.id]);
    const browser = server.browser();
    const login = (address: string) => () => browser.login(address, 'a wrong guess');
    const forgot = (address: string) => () => browser.post('/api/auth/forgot-password', { email: address });
    await login(email)();
    const ratios = {
      'login of nobody': await ratio(login(email), login('nobody@example.org'), HASHED),
      'login without a password': await ratio(login(email), login(passwordless.email), HASHED),
      'forgotten password of nobody': await ratio(forgot(email), forgot('nobody@example.org'), QUICK),
    };
    console.log('known against unknown, times:', ratios);
    // A hash left out would make it a factor of ten.
    for (const each of Object.values(ratios)) expect(Math.abs(Math.log2(each))).toBeLessThan(1.5);
  });
});

test('passwords are hashed a few at a time, some wait, and the rest is told to come back', async () => {
  const queue = createHashQueue({ atOnce: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const work = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  const all = Promise.allSettled(Array.from({ length: 7 }, () => queue.run(work)));
  for (let ended = 0; ended < 5; ended += 1) {
    await expect.poll(() => ends.length).toBeGreaterThan(ended);
    ends[ended]?.();
  }
  const outcomes = (await all).map(({ status }) => status);
  expect(outcomes.filter((status) => status === 'rejected')).toHaveLength(2);
  expect(most).toBe(2);
  await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(queue.run(() => Promise.resolve(PASSWORD))).resolves.toBe(PASSWORD);
});
