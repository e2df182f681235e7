/** The role `backup`: makes a backup now, restores it for trial, and is over. */
import { BackupError, makeBackup } from '../platform/backup/index.ts';
import type { Config } from '../platform/config/index.ts';
import { sayBackup } from '../text/backups.ts';
import { backupTask, markOf } from './backup-task.ts';
import { over } from './over.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

export async function startBackup(config: Config, { version }: Surroundings): Promise<RunningRole> {
  const made = await withDatabase(config, async (url, signal, log) =>
    makeBackup({
      ...backupTask(config, { url, program: version, mark: await markOf(config) }),
      signal,
      onTrouble: (err, message) => log.warn({ err }, message),
    }),
  );
  if (typeof made === 'string') throw new BackupError(sayBackup.busy);
  const { file, bytes, rows, trial } = made;
  return over(`${sayBackup.made(file, bytes, rows)}\n${trial === 'equal' ? sayBackup.equal : sayBackup.onlyRead}`);
}
