/** A backup of a test's database, as one made by hand anywhere would be. */
import { makeBackup } from '../platform/backup/index.ts';
import { BACKUP_RULES } from '../roles/backup-task.ts';

export const BACKUP_TASK = {
  rules: BACKUP_RULES,
  program: '1.2.3',
  secretMark: null,
  keptDays: null,
  databaseFolder: null,
  isByHand: false,
} as const;

/** Makes one in the folder; resolves with its file. Rejects where its trial did not come out equal. */
export async function backUp(url: string, folder: string): Promise<string> {
  const made = await makeBackup({ ...BACKUP_TASK, url, folder });
  if (typeof made === 'string' || made.trial !== 'equal') throw new Error(JSON.stringify(made));
  return made.file;
}
