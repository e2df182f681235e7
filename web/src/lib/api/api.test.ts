/** The page's client against a real server on loopback that rotates its refresh cookie as ours does. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Access, ROUTES, type WebCall } from '@ploscope/contracts';
import { afterEach, expect, test } from 'vitest';
import { createStore, type Store } from '../store.ts';
import type { SessionNews } from './access-keeper.ts';
import { type Api, createApi } from './api.ts';
import type { Session } from './who.ts';

const PLAYER: Access['player'] = {
  id: '01939b6c-0000-7000-8000-000000000001',
  email: 'player@example.org',
  emailVerified: true,
  role: 'player',
  guest: false,
  hasPassword: true,
  twoFactor: false,
  createdAt: '2026-01-01T00:00:00.000Z',
};

interface Backend {
  readonly baseUrl: string;
  /** Paths asked, in order. */
  readonly asked: string[];
  /** Refreshes with a cookie that was replaced already: theft, to a server. */
  reused: number;
  /** Access tokens that count. */
  readonly good: Set<string>;
  expiresInS: number;
  refreshMs: number;
  /** How long each refusal in turn is on its way; those after these come at once. */
  readonly refusalsMs: number[];
}

/** One browser: its cookie, its hint, its lock. */
interface Browser {
  cookie: string;
  signedIn: boolean;
  queue: Promise<unknown>;
  readonly tabs: Tab[];
}

interface Tab {
  readonly api: Api;
  readonly session: Store<Session>;
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thing of open.splice(0)) thing.close();
});

async function startBackend(): Promise<Backend> {
  let turn = 0;
  const backend: Backend = {
    baseUrl: '',
    asked: [],
    reused: 0,
    good: new Set(),
    expiresInS: 900,
    refreshMs: 20,
    refusalsMs: [],
  };
  const access = (): { body: Access; cookie: string } => {
    turn += 1;
    backend.good.clear();
    backend.good.add(`access-${turn}`);
    const body = { accessToken: `access-${turn}`, expiresInS: backend.expiresInS, player: PLAYER };
    return { body, cookie: `refresh-${turn}` };
  };
  const signedOut = {
    status: 401,
    body: { error: { code: 'signed-out', message: 'No.', at: null, end: null, field: null, hint: null } },
  };
  const answer = async (request: IncomingMessage): Promise<{ status?: number; body: unknown; cookie?: string }> => {
    const { url = '', headers } = request;
    backend.asked.push(url);
    if (url === '/api/auth/login') return access();
    if (url === '/api/auth/refresh') {
      await new Promise((resolve) => setTimeout(resolve, backend.refreshMs));
      if (headers.cookie === `refresh-${turn}`) return access();
      backend.reused += 1;
      return signedOut;
    }
    if (url === '/api/auth/logout') return { body: { ok: true } };
    if (backend.good.has((headers.authorization ?? '').replace('Bearer ', ''))) return { body: PLAYER };
    await new Promise((resolve) => setTimeout(resolve, backend.refusalsMs.shift() ?? 0));
    return signedOut;
  };
  const server: Server = createServer((request, response) => {
    request.resume();
    void answer(request).then(({ status = 200, body, cookie }) => {
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
      });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return Object.assign(backend, { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

const newBrowser = (): Browser => ({ cookie: '', signedIn: false, queue: Promise.resolve(), tabs: [] });

function openTab(browser: Browser, baseUrl: string): Tab {
  const session = createStore<Session>({ who: 'unknown', unreachable: false });
  const api = createApi({
    baseUrl,
    // What a browser does by itself: it sends the cookie and keeps the new one.
    fetch: async (url: string, { method, headers, body }: WebCall) => {
      const sent = { method, headers: { ...headers, cookie: browser.cookie }, ...(body === undefined ? {} : { body }) };
      const response = await fetch(url, sent);
      browser.cookie = response.headers.get('set-cookie') ?? browser.cookie;
      return response;
    },
    session,
    hint: {
      get: () => browser.signedIn,
      set: (signedIn) => {
        browser.signedIn = signedIn;
      },
    },
    oneAtATime: (work) => {
      const mine = browser.queue.then(work);
      browser.queue = mine.catch(() => undefined);
      return mine;
    },
    tell: (news: SessionNews) => {
      for (const other of browser.tabs) if (other.api !== api) other.api.hear(news);
    },
  });
  const tab = { api, session };
  browser.tabs.push(tab);
  open.push(api);
  return tab;
}

async function signIn({ api }: Tab): Promise<void> {
  const answer = await api.call(ROUTES.login, { body: { email: 'player@example.org', password: 'x' } });
  if (!answer.ok) throw new Error(answer.error.message);
  api.take(answer.value);
}

const refreshes = (backend: Backend): number => backend.asked.filter((url) => url === '/api/auth/refresh').length;

test('where nobody signed in before, nothing is asked', async () => {
  const backend = await startBackend();
  const { api, session } = openTab(newBrowser(), backend.baseUrl);
  await api.wake();
  await api.learn();
  expect(session.get().who).toBe('nobody');
  expect(backend.asked).toEqual([]);
});

test('a new visit is signed in by the cookie, with one question', async () => {
  const backend = await startBackend();
  const browser = newBrowser();
  await signIn(openTab(browser, backend.baseUrl));
  backend.asked.length = 0;
  const { api, session } = openTab(browser, backend.baseUrl);
  await Promise.all([api.wake(), api.wake(), api.token()]);
  expect(session.get().who).toEqual(PLAYER);
  expect(backend.asked).toEqual(['/api/auth/refresh']);
});

test('many calls with a token that ended make one refresh, and each is made again once', async () => {
  const backend = await startBackend();
  const tab = openTab(newBrowser(), backend.baseUrl);
  await signIn(tab);
  backend.good.clear();
  const answers = await Promise.all(Array.from({ length: 8 }, () => tab.api.call(ROUTES.me, {})));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(refreshes(backend)).toBe(1);
  expect(backend.reused).toBe(0);
});

test('a refusal that comes after another call renewed the token makes no second refresh', async () => {
  const backend = await startBackend();
  const tab = openTab(newBrowser(), backend.baseUrl);
  await signIn(tab);
  backend.good.clear();
  backend.refusalsMs.push(0, 300);
  const first = tab.api.call(ROUTES.me, {});
  const late = tab.api.call(ROUTES.me, {});
  expect((await first).ok).toBe(true);
  expect(refreshes(backend)).toBe(1);
  expect((await late).ok).toBe(true);
  expect(refreshes(backend)).toBe(1);
});

test('tabs of one browser never use the same refresh cookie twice', async () => {
  const backend = await startBackend();
  const browser = newBrowser();
  await signIn(openTab(browser, backend.baseUrl));
  const tabs = Array.from({ length: 4 }, () => openTab(browser, backend.baseUrl));
  await Promise.all(tabs.map(({ api }) => api.wake()));
  expect(backend.reused).toBe(0);
  expect(tabs.map(({ session }) => session.get().who)).toEqual(tabs.map(() => PLAYER));
});

test('a session the server ended signs out after one try, here and in the other tabs', async () => {
  const backend = await startBackend();
  const browser = newBrowser();
  const tab = openTab(browser, backend.baseUrl);
  const other = openTab(browser, backend.baseUrl);
  await signIn(tab);
  backend.good.clear();
  browser.cookie = 'refresh-0';
  const answer = await tab.api.call(ROUTES.me, {});
  expect(answer).toMatchObject({ ok: false, status: 401, error: { code: 'signed-out' } });
  expect(tab.session.get().who).toBe('nobody');
  expect(browser.signedIn).toBe(false);
  const before = backend.asked.length;
  expect(await other.api.token()).toBeNull();
  expect(backend.asked.length).toBe(before);
});

test('signing in and out is heard by the other tabs', async () => {
  const backend = await startBackend();
  const browser = newBrowser();
  const tab = openTab(browser, backend.baseUrl);
  const other = openTab(browser, backend.baseUrl);
  await other.api.wake();
  await signIn(tab);
  await expect.poll(() => other.session.get().who).toEqual(PLAYER);
  expect(await tab.api.signOut()).toMatchObject({ ok: true });
  expect(tab.session.get().who).toBe('nobody');
  expect(other.session.get().who).toBe('nobody');
});

test('a refresh answered after signing out signs nobody in', async () => {
  const backend = await startBackend();
  const tab = openTab(newBrowser(), backend.baseUrl);
  await signIn(tab);
  backend.good.clear();
  const call = tab.api.call(ROUTES.me, {});
  await expect.poll(() => refreshes(backend)).toBe(1);
  tab.api.forget();
  await call;
  expect(tab.session.get().who).toBe('nobody');
  expect(await tab.api.token()).toBeNull();
});

test('a token is made anew before it ends', async () => {
  const backend = await startBackend();
  backend.expiresInS = 1;
  const tab = openTab(newBrowser(), backend.baseUrl);
  await signIn(tab);
  await expect.poll(() => refreshes(backend), { timeout: 20_000 }).toBeGreaterThan(0);
  expect(backend.reused).toBe(0);
});

test('a server that cannot be reached is said so, and whoever was signed in stays', async () => {
  const browser = newBrowser();
  const backend = await startBackend();
  const tab = openTab(browser, backend.baseUrl);
  await signIn(tab);
  for (const thing of open.splice(0).reverse()) if (thing !== tab.api) thing.close();
  open.push(tab.api);
  const answer = await tab.api.call(ROUTES.me, {});
  expect(answer).toMatchObject({ ok: false, status: 0, error: { code: 'offline' } });
  expect(tab.session.get().who).toEqual(PLAYER);
  const later = openTab(browser, backend.baseUrl);
  await later.api.wake();
  expect(later.session.get()).toEqual({ who: 'nobody', unreachable: true });
  expect(browser.signedIn).toBe(true);
  expect(await tab.api.signOut()).toMatchObject({ ok: false, error: { code: 'offline' } });
  expect(tab.session.get().who).toEqual(PLAYER);
});
