/**
 * Makes one backup: dumped to a file of a passing name, restored for trial, and only then given its name. Whoever finds
 * a backup's name so finds a whole one.
 *
 * One at a time for a database, by a lock in it: a second program on the same database is told so.
 */
import { rename, rm } from 'node:fs/promises';
import { sayBackup } from '../../text/backups.ts';
import { BackupError, backupError, reasonOf } from './backup-error.ts';
import { freePath, makeFolder, newestBackup, removeOld, removeUnfinished, syncFolder } from './backup-folder.ts';
import { connected } from './connection.ts';
import { dump } from './dump.ts';
import { checkBackup } from './read-backup.ts';
import type { BackupRules } from './rules.ts';
import { restoreForTrial } from './trial.ts';
import { writePacked } from './write-file.ts';

const BACKUP_LOCK = 7_150_420_263;

export interface BackupTask {
  readonly url: string;
  readonly folder: string;
  readonly rules: BackupRules;
  /** Version of this program. */
  readonly program: string;
  /** Of this server's secret; null where it is not known. */
  readonly secretMark: string | null;
  /** Removes older ones once this one is made; null keeps them all. */
  readonly keptDays: number | null;
  /** Makes none where there is one that is younger than this, in milliseconds. */
  readonly unlessYoungerMs?: number;
  readonly signal?: AbortSignal;
  /** Told of what went wrong and does not matter to this backup. */
  readonly onTrouble?: (error: unknown, message: string) => void;
}

export interface MadeBackup {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  readonly trial: 'equal' | 'not allowed';
}

/** `busy`: another program makes one; `young`: there is one already. Rejects with a `BackupError`. */
export async function makeBackup(task: BackupTask): Promise<MadeBackup | 'busy' | 'young'> {
  try {
    return await connected(task.url, task.signal, async (client) => {
      const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [BACKUP_LOCK]);
      if (rows[0]?.free !== true) return 'busy';
      await makeFolder(task.folder);
      // Only now: another may just have made one.
      if (task.unlessYoungerMs !== undefined && (await hasYounger(task.folder, task.unlessYoungerMs))) return 'young';
      await removeUnfinished(task.folder);
      return await makeOne(client, task);
    });
  } catch (error) {
    throw backupError(error, task.folder, task.signal?.aborted === true);
  }
}

type Connection = Parameters<Parameters<typeof connected>[2]>[0];

async function makeOne(client: Connection, task: BackupTask): Promise<MadeBackup> {
  const { url, folder, rules, program, secretMark, keptDays, signal, onTrouble } = task;
  const stop = signal === undefined ? {} : { signal };
  const now = new Date();
  const file = await freePath(folder, now);
  const partial = `${file}.partial`;
  const { text, trailer } = dump(client, rules, { program, made: now.toISOString(), secretMark });
  const bytes = await writePacked(partial, text, signal);
  let trial: Awaited<ReturnType<typeof restoreForTrial>>;
  try {
    const onLeft = (error: unknown): void => onTrouble?.(error, sayBackup.log.scratchLeft);
    trial = await restoreForTrial({ client, url, file: partial, rules, ...stop, onLeft });
    if (trial === 'not allowed') await checkBackup(partial, signal);
  } catch (error) {
    if (signal?.aborted === true) {
      await rm(partial, { force: true });
      throw error;
    }
    await setAside(partial, file);
    throw new BackupError(sayBackup.trialFailed(`${file}.unproven`, reasonOf(error)), { cause: error });
  }
  if (trial === 'unequal') {
    await setAside(partial, file);
    throw new BackupError(sayBackup.unequal(`${file}.unproven`));
  }
  await rename(partial, file);
  await syncFolder(folder);
  if (keptDays !== null) {
    await removeOld(folder, keptDays, now, file).catch((error) => onTrouble?.(error, sayBackup.log.notRemoved));
  }
  const rows = Object.values(trailer().rows).reduce((sum, count) => sum + count, 0);
  return { file, bytes, rows, trial };
}

async function setAside(partial: string, file: string): Promise<void> {
  await rename(partial, `${file}.unproven`);
}

async function hasYounger(folder: string, ms: number): Promise<boolean> {
  const now = new Date();
  const newest = await newestBackup(folder, now);
  return newest !== null && now.getTime() - newest.madeAt.getTime() < ms;
}
