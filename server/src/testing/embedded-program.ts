/**
 * For tests of the embedded database: temporary data folders, and a program of its own process that starts the database
 * and can be killed. The program is bundled on the spot, as Node runs no TypeScript.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { startEmbeddedPostgres } from '../platform/embedded/index.ts';

const EMBEDDED = fileURLToPath(new URL('../platform/embedded/', import.meta.url));

const PROGRAM = `
import { startEmbeddedPostgres } from './index.ts';
const [dataFolder, programs] = process.argv.slice(2);
const log = { info() {}, warn() {}, error() {} };
try {
  const { url } = await startEmbeddedPostgres({ dataFolder, log, programs });
  console.log('url ' + url);
  setInterval(() => {}, 1000);
} catch (error) {
  console.log('error ' + error.code + ' ' + error.message);
}`;

/** A new folder, whose name has what paths of people have. */
export function temporaryFolder(mode = 0o755, below = tmpdir()): string {
  const folder = mkdtempSync(join(below, 'ploscope é '));
  chmodSync(folder, mode);
  return folder;
}

let made: Promise<string> | null = null;

/** A data folder with a database, the same for all tests of a file: making one takes half a second. */
export async function madeDataFolder(): Promise<string> {
  made ??= makeDataFolder();
  return join(await made, 'data');
}

export async function removeMadeDataFolder(): Promise<void> {
  if (made !== null) removeFolders([await made]);
}

async function makeDataFolder(): Promise<string> {
  const folder = temporaryFolder();
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data'), log });
  await postgres.close();
  return folder;
}

/** Takes folders away, once the postmasters that a test left in them are ended. */
export function removeFolders(folders: string[]): void {
  for (const folder of folders.splice(0)) {
    const pid = postmasterPid(join(folder, 'data'));
    if (pid !== null) killIfThere(pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** The number in `postmaster.pid`; null when the database is closed. */
export function postmasterPid(dataFolder: string): number | null {
  try {
    return Number(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function killIfThere(pid: number): void {
  try {
    if (pid !== process.pid) process.kill(pid, 'SIGKILL');
  } catch {
    // Ended by itself.
  }
}

/** Makes the program in a folder, readable for every user. */
export async function makeProgram(folder: string): Promise<string> {
  const outfile = join(folder, 'program.mjs');
  await build({
    stdin: { contents: PROGRAM, resolveDir: EMBEDDED, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return outfile;
}

/** Runs it until it tells its address or why it has none. `uid` runs it as another user. */
export async function runProgram(
  program: string,
  args: readonly string[],
  uid?: number,
): Promise<{ child: ChildProcess; said: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: dirname(program),
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const [chunk] = await once(child.stdout, 'data');
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { child, said: String(chunk).trim(), kill };
}
