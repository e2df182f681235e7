/** Signing in with Google, against a real issuer of OpenID Connect on this machine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthServer, freePort, startAuthServer } from '../../testing/auth-server.ts';
import type { Browser } from '../../testing/browser.ts';
import { type OidcIssuer, type Person, startOidcIssuer } from '../../testing/oidc-issuer.ts';

const MUTATIONS = 200;

let server: AuthServer;
let issuer: OidcIssuer;
beforeAll(async () => {
  const port = await freePort();
  issuer = await startOidcIssuer(`http://localhost:${port}/api/auth/google/return`);
  server = await startAuthServer({ env: { ...issuer.env, PORT: String(port) } });
});
afterAll(async () => {
  await server.close();
  await issuer.close();
});

const person = (name: string, isEmailVerified = true): Person => ({
  subject: `subject of ${name}`,
  email: `${name}@example.org`,
  isEmailVerified,
});

async function begin(browser: Browser): Promise<string> {
  const begun = await browser.post('/api/auth/google/begin');
  expect(begun.status).toBe(200);
  return String(begun.body.url);
}

/** Where the way through the issuer leads in the end. */
async function signIn(browser: Browser, who: Person): Promise<string | null> {
  issuer.signIn(who);
  const back = await issuer.follow(await begin(browser));
  return (await browser.get(back)).headers.get('location');
}

const DONE = '/account/sign-in?google=done';
const failed = (error: string): string => `/account/sign-in?error=${error}`;
async function me(browser: Browser): Promise<Record<string, unknown>> {
  await browser.refresh();
  return (await browser.get('/api/auth/me')).body;
}

describe('signing in with Google', () => {
  test('makes an account whose address is proved, and finds it again by its subject', async () => {
    const browser = server.browser();
    expect(await signIn(browser, person('new'))).toBe(DONE);
    const first = await me(browser);
    expect(first).toMatchObject({ email: 'new@example.org', emailVerified: true, hasPassword: false });
    expect(browser.cookies.has('ploscope_google')).toBe(false);
    const again = server.browser();
    // Google's address changed; who it is has not.
    expect(await signIn(again, { ...person('new'), email: 'moved@example.org' })).toBe(DONE);
    expect(await me(again)).toMatchObject({ id: first.id, email: 'new@example.org' });
  });

  test('keeps what a guest has', async () => {
    const browser = server.browser();
    const guest = await browser.post('/api/auth/guest');
    expect(await signIn(browser, person('was-guest'))).toBe(DONE);
    expect(await me(browser)).toMatchObject({ id: guest.body.player?.id, guest: false });
  });

  test('finds an account by its address where both have proved it', async () => {
    const { email, id } = await server.player();
    await server.db.query('update auth.users set email_verified_at = now() where id = $1', [id]);
    const browser = server.browser();
    expect(await signIn(browser, { subject: 'linked', email: email.toUpperCase(), isEmailVerified: true })).toBe(DONE);
    expect(await me(browser)).toMatchObject({ id, hasPassword: true });
  });

  test('does not lead into an account whose address is not proved', async () => {
    const { email } = await server.player();
    const browser = server.browser();
    const who = { subject: 'the owner', email, isEmailVerified: true };
    expect(await signIn(browser, who)).toBe(failed('account-unproved'));
    expect(browser.refreshToken).toBe('');
  });

  test('does not believe an address Google has not proved', async () => {
    const browser = server.browser();
    expect(await signIn(browser, person('unproved', false))).toBe(failed('google-unproved'));
    expect(browser.refreshToken).toBe('');
  });

  test('does not pass by a second factor', async () => {
    const { email, id } = await server.player();
    await server.db.query(
      `update auth.users set email_verified_at = now(), totp_confirmed_at = now(), totp_secret = '\\x00' where id = $1`,
      [id],
    );
    const who = { subject: 'has totp', email, isEmailVerified: true };
    expect(await signIn(server.browser(), who)).toBe(failed('second-factor'));
  });

  test('is offered only where it is set up', async () => {
    expect((await server.browser().get('/api/auth/offers')).body).toEqual({ google: true, mailbox: true });
  });
});

describe('the way back from Google', () => {
  const back = async (browser: Browser): Promise<string> => {
    issuer.signIn(person('tampered'));
    return issuer.follow(await begin(browser));
  };
  const end = async (browser: Browser, url: string): Promise<string | null> =>
    (await browser.get(url)).headers.get('location');

  test('with another state is refused', async () => {
    const browser = server.browser();
    const url = new URL(await back(browser));
    url.searchParams.set('state', `${url.searchParams.get('state')}x`);
    expect(await end(browser, url.href)).toBe(failed('google-failed'));
  });

  test('with another nonce is refused', async () => {
    const browser = server.browser();
    issuer.signIn(person('tampered'));
    const url = new URL(await begin(browser));
    url.searchParams.set('nonce', 'of somebody else');
    expect(await end(browser, await issuer.follow(url.href))).toBe(failed('google-failed'));
  });

  test('in another browser, or in the same one again, is refused', async () => {
    const browser = server.browser();
    const url = await back(browser);
    const cookie = browser.cookies.get('ploscope_google') ?? '';
    expect(await end(server.browser(), url)).toBe(failed('google-failed'));
    const other = server.browser();
    await begin(other);
    expect(await end(other, url)).toBe(failed('google-failed'));
    // Those tries did not use up the code.
    expect(await end(browser, url)).toBe(DONE);
    expect(await end(browser, url)).toBe(failed('google-failed'));
    browser.cookies.set('ploscope_google', cookie);
    expect(await end(browser, url)).toBe(failed('google-failed'));
  });

  test('that says no is told as such', async () => {
    const browser = server.browser();
    const state = new URL(await begin(browser)).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ error: 'access_denied', state, iss: issuer.url });
    expect(await end(browser, `/api/auth/google/return?${query}`)).toBe(failed('google-cancelled'));
  });

  test('with a mutated cookie or query is refused, and breaks nothing', async () => {
    const browser = server.browser();
    const url = new URL(await back(browser));
    const cookie = browser.cookies.get('ploscope_google') ?? '';
    for (let sent = 0; sent < MUTATIONS; sent += 1) {
      const at = Math.floor(Math.random() * cookie.length);
      const changed = cookie.slice(0, at) + (cookie[at] === 'x' ? 'y' : 'x') + cookie.slice(at + 1);
      browser.cookies.set('ploscope_google', changed);
      const reply = await browser.get(url.href);
      expect([reply.status, reply.headers.get('location')]).toEqual([302, failed('google-failed')]);
    }
    const queries = ['', '?', '?code', '?code=&state=', '?code=a&code=b&state=c&state=d', '?%', `?${'a='.repeat(500)}`];
    for (const query of queries) {
      browser.cookies.set('ploscope_google', cookie);
      const reply = await browser.get(`/api/auth/google/return${query}`);
      expect([query, reply.status]).toEqual([query, 302]);
    }
  });
});

test('an issuer that is away is told, and asked again the next time', async () => {
  const port = await freePort();
  const away = await startAuthServer({ env: { ...issuer.env, GOOGLE_ISSUER: `http://localhost:${port}` } });
  try {
    const refused = await away.browser().post('/api/auth/google/begin');
    expect([refused.status, refused.body.error?.code]).toEqual([503, 'unavailable']);
  } finally {
    await away.close();
  }
});

test('a server without Google says so', async () => {
  const plain = await startAuthServer();
  try {
    const refused = await plain.browser().post('/api/auth/google/begin');
    expect([refused.status, refused.body.error?.code]).toEqual([404, 'no-google']);
    expect((await plain.browser().get('/api/auth/google/return?code=x')).headers.get('location')).toBe(
      failed('google-failed'),
    );
  } finally {
    await plain.close();
  }
});
