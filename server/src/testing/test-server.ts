/** A real server for tests: a real socket, real threads, its own settings, its own database. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../platform/config/index.ts';
import { startAll } from '../roles/all.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { DIST } from './dist.ts';
import { TEST_SECRET } from './secret.ts';

export interface TestServer {
  /** Where it listens. */
  readonly url: string;
  readonly db: TestDatabase;
  /** Where mails land. */
  readonly dataFolder: string;
  /** Posts a document to the equity route. */
  equity(document: unknown, signal?: AbortSignal): Promise<{ status: number; headers: Headers; body: Answer }>;
  /** One value of `/metrics`, by its whole name with labels. */
  metric(name: string): Promise<number>;
  close(): Promise<void>;
}

/** As much of an answer as tests look at. */
export interface Answer {
  readonly exact?: boolean;
  readonly method?: string;
  readonly trials?: number;
  readonly standardError?: number | null;
  readonly players?: readonly { equity: number; wins: number | null; ties: number | null; combos: number }[];
  readonly error?: { code: string; message: string; at: number | null; end: number | null; field: string | null };
}

/** Starts a server on a free port; settings are given by their names in the environment. */
export async function startTestServer(
  settings: Readonly<Record<string, string>> = {},
  files: { webRoot?: string; workerUrl?: URL } = {},
): Promise<TestServer> {
  if (!existsSync(fileURLToPath(new URL('study-worker.js', DIST)))) throw new Error('run this first: npm run build');
  const db = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'ploscope-server-'));
  const config = loadConfig({
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: db.url,
    SECRET_KEY: TEST_SECRET,
    PLOSCOPE_DATA: dataFolder,
    ...settings,
  });
  if (!config.ok) throw new Error(config.errors.join('\n'));
  const role = await startAll(config.value, {
    webRoot: files.webRoot ?? fileURLToPath(new URL('no-web', DIST)),
    workerUrl: files.workerUrl ?? new URL('study-worker.js', DIST),
    solverUrl: new URL('solve-worker.js', DIST),
    handsUrl: new URL('hands-worker.js', DIST),
    version: '0.0.0-test',
  });
  const { url } = role;
  return {
    url,
    db,
    dataFolder,
    equity: async (document, signal) => {
      const response = await fetch(`${url}/api/study/equity`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(document),
        ...(signal === undefined ? {} : { signal }),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer };
    },
    metric: async (name) => {
      const text = await (await fetch(`${url}/metrics`)).text();
      const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
      return line === undefined ? Number.NaN : Number(line.slice(name.length + 1));
    },
    async close() {
      await role.close();
      await db.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** A request that enumerates for much longer than any test waits. */
export const ENDLESS = { hands: ['**', 'AA,KK,QQ'], board: 'Ks9d4c', method: 'sampled', precision: 1e-9 };
