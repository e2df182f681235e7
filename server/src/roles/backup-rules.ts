/** The rules of all parts of the server for what stands in a backup. */
import { jobBackupRules } from '../features/jobs/index.ts';
import { joinRules, platformBackupRules } from '../platform/backup/index.ts';

export const BACKUP_RULES = joinRules([platformBackupRules, jobBackupRules]);
