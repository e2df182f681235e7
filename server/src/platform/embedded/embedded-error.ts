/** The one error of the launcher: a code for programs, a sentence with the way out for people, the cause for the log. */
import { sayEmbedded } from '../../text/embedded.ts';

export type EmbeddedPostgresCode =
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_NOT_WRITABLE'
  | 'CLUSTER_OF_OTHER_USER'
  | 'CLUSTER_OF_OTHER_VERSION'
  | 'CLUSTER_DAMAGED'
  | 'DISK_FULL'
  | 'BINARIES_MISSING'
  | 'BINARIES_DO_NOT_RUN'
  | 'ROOT_REFUSED'
  | 'CLUSTER_NOT_MADE'
  | 'POSTGRES_DOES_NOT_START'
  | 'POSTGRES_DOES_NOT_STOP'
  | 'POSTGRES_KEEPS_DYING';

export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code: EmbeddedPostgresCode;

  constructor(code: EmbeddedPostgresCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/** The system's code of an error, such as `ENOENT`; empty when it has none. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What went wrong with a file of the data folder, in our words. Errors of ours pass unchanged. */
export function folderError(folder: string, error: unknown): EmbeddedPostgresError {
  if (error instanceof EmbeddedPostgresError) return error;
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, error);
  const reason = code === '' ? String(error) : code;
  return new EmbeddedPostgresError('DATA_FOLDER_NOT_WRITABLE', sayEmbedded.cannotWrite(folder, reason), error);
}

/** Whether a program of PostgreSQL said that the disk is full. */
export function tellsOfFullDisk(output: string): boolean {
  return /No space left on device|Disk quota exceeded/i.test(output);
}

export function diskFull(folder: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError('DISK_FULL', sayEmbedded.diskFull(folder), cause);
}

/** The line of a program's output that says why it gave up, for a sentence: one line, no stop at its end. */
export function reasonIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const told = lines.findLast((line) => /FATAL:|PANIC:|error:|ERROR:|could not|not found/.test(line)) ?? lines.at(-1);
  return (told ?? 'it said nothing').replace(/^.*(FATAL|PANIC|ERROR|error):\s*/, '').replace(/\.$/, '');
}
