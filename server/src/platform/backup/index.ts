/** Backups of the database, restored for trial as they are made, and restores. */
export { BackupError } from './backup-error.ts';
export { type BackupTask, makeBackup } from './make-backup.ts';
export { startNightlyBackups } from './nightly.ts';
export { restore } from './restore.ts';
export { type BackupRules, joinRules, platformBackupRules } from './rules.ts';
