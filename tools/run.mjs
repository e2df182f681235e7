/**
 * Runs another program and never leaves it behind.
 *
 * Each child leads its own process group where the system has them, so that a stop reaches what the child started.
 * Standard input is closed: nothing here may wait for a person.
 */
import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Once a stop was asked for, no result is given any more: the caller must not act on children that were ended. */
let stopping = false;

const GROUPS = process.platform !== 'win32';

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (GROUPS) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Already gone.
  }
}

/**
 * Asks a child and all it started to end, and makes them half a second later.
 *
 * The polite signal comes first because a child that runs others stops them itself.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function stopTree(child) {
  signalTree(child, 'SIGTERM');
  setTimeout(() => signalTree(child, 'SIGKILL'), 500).unref();
}

/**
 * On Ctrl-C or a stop: ends every child and then this process with the shell's code for that signal.
 *
 * @returns {() => void} takes the handlers away again, for a caller that will handle signals itself
 */
export function stopChildrenOnSignal() {
  /** @type {[NodeJS.Signals, number][]} */
  const signals = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ];
  const handlers = signals.map(([signal, code]) => {
    const handler = () => {
      stopping = true;
      for (const child of running) stopTree(child);
      const waiting = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
      Promise.all(waiting).then(() => process.exit(code));
      setTimeout(() => process.exit(code), 1000);
    };
    process.on(signal, handler);
    return /** @type {const} */ ([signal, handler]);
  });
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the root
 * @property {Record<string, string>} [env] added to this process's own
 * @property {'show' | 'keep'} [output] show it as it comes, or keep it for the caller (default)
 * @property {number} [timeoutMs] default ten minutes
 * @property {boolean} [shell]
 *
 * @typedef {object} RunResult
 * @property {number} code the exit code; 127 when the program could not be started, 124 when it ran out of time
 * @property {string} output what it said on both streams, empty when shown
 * @property {number} ms
 */

/**
 * @param {boolean} plain without colours: it will be shown as a part of something else
 * @param {Record<string, string>} more
 */
function environment(plain, more) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...more };
  if (plain) {
    delete env.FORCE_COLOR;
    env.NO_COLOR = '1';
  }
  return env;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>} never rejects
 */
export function run(command, args, options = {}) {
  const { cwd = ROOT, env = {}, output = 'keep', timeoutMs = 600_000, shell = false } = options;
  const started = performance.now();
  return new Promise((resolve) => {
    const stream = output === 'show' ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd,
      shell,
      env: environment(output === 'keep', env),
      stdio: ['ignore', stream, stream],
      detached: GROUPS,
    });
    running.add(child);
    let said = '';
    let late = false;
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    const timer = setTimeout(() => {
      late = true;
      stopTree(child);
    }, timeoutMs);
    /** @param {number} code */
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (!stopping) resolve({ code, output: said, ms: performance.now() - started });
    };
    child.on('error', (error) => {
      said += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => {
      if (late) said += `\nstopped: took longer than ${timeoutMs / 1000} s\n`;
      finish(late ? 124 : (code ?? 1));
    });
  });
}

/**
 * Runs a script of this repository or of a package with this same Node.
 *
 * @param {string} script relative to the root
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/**
 * @param {string} text
 * @param {number} lines
 * @returns {string} its last lines, indented
 */
export function tail(text, lines) {
  return text
    .trimEnd()
    .split('\n')
    .slice(-lines)
    .map((line) => `    ${line}`)
    .join('\n');
}

/**
 * @param {number} ms
 * @returns {string} as in `0.4 s`
 */
export function formatSeconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}
