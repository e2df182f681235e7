/**
 * Sockets of many players, held by a process of its own. It reads the plan, as JSON, from standard input, and answers
 * with one line of figures. A news is brought about by a request, and each of the player's sockets has to hear it.
 */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { SocketFigures, SocketPlan } from './socket-plan.ts';

const plan = JSON.parse(await text(process.stdin)) as SocketPlan;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });
/** When each news was asked for, by what its frames hold. */
const askedAt = new Map<string, number>();
const latencies: number[] = [];
const sockets: Socket[] = [];

function post({ path, headers, body }: SocketPlan['news'][number]): Promise<void> {
  const sent = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(plan.url + path, {
      method: 'POST',
      agent,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) },
    });
    asked.on('error', reject).on('response', (response) => response.resume().on('end', resolve));
    asked.end(sent);
  });
}

function open(auth: object): Promise<void> {
  const socket = io(plan.url, { auth, transports: ['websocket'], forceNew: true, reconnection: false });
  sockets.push(socket);
  socket.on('job', (news: { id: string }) => {
    const at = askedAt.get(news.id);
    if (at !== undefined) latencies.push(performance.now() - at);
  });
  return new Promise((resolve, reject) => {
    socket.on('connect', resolve).on('connect_error', reject);
  });
}

const begun = performance.now();
const auths = plan.players.flatMap((auth) => Array.from({ length: plan.socketsEach }, () => auth));
let next = 0;
await Promise.all(
  Array.from({ length: 20 }, async () => {
    while (next < auths.length) await open(auths[next++] ?? {});
  }),
);
const openedMs = performance.now() - begun;

const started = performance.now();
const asked: Promise<void>[] = [];
for (const [i, news] of plan.news.entries()) {
  // At an even pace, whatever the answers take.
  await sleep(Math.max(0, started + (i * 1000) / plan.newsPerSecond - performance.now()));
  askedAt.set(news.id, performance.now());
  asked.push(post(news));
}
await Promise.all(asked);
const wanted = plan.news.length * plan.socketsEach;
for (let waited = 0; latencies.length < wanted && waited < 10_000; waited += 20) await sleep(20);
const seconds = (performance.now() - started) / 1000;
latencies.sort((a, b) => a - b);
const figures: SocketFigures = {
  held: sockets.filter((socket) => socket.connected).length,
  openedMs,
  heard: latencies.length,
  wanted,
  perSecond: latencies.length / seconds,
  p99Ms: latencies[Math.floor(0.99 * latencies.length)] ?? Number.NaN,
};
console.log(JSON.stringify(figures));
process.exit(0);
