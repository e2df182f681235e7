/** The role `restore`: restores a backup into an empty database, and is over. */
import { resolve } from 'node:path';
import { BackupError, restore } from '../platform/backup/index.ts';
import type { Config } from '../platform/config/index.ts';
import { sayBackup } from '../text/backups.ts';
import { BACKUP_RULES, markOf } from './backup-task.ts';
import { over } from './over.ts';
import type { RunningRole } from './surroundings.ts';
import { withDatabase } from './with-database.ts';

export async function startRestore(config: Config): Promise<RunningRole> {
  if (config.restoreFrom === null) throw new BackupError(sayBackup.nothingToRestore);
  const file = resolve(config.restoreFrom);
  const { header, trailer } = await withDatabase(config, (url, signal) =>
    restore({ url, file, rules: BACKUP_RULES, migrateTo: 'newest', signal }),
  );
  const rows = Object.values(trailer.rows).reduce((sum, count) => sum + count, 0);
  const mark = await markOf(config);
  const isOther = mark !== null && header.secretMark !== null && mark !== header.secretMark;
  return over(`${sayBackup.restored(file, rows, header.made)}${isOther ? `\n${sayBackup.otherSecret}` : ''}`);
}
