/**
 * A PostgreSQL that a run may kill: the embedded one in a process of its own, on a socket that stays the same, started
 * again whenever it or its postmaster is gone.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { Client } from 'pg';
import { at } from '../../tools/paths.mjs';
import { type KeptProcess, keepRunning } from './kept-process.ts';

export interface Database {
  readonly url: string;
  /** `kill -9` of the postmaster, and, `withKeeper`, of the process that would start it again at once. */
  kill(withKeeper: boolean): Promise<void>;
  /** Asks until there is an answer: through the database's own deaths. */
  rows<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 60_000;
const AGAIN_MS = 100;

export async function startDatabase(folder: string, pauseMs: () => number): Promise<Database> {
  const data = join(folder, 'data');
  const keeper = keepRunning({
    name: 'database',
    args: [await makeProgram(), data],
    logFile: join(folder, 'database.log'),
    pauseMs,
  });
  const url = await untilAddress(data);
  const rows: Database['rows'] = async (text, values = []) => {
    for (const until = Date.now() + READY_WITHIN_MS; ; await sleep(AGAIN_MS)) {
      const client = new Client({ connectionString: url, application_name: 'soak', connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query(text, [...values])).rows;
      } catch (error) {
        // A statement that is wrong stays wrong.
        if (error instanceof Error && 'code' in error && /^(42|22)/.test(String(error.code))) throw error;
        if (Date.now() > until) throw error;
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  };
  return { url, rows, kill: (withKeeper) => kill(data, withKeeper ? keeper : null), stop: () => stop(data, keeper) };
}

async function kill(data: string, keeper: KeptProcess | null): Promise<void> {
  await keeper?.kill();
  killPostmaster(data);
}

async function stop(data: string, keeper: KeptProcess): Promise<void> {
  await keeper.stop();
  killPostmaster(data);
}

/** The postmaster of a data folder; its backends notice and end. */
export function killPostmaster(dataFolder: string): void {
  try {
    const pid = Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    if (pid > 1 && pid !== process.pid && isPostgres(pid)) process.kill(pid, 'SIGKILL');
  } catch {
    // It does not run.
  }
}

/** The file may name a process of the past, whose number somebody else has now. */
function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
}

async function untilAddress(data: string): Promise<string> {
  for (const until = Date.now() + READY_WITHIN_MS; ; await sleep(AGAIN_MS)) {
    try {
      return readFileSync(join(data, 'database-url'), 'utf8').trim();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

/** Inside the repository, because the database's programs are looked for in its packages. */
async function makeProgram(): Promise<string> {
  const outfile = at('test-artefacts/soak/database-program.mjs');
  await build({
    entryPoints: [at('server/src/testing/database-program.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return outfile;
}
