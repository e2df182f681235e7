/** A submission that is repeated makes one job, whatever becomes of the connection that carried it. */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ROUTES } from '@ploscope/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Account, makePlayer } from '../testing/interface/accounts.ts';
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
