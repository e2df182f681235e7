/** The real command as a real process, for tests. */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SHIM = fileURLToPath(new URL('../../bin/ploscope.mjs', import.meta.url));
const BUILT = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the command; its output is collected, and standard input is the caller's to write. */
export function startPloscope(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  if (!existsSync(BUILT)) throw new Error('run this first: npm run build');
  return start([SHIM, ...args], environment);
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** What it has written so far. */
  readonly out: () => string;
  readonly err: () => string;
}

function start(words: readonly string[], environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, words, { env: { PATH: process.env.PATH ?? '', ...environment } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended, out: () => out, err: () => err };
}

/** Runs the command to its end. */
export function ploscope(args: readonly string[], input = ''): Promise<Ended> {
  const { child, ended } = startPloscope(args);
  child.stdin.end(input);
  return ended;
}

/** Runs another copy of the program, given by its main file. */
export function runProgram(main: string, args: readonly string[], input: string): Promise<Ended> {
  const { child, ended } = start([main, ...args], {});
  child.stdin.end(input);
  return ended;
}

/** Runs a line of shell in which `"$0" "$1"` is the command. */
export function shell(line: string): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile('/bin/sh', ['-c', line, process.execPath, SHIM], (_error, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
  });
}
