/** Who may ask what, for every route of contracts: a route added there is tried here as everybody. */
import { randomUUID } from 'node:crypto';
import { ROUTES, type Route } from '@ploscope/contracts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Account, makeGuest, makeToken, register, registerAdmin } from '../testing/interface/accounts.ts';
import { closeConnections, codeOf, type Reply, send } from '../testing/interface/actor.ts';
import { makeBadTokens } from '../testing/interface/bad-tokens.ts';
import { exampleOf, newEmail, rowMakerOf } from '../testing/interface/examples.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const ADMINS = Array.from({ length: 20 }, (_, i) => `admin-${i}@example.org`);

let server: TestServer;
let badTokens: ReadonlyMap<string, string>;
beforeAll(async () => {
  server = await startTestServer({
    LIMITS: 'off',
    ADMIN_EMAILS: ADMINS.join(','),
    WORKER_EQUITIES: '0',
    WORKER_SOLVES: '0',
  });
  badTokens = await makeBadTokens({ url: server.url, db: server.db, at });
});
afterAll(async () => {
  closeConnections();
  await server.close();
});

async function at<T>(time: Date, what: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ now: time, toFake: ['Date'] });
  try {
    return await what();
  } finally {
    vi.useRealTimers();
  }
}

interface Cast {
  readonly guest: Account;
  readonly a: Account;
  readonly b: Account;
  readonly admin: Account;
}

/** The same people from route to route; whoever a route signed out or deleted is made anew. */
const cast: { -readonly [K in keyof Cast]?: Cast[K] } = {};
let admins = 0;
const MAKE: { readonly [K in keyof Cast]: () => Promise<Account> } = {
  guest: () => makeGuest(server.url),
  a: () => register(server.url, newEmail()),
  b: () => register(server.url, newEmail()),
  admin: () => registerAdmin(server.url, ADMINS[admins++] ?? ''),
};

async function everybody(): Promise<Cast> {
  for (const who of ['guest', 'a', 'b', 'admin'] as const) {
    const bearer = cast[who]?.bearer ?? 'nobody yet';
    const me = await send(server.url, bearer, { method: 'GET', path: '/api/auth/me' });
    // A guest that registered is a guest no more.
    const isSame = me.status === 200 && (me.json as { guest: boolean }).guest === (who === 'guest');
    if (!isSame) cast[who] = await MAKE[who]();
  }
  return cast as Cast;
}

/** Everything of A's that an answer told A: ids and secrets, which nobody else may ever be told. */
const ofA = new Set<string>();
const toOthers: { readonly what: string; readonly reply: Reply }[] = [];

function noteA(account: Account, reply?: Reply): void {
  for (const text of [account.id, account.email ?? account.id, account.bearer, account.sessionId]) ofA.add(text);
  for (const [text] of (reply?.text ?? '').matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|plo_[\w-]{43}/g)) {
    ofA.add(text);
  }
}

/** What may differ between two answers that say the same. */
function shapeOf({ status, headers, text }: Reply): unknown {
  const { date: _, ...same } = headers;
  return { status, headers: same, text };
}

const names = Object.keys(ROUTES) as (keyof typeof ROUTES)[];

test.each(names)('%s answers whom it should, and nobody else', async (name) => {
  const route: Route = ROUTES[name];
  const { codes = [], body } = exampleOf(name, route);
  const { guest, a, b, admin } = await everybody();
  noteA(a);
  const readsToken = route.limit !== null && !(route.access === 'anyone' && route.endedToken);
  const tokenOf = { a: (await makeToken(server.url, a)).token, b: (await makeToken(server.url, b)).token };

  const ask = async (who: string, as: Account | null, bearer: string | null, id?: string): Promise<Reply> => {
    const path = route.path.replace(':id', id ?? randomUUID());
    const reply = await send(server.url, bearer, {
      method: route.method,
      path,
      ...(body === undefined ? {} : { body: body(as) }),
    });
    if (as === a) noteA(a, reply);
    else if (!(as === admin && route.access === 'admin')) toOthers.push({ what: `${name} to ${who}`, reply });
    return reply;
  };
  /** Answered by the route itself, as its contract says. */
  const expectAnswer = (who: string, reply: Reply): void => {
    const code = codeOf(reply);
    const isFile = route.file !== undefined && reply.status === 200;
    const isRight = code === null ? isFile || reply.status in route.answers : codes.some((one) => one === code);
    expect(isRight, `${name} to ${who}: ${reply.status} ${reply.text}`).toBe(true);
  };
  const expectRefusal = (who: string, reply: Reply, status: number, code: string): void => {
    expect([reply.status, codeOf(reply)], `${name} to ${who}`).toEqual([status, code]);
  };

  for (const [what, bearer] of badTokens) {
    const reply = await ask(what, null, bearer);
    if (readsToken) expectRefusal(what, reply, 401, 'signed-out');
    else expectAnswer(what, reply);
  }
  const asNobody = await ask('nobody', null, null);
  if (route.access === 'anyone') expectAnswer('nobody', asNobody);
  else expectRefusal('nobody', asNobody, 401, 'signed-out');

  const others = { guest, b, admin } as const;
  if (route.owned) {
    const row = await rowMakerOf(name)(server.url, a);
    ofA.add(row);
    for (const [who, as] of Object.entries(others)) {
      const reply = await ask(who, as, as.bearer, row);
      expectRefusal(who, reply, 404, 'not-found');
      expect(shapeOf(reply)).toEqual(shapeOf(await ask(who, as, as.bearer)));
    }
    const byToken = await ask('a token of b', b, tokenOf.b, row);
    if (route.session) expectRefusal('a token of b', byToken, 403, 'forbidden');
    else expect(shapeOf(byToken)).toEqual(shapeOf(await ask('a token of b', b, tokenOf.b)));
    // What the others tried did nothing to it.
    expectAnswer('a', await ask('a', a, a.bearer, row));
    return;
  }
  const callers: readonly { who: string; as: Account; bearer: string; byToken: boolean }[] = [
    { who: 'guest', as: guest, bearer: guest.bearer, byToken: false },
    { who: 'a token of b', as: b, bearer: tokenOf.b, byToken: true },
    { who: 'b', as: b, bearer: b.bearer, byToken: false },
    { who: 'admin', as: admin, bearer: admin.bearer, byToken: false },
    { who: 'a token of a', as: a, bearer: tokenOf.a, byToken: true },
    { who: 'a', as: a, bearer: a.bearer, byToken: false },
  ];
  const done = new Set<Account>();
  for (const { who, as, bearer, byToken } of callers) {
    const reply = await ask(who, as, bearer);
    // What was asked by the player's token may have ended this session, as signing out everywhere does.
    if (done.has(as) && codeOf(reply) === 'signed-out') continue;
    const isAllowed = (route.access !== 'admin' || as === admin) && !(route.session && byToken);
    const lacksAccount = route.account === true && as === guest;
    if (!isAllowed) expectRefusal(who, reply, 403, 'forbidden');
    else if (lacksAccount) expectRefusal(who, reply, 403, 'no-account');
    else expectAnswer(who, reply);
    if (isAllowed) done.add(as);
  }
});

test('nothing of one player was ever told to another', () => {
  expect(toOthers.length).toBeGreaterThan(10 * names.length);
  expect(ofA.size).toBeGreaterThan(names.length / 2);
  for (const { what, reply } of toOthers) {
    const told = reply.text + JSON.stringify(reply.headers);
    for (const mark of ofA) if (told.includes(mark)) expect.fail(`${what} told ${mark} of another player`);
  }
});
