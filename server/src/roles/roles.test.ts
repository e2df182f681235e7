import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type AnswerOf, createClient, ROUTES } from '@ploscope/contracts';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestDatabase, databaseUrl, statement, type TestDatabase } from '../testing/database.ts';
import { DIST } from '../testing/dist.ts';
import { TEST_SECRET } from '../testing/secret.ts';
import { rabbitmqUrl, redisUrl } from '../testing/services.ts';

const MAIN = fileURLToPath(new URL('main.js', DIST));
const RIVER = JSON.parse(readFileSync(new URL('../../../docs/examples/river.json', import.meta.url), 'utf8'));
const PASSWORD = 'a long walk at dusk 7';

let db: TestDatabase;
let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  db = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'ploscope-roles-'));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(stop));
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

interface Program {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
}

/** A role in a process of its own, ready. */
async function start(role: string, settings: Record<string, string> = {}): Promise<Program> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: {
      PATH: process.env.PATH ?? '',
      ROLE: role,
      PORT: '0',
      DATABASE_URL: db.url,
      SECRET_KEY: TEST_SECRET,
      PLOSCOPE_DATA: folder,
      RATE_LIMIT_PER_MINUTE: '600',
      KERNEL_THREADS: '1',
      ...settings,
    },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  for (;;) {
    const url = /PLOScope is ready on (\S+)/.exec(output)?.[1];
    if (url !== undefined) return { child, url, output: () => output };
    if (child.exitCode !== null) return { child, url: '', output: () => output };
    await sleep(50);
  }
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  return child.exitCode;
}

async function signUp(url: string) {
  let token = '';
  const client = createClient({ baseUrl: url, fetch: fetch as never, token: () => token });
  const email = `player-${Date.now()}-${children.length}@example.org`;
  const made = await client.call(ROUTES.register, { body: { email, password: PASSWORD } });
  if (!made.ok) throw new Error(made.error.message);
  token = made.value.accessToken;
  return { client, token };
}

type Solve = AnswerOf<typeof ROUTES.solveJob>;

async function ended(client: Awaited<ReturnType<typeof signUp>>['client'], id: string): Promise<Solve> {
  for (;;) {
    const job = await client.call(ROUTES.solveJob, { params: { id } });
    if (!job.ok) throw new Error(job.error.message);
    if (job.value.status !== 'QUEUED' && job.value.status !== 'PROCESSING') return job.value;
    await sleep(100);
  }
}

test('the role migrate brings an empty database to the newest schema and is over; others wait for it', async () => {
  const server = databaseUrl(db.url, 'postgres');
  const name = `empty_${Date.now()}`;
  await statement(server, `create database ${name}`);
  try {
    const api = start('api', { DATABASE_URL: databaseUrl(db.url, name) });
    await sleep(300);
    const migrate = await start('migrate', { DATABASE_URL: databaseUrl(db.url, name) });
    expect(migrate.child.exitCode, migrate.output()).toBe(0);
    expect((await fetch(`${(await api).url}/health`)).status).toBe(200);
    await Promise.all(children.splice(0).map(stop));
  } finally {
    await statement(server, `drop database ${name} with (force)`);
  }
});

test('every role says that it is well, shows its metrics, and a signal ends it in good order', async () => {
  const token = { GRPC_TOKEN: 'a token of the tests alone', GRPC_PORT: '0' };
  const programs = await Promise.all(
    ['api', 'realtime', 'worker', 'scheduler', 'grpc'].map((role) => start(role, role === 'grpc' ? token : {})),
  );
  for (const { url, child, output } of programs) {
    expect((await fetch(`${url}/health`)).status, output()).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toContain('http_requests_total');
    expect(await stop(child), output()).toBe(0);
    expect(output().trim().split('\n'), output()).toHaveLength(1);
  }
});

describe.each([
  ['the database carrying jobs', {}, false],
  [
    'RabbitMQ and Redis',
    { RABBITMQ_URL: rabbitmqUrl ?? '', REDIS_URL: redisUrl ?? '' },
    rabbitmqUrl === null || redisUrl === null,
  ],
] as const)('three roles in three processes with %s', (_, settings, isMissing) => {
  test.skipIf(isMissing)(
    'a solve is submitted to one, told by another, computed by a third that dies on the way',
    async () => {
      const api = await start('api', settings);
      const realtime = await start('realtime', settings);
      await start('scheduler', settings);
      const first = await start('worker', { ...settings, SOLVE_SAVE_SECONDS: '1' });
      const { client, token } = await signUp(api.url);
      const news: string[] = [];
      const socket = io(realtime.url, { auth: { token }, transports: ['websocket'] });
      socket.on('job', ({ status }: { status: string }) => news.push(status));
      await once(socket as never, 'connect');

      const submitted = await client.call(ROUTES.submitSolve, {
        body: { ...RIVER, options: { iterations: 1500 } },
        idempotencyKey: 'once',
      });
      if (!submitted.ok) throw new Error(submitted.error.message);
      while (!news.includes('PROCESSING')) await sleep(20);
      first.child.kill('SIGKILL');
      await start('worker', settings);
      const job = await ended(client, submitted.value.id);
      expect(job).toMatchObject({ status: 'COMPLETED', attempt: 2, result: { iterations: 1500 } });
      const file = await client.file(ROUTES.solveFile, { params: { id: job.id } });
      expect(file.ok && (await (file.value as Response).arrayBuffer()).byteLength).toBe(job.result?.bytes);
      while (!news.includes('COMPLETED')) await sleep(20);
      socket.close();
    },
  );
});
