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
      isByHand: true,
      signal,
      onTrouble: (err, message) => log.warn({ err }, message),
    }),
  );
  if (typeof made === 'string') throw new BackupError(sayBackup.busy);
  const { file, bytes, rows, reason, foreignTables } = made;
  const lines = [sayBackup.made(file, bytes, rows), reason === null ? sayBackup.equal : sayBackup.onlyRead(reason)];
  if (foreignTables.length > 0) lines.push(sayBackup.notIn(foreignTables));
  return over(lines.join('\n'));
}
