/**
 * The one error type of the server. Its code comes from the catalogue, which also decides the status; its message may
 * be read by anyone; the cause is for the log alone.
 */
import { catalogueError, statusOfError, type WireError, type WireErrorCode } from '@ploscope/contracts';

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly detail: WireError;
  readonly status: number;
  /** Seconds after which asking again makes sense. */
  readonly retryAfterS: number | null;

  constructor(detail: WireError, options: { cause?: unknown; retryAfterS?: number } = {}) {
    super(detail.message, { cause: options.cause });
    this.detail = detail;
    this.status = statusOfError(detail.code);
    this.retryAfterS = options.retryAfterS ?? null;
  }
}

/** An error of the wire itself, with the catalogue's message and advice. */
export function wireError(code: WireErrorCode, options: { cause?: unknown; retryAfterS?: number } = {}): ApiError {
  return new ApiError(catalogueError(code), options);
}
