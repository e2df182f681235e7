/**
 * One program at a time on a data folder: a file that names its owner, made by a hard link so that only one can make it.
 *
 * The owner may have been killed: then the file is moved aside and looked at again before it counts as gone, so that
 * two that find it at once do not both take it. PostgreSQL has a lock of its own on the cluster; this one is there
 * because a start ends the database an earlier run left behind, and must know that nobody uses it.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sayEmbedded } from '../../text/embedded.ts';
import { EmbeddedPostgresError, systemCode } from './embedded-error.ts';
import { identityOf, isStillRunning, type ProcessIdentity } from './processes.ts';

const TRIES = 20;

/** Takes the folder or throws who has it. Gives back what lets it go again. */
export function takeFolder(folder: string): () => void {
  const path = join(folder, 'owner');
  const mine = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(mine, JSON.stringify(identityOf(process.pid)), { mode: 0o600, flush: true });
  try {
    for (let i = 0; i < TRIES; i++) {
      if (link(mine, path)) return () => rmSync(path, { force: true });
      const owner = readOwner(path);
      if (owner === null) continue;
      if (isStillRunning(owner.identity)) {
        throw new EmbeddedPostgresError('DATA_FOLDER_IN_USE', sayEmbedded.inUse(folder, owner.identity.pid));
      }
      moveAside(path, `${mine}.stale`, owner.text);
    }
    throw new Error(`${path} changes all the time`);
  } finally {
    rmSync(mine, { force: true });
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Null when the file is gone by now. One that cannot be understood names nobody who runs. */
function readOwner(path: string): { text: string; identity: ProcessIdentity } | null {
  try {
    const text = readFileSync(path, 'utf8');
    const found = /^\{"pid":(\d+),"began":"([^"]*)"\}$/.exec(text);
    return { text, identity: { pid: Number(found?.[1] ?? 2 ** 30), began: found?.[2] ?? '' } };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Takes a stale file away; one that was renewed in the meantime is put back. */
function moveAside(path: string, aside: string, stale: string): void {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== stale) link(aside, path);
  rmSync(aside, { force: true });
}
