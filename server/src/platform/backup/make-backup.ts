/**
 * Makes one backup: dumped to a file of a passing name, restored for trial, and only then given its name. Whoever finds
 * a backup's name so finds a whole one.
 *
 * One at a time for a database, by a lock in it: a second program on the same database is told so.
 */
import { rename, rm } from 'node:fs/promises';
import { sayBackup } from '../../text/backups.ts';
import { BackupError, backupError, reasonOf } from './backup-error.ts';
import {
  freePath,
  makeFolder,
  newestBackup,
  removeOld,
  removePartial,
  removeUnproven,
  setAside,
  syncFolder,
} from './backup-folder.ts';
import { connected } from './connection.ts';
import { dump } from './dump.ts';
import { readInstallation } from './installation.ts';
import { checkBackup } from './read-backup.ts';
import type { BackupRules } from './rules.ts';
import { foreignTables } from './table-plan.ts';
import { restoreForTrial, type TrialOutcome } from './trial.ts';
import { writePacked } from './write-file.ts';

const BACKUP_LOCK = 7_150_420_263;

export interface BackupTask {
  readonly url: string;
  /** On the disk of the database, where that is known: no trial is begun for which it has no room. */
  readonly databaseFolder: string | null;
  readonly folder: string;
  readonly rules: BackupRules;
  /** Version of this program. */
  readonly program: string;
  /** Of this server's secret; null where it is not known. */
  readonly secretMark: string | null;
  /** Removes older ones once this one is made, but none made by hand; null keeps them all. */
  readonly keptDays: number | null;
  readonly isByHand: boolean;
  /** Makes none where there is one that was made after this. */
  readonly unlessSince?: Date;
  readonly signal?: AbortSignal;
  /** Told of what went wrong and does not matter to this backup. */
  readonly onTrouble?: (error: unknown, message: string) => void;
}

export interface MadeBackup {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  /** Of somebody else in the database, and so not in it. */
  readonly foreignTables: readonly string[];
  /** Where no trial could be held, the file was read back. */
  readonly trial: Exclude<TrialOutcome['trial'], 'unequal'>;
  /** Why none could be held, a sentence. */
  readonly reason: string | null;
}

/** `busy`: another program makes one; `young`: there is one already. Rejects with a `BackupError`. */
export async function makeBackup(task: BackupTask): Promise<MadeBackup | 'busy' | 'young'> {
  const { folder, unlessSince } = task;
  try {
    return await connected(task.url, task.signal, async (client) => {
      const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [BACKUP_LOCK]);
      if (rows[0]?.free !== true) return 'busy';
      await makeFolder(folder);
      const installation = await readInstallation(client);
      // Only now: another may just have made one.
      if (unlessSince !== undefined) {
        const newest = await newestBackup(folder, installation, new Date());
        if (newest !== null && newest.madeAt >= unlessSince) return 'young';
      }
      await removePartial(folder, installation);
      return await makeOne(client, installation, task);
    });
  } catch (error) {
    throw backupError(error, folder, task.signal?.aborted === true);
  }
}

type Connection = Parameters<Parameters<typeof connected>[2]>[0];

async function makeOne(client: Connection, installation: string, task: BackupTask): Promise<MadeBackup> {
  const { folder, rules, program, secretMark, keptDays, signal, onTrouble } = task;
  const now = new Date();
  const others = await foreignTables(client);
  const file = await freePath(folder, installation, task.isByHand, now);
  const partial = `${file}.partial`;
  const { text, trailer } = dump(client, rules, { program, made: now.toISOString(), installation, secretMark });
  const bytes = await writePacked(partial, text, signal);
  const outcome = await proven(client, installation, partial, task);
  try {
    // Where the connection was lost, the lock is, and the folder another's.
    await client.query('select 1');
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await rename(partial, file);
  await syncFolder(folder);
  await removeUnproven(folder, installation).catch((error) => onTrouble?.(error, sayBackup.log.notRemoved));
  if (keptDays !== null) {
    const old = { days: keptDays, now, proven: file };
    await removeOld(folder, installation, old).catch((error) => onTrouble?.(error, sayBackup.log.notRemoved));
  }
  const rows = Object.values(trailer().rows).reduce((sum, count) => sum + count, 0);
  return { file, bytes, rows, foreignTables: others, reason: null, ...outcome };
}

/** Rejects where the file is not to be believed: then it is set aside, or gone where somebody stopped this. */
async function proven(
  client: Connection,
  installation: string,
  partial: string,
  { url, folder, databaseFolder, rules, signal, onTrouble }: BackupTask,
): Promise<Exclude<TrialOutcome, { trial: 'unequal' }>> {
  let outcome: TrialOutcome;
  try {
    const onLeft = (error: unknown): void => onTrouble?.(error, sayBackup.log.trialLeft);
    const stop = signal === undefined ? {} : { signal };
    outcome = await restoreForTrial({ client, url, file: partial, rules, databaseFolder, ...stop, onLeft });
    if (outcome.trial === 'not possible') await checkBackup(partial, signal);
  } catch (error) {
    if (signal?.aborted === true) {
      await rm(partial, { force: true });
      throw error;
    }
    const aside = await setAside(folder, installation, partial);
    throw new BackupError(sayBackup.trialFailed(aside, reasonOf(error)), { cause: error });
  }
  if (outcome.trial !== 'unequal') return outcome;
  throw new BackupError(sayBackup.unequal(await setAside(folder, installation, partial)));
}
