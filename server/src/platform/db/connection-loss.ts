/**
 * Which errors mean that the connection to the database is gone, not that the statement was wrong: those are worth
 * another try once it is back. Classes 08 and 57P of PostgreSQL's error codes, and the system's own.
 */

const SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
/** What the driver says without a code. */
const WORDS =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout/;

/** Also true while the server starts up or shuts down. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return SYSTEM.has(code) || code.startsWith('08') || code.startsWith('57P') || WORDS.test(error.message);
}
