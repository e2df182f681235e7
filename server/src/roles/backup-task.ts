/** What a backup of this installation is: where it goes, and the rules of all parts of the server for what is in it. */
import { join, resolve } from 'node:path';
import { jobBackupRules } from '../features/jobs/index.ts';
import { type BackupTask, joinRules, platformBackupRules } from '../platform/backup/index.ts';
import type { Config } from '../platform/config/index.ts';
import { loadSecrets, type Secrets, secretMark } from '../platform/secrets/index.ts';

export const BACKUP_RULES = joinRules([platformBackupRules, jobBackupRules]);

export function backupTask(
  { backupFolder, backupDays, dataFolder, databaseUrl }: Config,
  { url, program, mark }: { url: string; program: string; mark: string | null },
): Pick<BackupTask, 'url' | 'databaseFolder' | 'folder' | 'rules' | 'program' | 'secretMark' | 'keptDays'> {
  const folder = resolve(backupFolder ?? join(dataFolder, 'backups'));
  return {
    url,
    // The embedded one lies there; where another does, nobody knows.
    databaseFolder: databaseUrl === null ? resolve(dataFolder) : null,
    folder,
    rules: BACKUP_RULES,
    program,
    secretMark: mark,
    keptDays: backupDays === 0 ? null : backupDays,
  };
}

/** Which secret this process has; null for none: a backup can be made and restored without it. */
export async function markOf(config: Config): Promise<string | null> {
  const secrets: Secrets | null = await loadSecrets(config).catch(() => null);
  return secrets === null ? null : secretMark(secrets);
}
