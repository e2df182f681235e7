/**
 * Installs the packages of the lock file, only when what is installed is not what the lock says.
 *
 * npm writes what it installed to `node_modules/.package-lock.json` as its last step, so an interrupted install is
 * noticed, and a plain `npm ci` by hand is recognised. Uses no package itself: it runs before any is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { at } from './paths.mjs';
import { formatSeconds, run } from './run.mjs';

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [optional]
 * @property {boolean} [link]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string | string[] | object} [license]
 *
 * @typedef {{ packages: Record<string, LockEntry> }} Lock
 */

/**
 * @param {string} file relative to the root
 * @returns {Lock | null}
 */
export function readLock(file) {
  if (!existsSync(at(file))) return null;
  try {
    return JSON.parse(readFileSync(at(file), 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {string[] | undefined} allowed npm's list, where `!x` excludes
 * @param {string} here
 */
function fits(allowed, here) {
  if (allowed === undefined) return true;
  if (allowed.includes(`!${here}`)) return false;
  return allowed.includes(here) || allowed.every((name) => name.startsWith('!'));
}

/**
 * The first package that is missing, stale or too much.
 *
 * @param {Lock} wanted `package-lock.json`
 * @param {Lock | null} installed npm's record of what it installed
 * @param {{ os: string, cpu: string }} machine
 * @returns {string | null} why an install is needed, or null
 */
export function installReason(wanted, installed, machine) {
  if (installed === null) return 'nothing is installed yet';
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) continue;
    const there = installed.packages[path];
    // An optional package may be left out by npm for its C library, which only npm can tell.
    const wantedHere = !entry.optional || (entry.os && fits(entry.os, machine.os) && fits(entry.cpu, machine.cpu));
    if (there === undefined) {
      if (wantedHere && !(entry.optional && path.includes('musl'))) return `${path} is missing`;
    } else if (there.version !== entry.version) {
      return `${path} is ${there.version}, the lock says ${entry.version}`;
    }
  }
  const extra = Object.keys(installed.packages).find((path) => wanted.packages[path] === undefined);
  return extra === undefined ? null : `${extra} is no longer in the lock`;
}

/** @returns {string | null} why an install is needed, or null */
function installNeeded() {
  const wanted = readLock('package-lock.json');
  if (wanted === null) throw new Error('package-lock.json is missing or broken');
  const machine = { os: process.platform, cpu: process.arch };
  return installReason(wanted, readLock('node_modules/.package-lock.json'), machine);
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<boolean>} false when npm failed, after saying so
 */
export async function ensureInstalled(say) {
  const reason = installNeeded();
  if (reason === null) return true;
  say(`Installing packages (${reason})…`);
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const result =
    npm?.endsWith('.js') || npm?.endsWith('.cjs')
      ? await run(process.execPath, [npm, ...args])
      : await run('npm', args, { shell: process.platform === 'win32' });
  if (result.code !== 0) {
    say(`npm ci failed with code ${result.code}:\n${result.output}`);
    return false;
  }
  say(`Packages installed in ${formatSeconds(result.ms)}.`);
  return true;
}
