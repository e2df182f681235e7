/**
 * The server under load, as it is built and started, against a bare Fastify and a bare Socket.IO relay in processes of
 * their own. The peers have no accounts, no database and no checks: the ratio is what all of that costs.
 */
import { randomUUID } from 'node:crypto';
import { measureLoad, measureSockets, type Served, startPeer, startProduct } from './http/processes.ts';
import type { SocketFigures, SocketPlan } from './http/socket-plan.ts';
import type { Row } from './row.ts';

const SECONDS = 4;
const CONNECTIONS = 20;
const PLAYERS = 100;
const SOCKETS_EACH = 20;
const NEWS = 300;
const NEWS_PER_SECOND = 50;

const EQUITY = { hands: ['AsAhKsKh', '9d8d7c6c'], board: 'Qs5h4c2h' };
const LOGIN = { email: 'bench@example.org', password: 'nine daring ferrets 42' };

/** Asks once; throws where the answer is no success. */
async function ask<T>(url: string, method: string, body?: unknown, bearer?: string): Promise<T> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status}`);
  return (await response.json()) as T;
}

interface Access {
  readonly accessToken: string;
}

/** A player with an account: guests submit no jobs. */
function register(url: string): Promise<Access> {
  const body = { email: `bench-${randomUUID()}@example.org`, password: LOGIN.password };
  return ask<Access>(`${url}/api/auth/register`, 'POST', body);
}

export async function httpRows(root: string): Promise<Row[]> {
  const ours = await startProduct(root);
  try {
    // First, while the server's memory is that of one that has just begun.
    const sockets = await socketRows(root, ours);
    return [...(await requestRows(root, ours)), ...sockets];
  } finally {
    await ours.close();
  }
}

async function requestRows(root: string, ours: Served): Promise<Row[]> {
  const { accessToken: bearer } = await register(ours.url);
  await ask(`${ours.url}/api/auth/register`, 'POST', LOGIN);
  const { id } = await ask<{ id: string }>(`${ours.url}/api/study/equities`, 'POST', EQUITY, bearer);
  const asked = [
    { what: 'Health', method: 'GET', path: '/health' },
    { what: 'Login, argon2id of 64 MiB', method: 'POST', path: '/api/auth/login', body: LOGIN },
    { what: 'Job submission', method: 'POST', path: '/api/study/equities', body: EQUITY },
    { what: 'Job read', method: 'GET', path: `/api/study/equities/${id}` },
  ] as const;
  // What ours says once is what the peer says always.
  const answers: Record<string, unknown> = {};
  for (const one of asked) {
    const body = 'body' in one ? one.body : undefined;
    answers[`${one.method} ${one.path}`] = await ask(ours.url + one.path, one.method, body, bearer);
  }
  const peer = await startPeer(root, answers);
  const rows: Row[] = [];
  for (const one of asked) {
    const load = {
      method: one.method,
      ...('body' in one ? { body: one.body } : {}),
      bearer,
      connections: CONNECTIONS,
      seconds: SECONDS,
    };
    const mine = await measureLoad(root, { ...load, url: ours.url + one.path });
    const theirs = await measureLoad(root, { ...load, url: peer.url + one.path });
    const shared = { peer: 'bare Fastify', bar: null } as const;
    rows.push({ what: one.what, ours: mine.perSecond, unit: 'requests/s', theirs: theirs.perSecond, ...shared });
    // Autocannon counts whole milliseconds.
    rows.push({
      what: `${one.what}, p99`,
      ours: Math.max(1, mine.p99Ms),
      unit: 'ms',
      theirs: Math.max(1, theirs.p99Ms),
      ...shared,
    });
  }
  await peer.close();
  return rows;
}

/** News is brought about by cancelling a job that waits: one request, one transaction, one message to each socket. */
async function socketRows(root: string, ours: Served): Promise<Row[]> {
  const accounts: Access[] = [];
  for (let i = 0; i < PLAYERS; i++) accounts.push(await register(ours.url));
  const tokens = accounts.map(({ accessToken }) => accessToken);
  const shared = { socketsEach: SOCKETS_EACH, newsPerSecond: NEWS_PER_SECOND };
  const news: SocketPlan['news'][number][] = [];
  for (let i = 0; i < NEWS; i++) {
    const bearer = tokens[i % PLAYERS] ?? '';
    const { id } = await ask<{ id: string }>(`${ours.url}/api/study/equities`, 'POST', EQUITY, bearer);
    const path = `/api/study/equities/${id}/cancel`;
    news.push({ id, path, headers: { authorization: `Bearer ${bearer}` }, body: {} });
  }
  const players = tokens.map((token) => ({ token }));
  const mine = await grownBy(
    () => productMemory(ours),
    () => measureSockets(root, { url: ours.url, players, news, ...shared }),
  );

  const peer = await startPeer(root, {});
  const peerNews = Array.from({ length: NEWS }, (_, i) => {
    const id = randomUUID();
    const told = { id, kind: 'equity', status: 'CANCELLED', progress: null };
    return { id, path: '/news', headers: {}, body: { room: String(i % PLAYERS), news: told } };
  });
  const rooms = Array.from({ length: PLAYERS }, (_, i) => ({ room: String(i) }));
  const theirs = await grownBy(
    () => peerMemory(peer),
    () => measureSockets(root, { url: peer.url, players: rooms, news: peerNews, ...shared }),
  );
  await peer.close();

  const relay = { peer: 'bare Socket.IO relay', bar: null } as const;
  const held = `${PLAYERS * SOCKETS_EACH} sockets`;
  const share = ({ heard, wanted }: SocketFigures): number => heard / wanted;
  return [
    { what: `${held}: news heard of all sent`, ours: share(mine), unit: '×', theirs: share(theirs), ...relay },
    { what: `${held}: news heard`, ours: mine.perSecond, unit: 'messages/s', theirs: theirs.perSecond, ...relay },
    { what: `${held}: cause to news, p99`, ours: mine.p99Ms, unit: 'ms', theirs: theirs.p99Ms, ...relay },
    { what: `${held}: opening all`, ours: mine.openedMs / 1000, unit: 's', theirs: theirs.openedMs / 1000, ...relay },
    { what: `${held}: memory they take`, ours: mine.bytes / 1e9, unit: 'GB', theirs: theirs.bytes / 1e9, ...relay },
  ];
}

/** The most memory a server had while something went on, above what it had before, beside what came of it. */
async function grownBy<T extends object>(
  memory: () => Promise<number>,
  work: () => Promise<T>,
): Promise<T & { bytes: number }> {
  const before = await memory();
  let most = before;
  const watch = setInterval(() => {
    memory().then(
      (bytes) => {
        most = Math.max(most, bytes);
      },
      () => undefined,
    );
  }, 500);
  const done = await work().finally(() => clearInterval(watch));
  return { ...done, bytes: most - before };
}

async function productMemory({ url }: Served): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}

async function peerMemory({ url }: Served): Promise<number> {
  return (await ask<{ bytes: number }>(`${url}/memory`, 'GET')).bytes;
}
