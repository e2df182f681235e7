/** Where everything of the database lies in the data folder, and the folder itself made ready to be written. */
import { randomBytes } from 'node:crypto';
import { chownSync, lchownSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderError } from './embedded-error.ts';

export interface DataFolder {
  readonly folder: string;
  /** The cluster: what PostgreSQL calls its data directory. */
  readonly cluster: string;
  /** Start of the names of clusters that are being made. */
  readonly newCluster: string;
  /** Folder of the unix socket. */
  readonly sockets: string;
  /** What PostgreSQL says. */
  readonly log: string;
  /** The connection string, for other programs of this machine. */
  readonly urlFile: string;
  /** A copy of the programs, where those of node_modules cannot be used. */
  readonly programs: string;
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Makes the folder when it is missing and tries whether a file can be written there. */
export function prepareDataFolder(path: string): DataFolder {
  const folder = resolve(path);
  try {
    // As root the database runs as another user, who has to come through; everything inside has its own lock.
    mkdirSync(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const trial = join(folder, `.trial-${randomBytes(6).toString('hex')}`);
    try {
      writeFileSync(trial, 'x', { flush: true });
    } finally {
      rmSync(trial, { force: true });
    }
  } catch (error) {
    throw folderError(folder, error);
  }
  return {
    folder,
    cluster: join(folder, 'postgres'),
    newCluster: 'postgres.new-',
    sockets: join(folder, 'sockets'),
    log: join(folder, 'postgres.log'),
    urlFile: join(folder, 'database-url'),
    programs: join(folder, 'postgres-programs'),
  };
}

/** Gives a folder and all below to a user. Quick when the folder is theirs already, which then goes for all in it. */
export function giveTo(folder: string, uid: number): void {
  if (statSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, uid);
  }
  // Last, so that one cut short is begun again.
  chownSync(folder, uid, uid);
}

/** Writes a file that only we can read, whole or not at all. */
export function writeSecret(path: string, text: string): void {
  const temporary = `${path}.new`;
  rmSync(temporary, { force: true });
  writeFileSync(temporary, text, { mode: 0o600, flush: true });
  renameSync(temporary, path);
}
