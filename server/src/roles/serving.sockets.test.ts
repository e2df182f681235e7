/** Sockets: whatever a client sends, the server stands, and news of one player reaches nobody else. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobNewsSchema, ROUTES } from '@ploscope/contracts';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { HOSTILE_TEXTS } from '../testing/fuzz/hostile.ts';
import { createRandom } from '../testing/fuzz/random.ts';
import { type Account, makePlayer } from '../testing/interface/accounts.ts';
import { closeConnections, send } from '../testing/interface/actor.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const JOBS = 100;
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 32);

let server: TestServer;
const open: Socket[] = [];
beforeAll(async () => {
  server = await startTestServer({ LIMITS: 'off', WORKER_EQUITIES: '4', JOBS_PER_PLAYER: '10000' });
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.close();
});
afterAll(async () => {
  closeConnections();
  await server.close();
});

/** A client with every frame it was sent, as text. */
interface Listening {
  readonly account: Account;
  readonly frames: string[];
}

async function listenAs(account: Account, transport: 'websocket' | 'polling'): Promise<Listening> {
  const socket = io(server.url, { auth: { token: account.bearer }, transports: [transport], forceNew: true });
  open.push(socket);
  const frames: string[] = [];
  socket.io.engine.on('packet', ({ data }) => frames.push(String(data)));
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve).on('connect_error', reject);
  });
  return { account, frames };
}

async function submit({ bearer }: Account): Promise<string> {
  const body = { hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Qs5h4c2h' };
  const reply = await send(server.url, bearer, { method: 'POST', path: ROUTES.submitEquity.path, body });
  expect(reply.status).toBe(202);
  return (reply.json as { id: string }).id;
}

test('each player hears of the own jobs, all of them, and of nobody else’s', async () => {
  const players = await Promise.all([makePlayer(server.url), makePlayer(server.url), makePlayer(server.url)]);
  const clients = await Promise.all(
    players.flatMap((account) => [listenAs(account, 'websocket'), listenAs(account, 'polling')]),
  );
  const jobs = new Map<Account, string[]>(players.map((account) => [account, []]));
  for (let i = 0; i < JOBS; i++) {
    await Promise.all(players.map(async (account) => jobs.get(account)?.push(await submit(account))));
  }
  const heardAll = ({ account, frames }: Listening): boolean => {
    const text = frames.filter((frame) => frame.includes('COMPLETED')).join('\n');
    return (jobs.get(account) ?? []).every((id) => text.includes(id));
  };
  while (!clients.every(heardAll)) await sleep(50);
  for (const { account, frames } of clients) {
    const text = frames.join('\n');
    for (const other of players.filter((player) => player !== account)) {
      for (const mark of [other.id, other.sessionId, other.bearer, ...(jobs.get(other) ?? [])]) {
        expect(text).not.toContain(mark);
      }
    }
    const news = frames.filter((frame) => frame.startsWith('2["job"')).map((frame) => JSON.parse(frame.slice(1))[1]);
    expect(news.length).toBeGreaterThanOrEqual(2 * JOBS);
    for (const one of news) expect(jobNewsSchema.strict().safeParse(one).success).toBe(true);
  }
});

test.each([
  ['no token', {}],
  ['an empty one', { token: '' }],
  ['a word', { token: 'token' }],
  ['an object', { token: { toString: 'x' } }],
  ['a list', { token: ['a'] }],
  ['a very long one', { token: 'x'.repeat(10_000) }],
  ['one with NUL', { token: 'a\u0000b' }],
])('%s opens no socket', async (_, auth) => {
  const socket = io(server.url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
  open.push(socket);
  const error = await new Promise<Error>((resolve, reject) => {
    socket.on('connect_error', resolve).on('connect', () => reject(new Error('it opened')));
  });
  expect(error.message).toBe('signed-out');
});

/** One frame of WebSocket as a client must send it: masked. */
function frame(opcode: number, payload: Buffer, told = payload.length): Buffer {
  const mask = randomBytes(4);
  const length =
    told < 126
      ? Buffer.from([0x80 | told])
      : told < 65_536
        ? Buffer.from([0xfe, told >> 8, told & 0xff])
        : Buffer.from([0xff, 0, 0, 0, 0, (told >>> 24) & 0xff, (told >> 16) & 0xff, (told >> 8) & 0xff, told & 0xff]);
  const masked = payload.map((byte, i) => byte ^ (mask[i % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, mask, masked]);
}

const UPGRADE =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n' +
  `sec-websocket-version: 13\r\nsec-websocket-key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`;

/** Opens a raw line, sends what it is given, and waits until the server cuts it or some time is over. */
function throwAt(parts: readonly Buffer[], waitMs: number): Promise<string> {
  const { port, hostname } = new URL(server.url);
  return new Promise((resolve) => {
    let told = '';
    const socket = connect(Number(port), hostname, async () => {
      for (const part of parts) {
        if (!socket.destroyed) socket.write(part);
        await sleep(2);
      }
      setTimeout(() => socket.destroy(), waitMs);
    });
    socket.on('error', () => undefined).on('close', () => resolve(told));
    socket.on('data', (chunk) => {
      told += chunk.toString('latin1');
    });
  });
}

test('garbage in handshakes and frames brings nothing down, and tells nothing', async () => {
  const { bearer } = await makePlayer(server.url);
  const random = createRandom(SEED);
  const connected = frame(1, Buffer.from(`40${JSON.stringify({ token: bearer })}`));
  const text = (): string =>
    random.pick([
      `4${random.below(10)}${random.pick(HOSTILE_TEXTS)}`,
      `42["${random.pick(HOSTILE_TEXTS)}"]`,
      '42["job",{"id":"x"}]',
      '42["disconnect"]',
      '42["connect"]',
      '42["__proto__",{}]',
      `451-["a",{"_placeholder":true,"num":${random.pick([0, -1, 1e9])}}]`,
      `45${'9'.repeat(200)}-["a"]`,
      '40/admin,{}',
      `40${JSON.stringify({ token: random.pick(HOSTILE_TEXTS) })}`,
      random.pick(['1', '2', '2probe', '3', '5', '6', '7', '9', '']),
      `42${'['.repeat(5000)}`,
    ]);
  const hostileFrame = (): Buffer => {
    switch (random.below(8)) {
      case 0:
        return frame(2, randomBytes(random.below(200)));
      case 1:
        return frame(random.below(16), randomBytes(random.below(100)));
      case 2:
        return frame(1, Buffer.alloc(64 * 1024, 'x'));
      case 3:
        return frame(1, Buffer.from('42'), 0xffff_ffff);
      case 4:
        return randomBytes(random.below(100));
      default:
        return frame(1, Buffer.from(text()));
    }
  };
  const head = (): Buffer =>
    Buffer.from(
      random.chance(0.8)
        ? UPGRADE
        : UPGRADE.replace(/EIO=4|13|websocket HTTP|sec-websocket-key/, random.pick(['EIO=99', '', 'x', '\u0001'])),
      'latin1',
    );
  const attacks = Array.from({ length: 300 }, () => [
    head(),
    ...(random.chance(0.6) ? [connected] : []),
    ...Array.from({ length: 1 + random.below(4) }, hostileFrame),
  ]);
  const listening = await listenAs(await makePlayer(server.url), 'websocket');
  for (let at = 0; at < attacks.length; at += 30) {
    const told = await Promise.all(attacks.slice(at, at + 30).map((parts) => throwAt(parts, 60)));
    for (const answer of told) expect(answer).not.toMatch(/node_modules|\bat \S+ \(|\.[jt]s:\d/);
  }
  console.log(`sockets: seed ${SEED}, tried ${attacks.length}, survived ${attacks.length}, lost 0`);
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  const id = await submit(listening.account);
  while (!listening.frames.some((told) => told.includes(id) && told.includes('COMPLETED'))) await sleep(20);
  expect(open[0]?.connected).toBe(true);
});

test('garbage by polling is refused, and what is too large is not read', async () => {
  const { bearer } = await makePlayer(server.url);
  const opened = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
  const { sid } = JSON.parse((await opened.text()).slice(1)) as { sid: string };
  const post = (body: string | Uint8Array<ArrayBuffer>, of = sid): Promise<Response> =>
    fetch(`${server.url}/socket.io/?EIO=4&transport=polling&sid=${of}`, { method: 'POST', body });
  expect((await post('x'.repeat(100_000))).status).toBeGreaterThanOrEqual(400);
  for (const body of ['4', '\u001e\u001e', `40${JSON.stringify({ token: bearer })}\u001e42[`, randomBytes(100)]) {
    expect((await post(body)).status).toBeLessThan(500);
  }
  for (const of of ['', 'x', '__proto__', '%00', '../..']) expect((await post('2', of)).status).toBe(400);
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
});
