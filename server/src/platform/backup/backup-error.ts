/** The one error of backups and restores: its message is for the operator and ends with the way out. */
import { sayBackup } from '../../text/backups.ts';

export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** The code of the system (`ENOSPC`) or of the database (`53100`); empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What went wrong while a backup was made, in our words. */
export function backupError(error: unknown, folder: string, isStopped: boolean): BackupError {
  if (isStopped) return new BackupError(sayBackup.stopped, { cause: error });
  if (error instanceof BackupError) return error;
  const code = codeOf(error);
  const text =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? sayBackup.diskFull(folder)
      : code === '53100'
        ? sayBackup.databaseFull
        : ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENAMETOOLONG'].includes(code)
          ? sayBackup.cannotWrite(folder, code)
          : sayBackup.failed(reasonOf(error));
  return new BackupError(text, { cause: error });
}

export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
