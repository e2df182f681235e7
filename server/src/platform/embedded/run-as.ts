/**
 * As whom PostgreSQL runs. A normal user runs it as it is; but it refuses root, and `npm start` in a container is root.
 *
 * Three ways out, tried in this order with a small program before anything depends on them:
 * - another user, when that user can reach the data folder;
 * - a user namespace (`unshare -U`): the same root by the files it may open, but nobody by number and without any
 *   privilege. Works in a root's home that is closed to others; containers often forbid it;
 * - another user who may open any file (`setpriv` with one capability): works where the other two do not.
 *
 * Each way wants the cluster to belong to somebody; when the way changes, the cluster is given to its new owner.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { sayEmbedded } from '../../text/embedded.ts';
import { type DataFolder, giveTo, isRoot } from './data-folder.ts';
import { EmbeddedPostgresError, folderError, reasonIn } from './embedded-error.ts';
import { copyPrograms, linkLibraries, programFile } from './programs.ts';

/** The user "nobody" of Linux and the one every unmapped user is in a namespace. */
const NOBODY = 65_534;

interface Way {
  readonly name: string;
  /** Put before the command. */
  readonly prefix: readonly string[];
  /** Whom the system is asked to run it as; null for us. */
  readonly asUid: number | null;
  /** Who the files must belong to; null to leave them. */
  readonly ownerUid: number | null;
}

export interface RunAs extends Way {
  /** Folder `native` with programs that run. */
  readonly native: string;
}

/** In a namespace a user without a name, as containers have them, is nobody, who has one: `initdb` wants a name. */
const WAYS_FOR_USERS: readonly Way[] = [
  { name: 'as we are', prefix: [], asUid: null, ownerUid: null },
  ...(process.platform === 'linux'
    ? [{ name: 'user namespace', prefix: ['unshare', '-U', '--'], asUid: null, ownerUid: null }]
    : []),
];

/** `allowed` narrows the ways for root; tests use it to try each. */
export function chooseRunAs(folder: DataFolder, installed: string, allowed?: readonly string[]): RunAs {
  const candidates = isRoot()
    ? waysForRoot(folder).filter((way) => allowed?.includes(way.name) ?? true)
    : WAYS_FOR_USERS;
  const linked = linkLibraries(installed);
  const failures: string[] = [];
  let copy: string | null = null;
  for (const way of candidates) {
    prepareSockets(folder, way);
    if (linked) {
      const trial = tryOut(way, installed, folder.sockets);
      if (trial.ok) return { ...way, native: installed };
      failures.push(`${way.name}: ${trial.reason}`);
      // A copy in the data folder is no help when the data folder is what cannot be reached.
      if (!trial.copyMayHelp) continue;
    }
    copy ??= copied(folder, installed);
    const trial = tryOut(way, copy, folder.sockets);
    if (trial.ok) return { ...way, native: copy };
    failures.push(`${way.name}: ${trial.reason}`);
  }
  const reasons = failures.join('; ');
  throw isRoot()
    ? new EmbeddedPostgresError('ROOT_REFUSED', sayEmbedded.rootRefused(folder.folder, reasons))
    : new EmbeddedPostgresError('BINARIES_DO_NOT_RUN', sayEmbedded.cannotRun(reasons));
}

/** A command with all that `spawn` needs to run it that way. The environment is ours, not the user's: no `PGDATA`. */
export function commandAs(way: Way, file: string, args: readonly string[]) {
  const [first = file, ...rest] = [...way.prefix, file, ...args];
  const env = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' };
  return {
    file: first,
    args: rest,
    options: {
      // Windows cannot open a socket without its own variables.
      ...(process.platform === 'win32' ? {} : { env }),
      ...(way.asUid === null ? {} : { uid: way.asUid, gid: way.asUid }),
    },
  };
}

function waysForRoot(folder: DataFolder): Way[] {
  const before = statSync(folder.cluster, { throwIfNoEntry: false })?.uid ?? 0;
  // A cluster that a normal user made, and root opens now, stays that user's.
  const uid = before === 0 ? NOBODY : before;
  const caps = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const setpriv = ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', ...caps, '--'];
  const other: Way = { name: 'other user', prefix: [], asUid: uid, ownerUid: uid };
  if (process.platform !== 'linux') return [other];
  const namespace: Way = { name: 'user namespace', prefix: ['unshare', '-U', '--'], asUid: null, ownerUid: 0 };
  const capability: Way = { name: 'capability', prefix: setpriv, asUid: null, ownerUid: uid };
  return uid === NOBODY ? [other, namespace, capability] : [other, capability];
}

/** The folder of the sockets is also where it is tried whether that way can write. */
function prepareSockets(folder: DataFolder, way: Way): void {
  try {
    mkdirSync(folder.sockets, { recursive: true, mode: 0o700 });
    if (way.ownerUid !== null) giveTo(folder.sockets, way.ownerUid);
  } catch (error) {
    throw folderError(folder.folder, error);
  }
}

function copied(folder: DataFolder, installed: string): string {
  try {
    return copyPrograms(installed, folder.programs);
  } catch (error) {
    rmSync(folder.programs, { recursive: true, force: true });
    throw folderError(folder.folder, error);
  }
}

/** How the trial ends when it does not go well. */
const TRIAL_FAILURES: Readonly<Record<number, string>> = {
  3: 'it is root',
  4: 'it cannot write the data folder',
  6: 'the user has no name on this machine',
};
const COPY_MAY_HELP = 5;
const TRIAL = `[ "$(id -u)" != 0 ] || exit 3; [ -w "$1" ] && [ -O "$1" ] || exit 4; id -un >/dev/null || exit 6
"$0" --version || exit ${COPY_MAY_HELP}`;

function tryOut(way: Way, native: string, folder: string): { ok: boolean; copyMayHelp: boolean; reason: string } {
  const postgres = programFile(native, 'postgres');
  const windows = process.platform === 'win32';
  const { file, args, options } = windows
    ? commandAs(way, postgres, ['--version'])
    : commandAs(way, '/bin/sh', ['-c', TRIAL, postgres, folder]);
  const result = spawnSync(file, args, { ...options, encoding: 'utf8', timeout: 20_000, cwd: '/' });
  const said = result.error?.message ?? reasonIn(`${result.stdout}\n${result.stderr}`);
  const reason = TRIAL_FAILURES[result.status ?? 0] ?? said;
  return { ok: result.status === 0, copyMayHelp: result.status === COPY_MAY_HELP, reason };
}
