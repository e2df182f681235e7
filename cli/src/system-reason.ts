/** Why the system refused something, in its own words: `no such file or directory`. */
import { getSystemErrorMap } from 'node:util';

/** The reason of a system error, without the call and the path; the whole message of any other error. */
export function systemReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = 'errno' in error && typeof error.errno === 'number' ? getSystemErrorMap().get(error.errno) : undefined;
  return known?.[1] ?? error.message;
}

/** A system error has the name of the call that failed. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
