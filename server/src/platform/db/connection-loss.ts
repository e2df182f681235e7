/**
 * Which errors mean that the connection to the database is gone, or that there is none to be had, not that the statement
 * was wrong: those are worth another try by and by. Classes 08 and 57P of PostgreSQL's error codes, 53300 (too many
 * connections), and the system's own.
 */

const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** Said where nobody more is let wait for a connection. */
export const TOO_MANY_WAIT = 'Too many wait for a connection to the database';
/** What the driver says without a code. */
const WORDS =
  /^Too many wait|Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout/;

/** Also true while the server starts up or shuts down. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    SYSTEM.has(code) || code === '53300' || code.startsWith('08') || code.startsWith('57P') || WORDS.test(error.message)
  );
}
