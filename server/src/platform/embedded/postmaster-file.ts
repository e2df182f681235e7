/**
 * `postmaster.pid`, the file by which PostgreSQL says that a cluster is open, and what is done about one that is there
 * before we start: a postmaster left by a program that was killed is stopped, never adopted, so that the one that runs
 * always has today's settings and is our child.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayEmbedded } from '../../text/embedded.ts';
import { EmbeddedPostgresError, systemCode } from './embedded-error.ts';
import { isAlive, isPostmasterOf } from './processes.ts';

/** How long a postmaster may take for each kind of stop, in milliseconds: orderly, at once, killed. */
const STOPS = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

const LOOK_EVERY_MS = 10;

/** The pid in the file's first line and the status in its eighth; null when there is no such file. */
function readPostmasterFile(cluster: string): { lines: string[]; pid: number; status: string } | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { lines, pid: Math.abs(Number(lines[0])), status: (lines[7] ?? '').trim() };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the postmaster of that number takes connections. */
export function isReady(cluster: string, pid: number): boolean {
  const file = readPostmasterFile(cluster);
  return file?.pid === pid && file.status === 'ready';
}

/** Asks a postmaster to end, ever less politely, until `isGone` says so. */
export async function stopPostmaster(signal: (name: NodeJS.Signals) => void, isGone: () => boolean): Promise<boolean> {
  for (const [name, limitMs] of STOPS) {
    if (isGone()) return true;
    signal(name);
    const until = performance.now() + limitMs;
    while (!isGone() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return isGone();
}

/**
 * Makes sure that no postmaster runs on the cluster, and that its file does not name a process that is no postmaster.
 * Gives back the pid of one that had to be stopped.
 *
 * The file is not taken away: PostgreSQL also reads in it where the shared memory is by which it notices that backends
 * of a killed postmaster still write. Only the number is replaced, by our own, which it knows for its parent's.
 */
export async function clearTheWay(cluster: string): Promise<number | null> {
  const file = readPostmasterFile(cluster);
  if (file === null) return null;
  const { pid, lines } = file;
  const runs = Number.isSafeInteger(pid) && pid > 0 && isPostmasterOf(cluster, pid);
  if (runs) {
    const gone = await stopPostmaster(
      (name) => send(pid, name),
      () => !isPostmasterOf(cluster, pid),
    );
    if (!gone) throw new EmbeddedPostgresError('POSTGRES_DOES_NOT_STOP', sayEmbedded.doesNotStop(cluster, pid));
  }
  const path = join(cluster, 'postmaster.pid');
  if (!(pid > 0)) {
    // Cut short while it was written, by a full disk or a power cut.
    rmSync(path, { force: true });
  } else if (existsSync(path) && isAlive(pid)) {
    writeFileSync(path, [String(process.pid), ...lines.slice(1)].join('\n'));
  }
  return runs ? pid : null;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}
