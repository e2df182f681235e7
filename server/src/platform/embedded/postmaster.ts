/**
 * One life of the database server: started as our child, ready when it says so in its file, ended by an orderly stop.
 *
 * It leads a process group of its own, so that Ctrl-C in a terminal reaches us and not it: we still have work to finish
 * in it. Its standard error is a file, which outlives us.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { sayEmbedded } from '../../text/embedded.ts';
import { type Address, clearSocket, settingsOf } from './address.ts';
import type { DataFolder } from './data-folder.ts';
import { diskFull, EmbeddedPostgresError, folderError, reasonIn, tellsOfFullDisk } from './embedded-error.ts';
import { clearTheWay, isReady, stopPostmaster } from './postmaster-file.ts';
import { programFile } from './programs.ts';
import { commandAs, type RunAs } from './run-as.ts';

/** For a laptop that also computes. Everything that keeps data through a power cut stays as it is: on. */
const SETTINGS = {
  max_connections: '100',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  jit: 'off',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  logging_collector: 'off',
  log_destination: 'stderr',
  cluster_name: 'ploscope',
};

/** Recovery after a crash of a full database takes seconds; more than this is no start. In milliseconds. */
const START_LIMIT_MS = 120_000;

const LOOK_EVERY_MS = 5;

/** How long backends without a postmaster are waited for, and the pause between two tries, in milliseconds. */
const LEFTOVERS_LIMIT_MS = 10_000;
const LEFTOVERS_PAUSE_MS = 100;

/** A log longer than this is put aside at the next start, in bytes. */
const LOG_LIMIT = 5_000_000;

export interface Postmaster {
  readonly pid: number;
  /** Resolves when it is gone, however it went. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  /** Asks for an orderly stop and does not wait. */
  stopSoon(): void;
}

/** What a postmaster is started with. */
export interface Launch {
  readonly folder: DataFolder;
  readonly runAs: RunAs;
  readonly address: Address;
  /** Told of a postmaster of an earlier run that had to be stopped. */
  readonly onOrphan: (pid: number) => void;
}

/**
 * Starts one and waits until it takes connections. Throws what kept it from that.
 *
 * After a kill, backends of the dead postmaster may still end; PostgreSQL refuses until they have, and is asked again.
 */
export async function startPostmaster(launch: Launch): Promise<Postmaster> {
  const until = performance.now() + LEFTOVERS_LIMIT_MS;
  while (true) {
    try {
      return await tryToStart(launch);
    } catch (error) {
      const leftovers = error instanceof Error && /shared memory block .* is still in use/.test(String(error.cause));
      if (!leftovers || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, LEFTOVERS_PAUSE_MS));
    }
  }
}

async function tryToStart({ folder, runAs, address, onOrphan }: Launch): Promise<Postmaster> {
  const { child, logFrom } = await launch();
  let alive = true;
  const ended = new Promise<void>((resolve) => {
    const end = (): void => {
      alive = false;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const pid = child.pid ?? 0;
  const stop = async (): Promise<void> => {
    await stopPostmaster(
      (signal) => child.kill(signal),
      () => !alive,
    );
  };

  const until = performance.now() + START_LIMIT_MS;
  while (alive && !isReady(folder.cluster, pid) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  if (!alive || !isReady(folder.cluster, pid)) {
    await stop();
    throw whyNotStarted(folder, logFrom);
  }
  return { pid, ended, stop, stopSoon: () => child.kill('SIGINT') };

  async function launch(): Promise<{ child: ChildProcess; logFrom: number }> {
    try {
      const orphan = await clearTheWay(folder.cluster);
      if (orphan !== null) onOrphan(orphan);
      clearSocket(address);
      const log = openLog(folder.log);
      const settings = Object.entries({ ...SETTINGS, ...settingsOf(address) });
      const args = ['-D', folder.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
      const command = commandAs(runAs, programFile(runAs.native, 'postgres'), args);
      const stdio: ['ignore', number, number] = ['ignore', log, log];
      const logFrom = statSync(folder.log).size;
      const child = spawn(command.file, command.args, { ...command.options, stdio, detached: true, cwd: '/' });
      closeSync(log);
      // The database alone keeps no program running.
      child.unref();
      return { child, logFrom };
    } catch (error) {
      throw folderError(folder.folder, error);
    }
  }
}

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function whyNotStarted({ folder, log }: DataFolder, logFrom: number): EmbeddedPostgresError {
  const said = readFileSync(log).subarray(logFrom).toString('utf8');
  if (tellsOfFullDisk(said)) return diskFull(folder, said);
  const message = sayEmbedded.doesNotStart(log, reasonIn(said));
  return new EmbeddedPostgresError('POSTGRES_DOES_NOT_START', message, said);
}
