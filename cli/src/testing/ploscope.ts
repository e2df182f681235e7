/** The real command as a real process, for tests. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
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
export function startPloscope(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { child: ChildProcessWithoutNullStreams; ended: Promise<Ended>; out: () => string; err: () => string } {
  if (!existsSync(BUILT)) throw new Error('run this first: npm run build');
  const child = spawn(process.execPath, [SHIM, ...args], { env: { PATH: process.env.PATH ?? '', ...environment } });
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
