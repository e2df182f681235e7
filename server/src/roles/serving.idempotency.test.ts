/** A submission that is repeated makes one job, whatever becomes of the connection that carried it. */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ROUTES, type Route } from '@ploscope/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, makeGuest, makePlayer } from '../testing/interface/accounts.ts';
import { closeConnections, codeOf, type Reply, send } from '../testing/interface/actor.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const EQUITY = { hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Qs5h4c2h' };

let server: TestServer;
let player: Account;
beforeAll(async () => {
  server = await startTestServer({ LIMITS: 'off', WORKER_EQUITIES: '0', JOBS_PER_PLAYER: '10000' });
  player = await makePlayer(server.url);
});
afterAll(async () => {
  closeConnections();
  await server.close();
});

function submit(key: string, body: unknown = EQUITY, as = player): Promise<Reply> {
  return send(server.url, as.bearer, {
    method: 'POST',
    path: ROUTES.submitEquity.path,
    body,
    headers: { 'idempotency-key': key },
  });
}

const idOf = ({ json }: Reply): unknown => (json as { id?: unknown }).id;

async function jobsOf({ id }: Account): Promise<number> {
  const rows = await server.db.query<{ count: string }>('select count(*) from jobs.jobs where user_id = $1', [id]);
  return Number(rows[0]?.count);
}

test('forty submissions under one key at once make one job, and all are told of it', async () => {
  const before = await jobsOf(player);
  const replies = await Promise.all(Array.from({ length: 40 }, () => submit('at once')));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([202]));
  expect(new Set(replies.map(idOf)).size).toBe(1);
  expect(await jobsOf(player)).toBe(before + 1);
});

test('another request under a used key is refused, also at the same moment, and makes nothing', async () => {
  await submit('taken');
  const before = await jobsOf(player);
  const refused = await submit('taken', { ...EQUITY, seed: 1 });
  expect([refused.status, codeOf(refused)]).toEqual([422, 'idempotency-key']);
  const replies = await Promise.all([1, 2, 3, 4].map((seed) => submit('contested', { ...EQUITY, seed })));
  expect(replies.filter(({ status }) => status === 202)).toHaveLength(1);
  expect(replies.filter((reply) => codeOf(reply) === 'idempotency-key')).toHaveLength(3);
  expect(await jobsOf(player)).toBe(before + 1);
});

test('a key is of one player and one route alone', async () => {
  const other = await makePlayer(server.url);
  const own = await submit('mine');
  expect(idOf(await submit('mine', EQUITY, other))).not.toBe(idOf(own));
});

test('a submission that was refused leaves its key free', async () => {
  expect((await submit('wrong first', { ...EQUITY, board: 'Ks' })).status).toBe(422);
  expect((await submit('wrong first')).status).toBe(202);
});

/** Sends the first bytes of a submission, or all of it, and cuts the line. */
function cutOff(key: string, bytes: number, waitMs: number): Promise<void> {
  const body = JSON.stringify(EQUITY);
  const request =
    `POST ${ROUTES.submitEquity.path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${player.bearer}\r\n` +
    `idempotency-key: ${key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const { port, hostname } = new URL(server.url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(request.slice(0, bytes < 0 ? request.length : bytes));
      setTimeout(() => socket.destroy(), waitMs);
    });
    socket.on('error', () => undefined).on('close', () => resolve());
  });
}

test('a line that is cut in the middle loses nothing: whoever repeats gets one job', async () => {
  const before = await jobsOf(player);
  const keys = Array.from({ length: 60 }, () => randomUUID());
  await Promise.all(keys.map((key, i) => cutOff(key, i % 3 === 0 ? 100 + 8 * i : -1, i % 20)));
  const replies = await Promise.all(keys.map((key) => submit(key)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([202]));
  const again = await Promise.all(keys.map((key) => submit(key)));
  expect(again.map(idOf)).toEqual(replies.map(idOf));
  expect(await jobsOf(player)).toBe(before + keys.length);
});

test('every creating POST takes a key, but for the guest, whose key would open the session to whoever guesses it', () => {
  const creating = Object.values(ROUTES as Readonly<Record<string, Route>>).filter(
    ({ method, answers }) => method === 'POST' && (201 in answers || 202 in answers),
  );
  const without = creating.filter(({ idempotent }) => !idempotent).map(({ path }) => path);
  expect(without).toEqual([ROUTES.guest.path]);
  expect(creating.length).toBeGreaterThan(4);
});

function make(key: string, body: unknown, as: Account): Promise<Reply> {
  const headers = { 'idempotency-key': key };
  return send(server.url, as.bearer, { method: 'POST', path: ROUTES.makePersonalToken.path, body, headers });
}

test('a personal token whose answer was lost is told again, and stands nowhere in the clear', async () => {
  const as = await makePlayer(server.url);
  const replies = await Promise.all(Array.from({ length: 20 }, () => make('token', { name: 'laptop' }, as)));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
  const tokens = new Set(replies.map(({ json }) => (json as { token: string }).token));
  expect(tokens.size).toBe(1);
  const [token = ''] = tokens;
  const me = await send(server.url, token, { method: 'GET', path: ROUTES.me.path });
  expect(me.json).toMatchObject({ id: as.id });
  expect(await tokensOf(as)).toBe(1);
  expect(codeOf(await make('token', { name: 'phone' }, as))).toBe('idempotency-key');
  const kept = await server.db.query<{ answer: string }>('select answer::text from platform.idempotency_keys');
  expect(JSON.stringify(kept)).not.toContain(token);
  const other = await makePlayer(server.url);
  const others = await make('token', { name: 'laptop' }, other);
  expect((others.json as { token: string }).token).not.toBe(token);
});

async function tokensOf({ id }: Account): Promise<unknown> {
  const rows = await server.db.query('select from auth.personal_tokens where user_id = $1', [id]);
  return rows.length;
}

function signUp(key: string | null, email: string, password = 'five brave otters 17', bearer: string | null = null) {
  const headers = key === null ? {} : { 'idempotency-key': key };
  const body = { email, password };
  return send(server.url, bearer, { method: 'POST', path: ROUTES.register.path, body, headers });
}

test('a registration whose answer was lost is repeated under its key, with the same password alone', async () => {
  const email = `${randomUUID()}@example.org`;
  const replies = await Promise.all([1, 2, 3, 4].map(() => signUp('sign up', email)));
  expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  const ids = new Set(replies.map(({ json }) => (json as { player: { id: string } }).player.id));
  expect(ids.size).toBe(1);
  expect(codeOf(await signUp('sign up', email, 'another of those 99'))).toBe('wrong-login');
  expect(codeOf(await signUp('another key', email))).toBe('email-taken');
  expect(codeOf(await signUp(null, email))).toBe('email-taken');
  expect((await signUp('sign up', `${randomUUID()}@example.org`)).status).toBe(201);
  const { mails } = (await send(server.url, null, { method: 'GET', path: '/api/mailbox' })).json as {
    mails: { to: string }[];
  };
  expect(mails.filter(({ to }) => to === email)).toHaveLength(1);
  const kept = await server.db.query('select * from platform.idempotency_keys where route = $1', [
    ROUTES.register.path,
  ]);
  expect(JSON.stringify(kept)).not.toContain('otters');
});

test('a guest who became an account and never heard of it is signed out, and in again by the same request', async () => {
  const guest = await makeGuest(server.url);
  const email = `${randomUUID()}@example.org`;
  const first = await signUp('from a guest', email, undefined, guest.bearer);
  expect(first.status).toBe(201);
  expect(codeOf(await signUp('from a guest', email, undefined, guest.bearer))).toBe('signed-out');
  const again = await signUp('from a guest', email);
  expect(again.json).toMatchObject({ player: { id: guest.id } });
});
