/**
 * A process that is started again whenever it is gone, as systemd or Kubernetes would, and that a run can `kill -9`.
 *
 * Its output goes to a file, whose name stands in the error when it never becomes ready.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface KeptProcess {
  readonly name: string;
  /** Of the life that runs now; null between two. */
  readonly pid: number | null;
  /** Lives begun. */
  readonly starts: number;
  /** `kill -9`; resolves when it is gone. It comes back by itself. */
  kill(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** Milliseconds until it is started again. */
  readonly pauseMs: () => number;
}

/** Everything of ours dies with us. */
const all = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of all) child.kill('SIGKILL');
});

/** The environment of a machine where nothing of the product is set, whatever is set here. */
function bareEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR, SystemRoot } = process.env;
  return {
    PATH,
    HOME,
    ...(TMPDIR === undefined ? {} : { TMPDIR }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
  };
}

export function launch({ args, env = {}, logFile }: Omit<Program, 'name' | 'pauseMs'>): ChildProcess {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, args, {
    cwd: dirname(logFile),
    env: { ...bareEnvironment(), ...env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  all.add(child);
  child.once('exit', () => all.delete(child));
  return child;
}

export function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

export function keepRunning(program: Program): KeptProcess {
  let child: ChildProcess | null = null;
  let stopped = false;
  let starts = 0;
  const keep = async (): Promise<void> => {
    while (!stopped) {
      child = launch(program);
      starts++;
      await gone(child);
      child = null;
      if (!stopped) await sleep(program.pauseMs());
    }
  };
  const keeping = keep();
  const kill = async (): Promise<void> => {
    const now = child;
    now?.kill('SIGKILL');
    if (now !== null) await gone(now);
  };
  return {
    name: program.name,
    get pid() {
      return child?.pid ?? null;
    },
    get starts() {
      return starts;
    },
    kill,
    async stop() {
      stopped = true;
      await kill();
      await keeping;
    },
  };
}
