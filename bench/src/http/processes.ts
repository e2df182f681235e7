/** The processes of the HTTP rows: the built server, its peer, the load. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SocketFigures, SocketPlan } from './socket-plan.ts';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

function startNode(args: readonly string[], env: NodeJS.ProcessEnv = process.env): ChildProcess {
  return spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Waits for a line with an address. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    const url = /http:\/\/\S+/.exec(said)?.[0];
    if (url !== undefined) {
      child.stdout?.resume();
      return url.replace('localhost', '127.0.0.1');
    }
  }
  throw new Error(`no address was told: ${said}`);
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** The built server as it is started by anybody, with its embedded database; only nothing is limited or computed. */
export async function startProduct(root: string): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'ploscope-bench-'));
  const child = startNode([join(root, 'server/dist/main.js')], {
    ...process.env,
    ROLE: 'all',
    PORT: '0',
    PLOSCOPE_DATA: folder,
    LIMITS: 'off',
    JOBS_PER_PLAYER: '100000',
    WORKER_EQUITIES: '0',
    WORKER_SOLVES: '0',
  });
  const url = await addressOf(child);
  const close = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, close };
}

/** A bare Fastify with these answers, by `METHOD path`. */
export async function startPeer(root: string, answers: Readonly<Record<string, unknown>>): Promise<Served> {
  const child = startNode([join(root, 'bench/dist/http-peer.js'), JSON.stringify(answers)]);
  return { url: await addressOf(child), close: () => end(child) };
}

async function outputOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) said += String(chunk);
  return said;
}

export interface Load {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly body?: unknown;
  readonly bearer?: string;
  readonly connections: number;
  readonly seconds: number;
}

/** Requests answered a second and the 99th percentile, in ms. Throws where an answer was no success. */
export async function measureLoad(root: string, load: Load): Promise<{ perSecond: number; p99Ms: number }> {
  const { method, url, body, bearer, connections, seconds } = load;
  const options = [
    ...['--json', '--no-progress', '-m', method, '-c', String(connections), '-d', String(seconds)],
    ...(bearer === undefined ? [] : ['-H', `authorization=Bearer ${bearer}`]),
    ...(body === undefined ? [] : ['-H', 'content-type=application/json', '-b', JSON.stringify(body)]),
  ];
  const said = await outputOf(startNode([join(root, 'node_modules/autocannon/autocannon.js'), ...options, url]));
  const told = JSON.parse(said) as {
    requests: { average: number };
    latency: { p99: number };
    non2xx: number;
    errors: number;
  };
  if (told.non2xx + told.errors > 0) throw new Error(`${url}: ${told.non2xx} refusals, ${told.errors} errors`);
  return { perSecond: told.requests.average, p99Ms: told.latency.p99 };
}

export async function measureSockets(root: string, plan: SocketPlan): Promise<SocketFigures> {
  const child = startNode([join(root, 'bench/dist/http-sockets.js')]);
  child.stdin?.end(JSON.stringify(plan));
  return JSON.parse(await outputOf(child)) as SocketFigures;
}
