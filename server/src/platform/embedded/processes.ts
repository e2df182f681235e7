/**
 * Tells processes apart. A number alone is not enough: the system gives the number of a dead process to a new one, and
 * a container starts counting anew. So a process is its number and the moment it began.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { systemCode } from './embedded-error.ts';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the system's own words; empty where the system does not tell. */
  readonly began: string;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, but of a user we may not signal.
    return systemCode(error) === 'EPERM';
  }
}

export function identityOf(pid: number): ProcessIdentity {
  return { pid, began: beginningOf(pid) };
}

export function isStillRunning(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && beginningOf(identity.pid) === identity.began;
}

/** On Linux ticks since the machine started, with the id of that start; elsewhere what `ps` says; nothing on Windows. */
function beginningOf(pid: number): string {
  try {
    if (process.platform === 'win32') return '';
    if (process.platform !== 'linux') return ps(pid, 'lstart=');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name may contain anything, even brackets; what follows the last one are numbers. The 22nd field is the start.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? 'ended' : `${boot} ${fields[19]}`;
  } catch {
    return '';
  }
}

/** Whether this process is a postmaster of that cluster: one works in its data folder and nowhere else. */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    if (process.platform === 'win32') return true;
    if (process.platform !== 'linux') return ps(pid, 'command=').includes(cluster);
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) && /postgres/.test(commandOf(pid));
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

function ps(pid: number, field: string): string {
  return execFileSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim();
}
