/** What a backup of this installation is: where it goes, and the rules of all parts of the server for what is in it. */
import { join, resolve } from 'node:path';
import { jobBackupRules } from '../features/jobs/index.ts';
import { type BackupTask, joinRules, platformBackupRules } from '../platform/backup/index.ts';
import type { Config } from '../platform/config/index.ts';

export const BACKUP_RULES = joinRules([platformBackupRules, jobBackupRules]);

export function backupTask(
  { backupFolder, backupDays, dataFolder }: Config,
  url: string,
  program: string,
): Pick<BackupTask, 'url' | 'folder' | 'rules' | 'program' | 'keptDays'> {
  const folder = resolve(backupFolder ?? join(dataFolder, 'backups'));
  return { url, folder, rules: BACKUP_RULES, program, keptDays: backupDays === 0 ? null : backupDays };
}
