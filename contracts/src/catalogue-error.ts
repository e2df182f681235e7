/** An error of the wire itself as it is sent: the catalogue's message, and its remedy as the hint. */
import type { WireError } from './error-body.ts';
import { WIRE_ERRORS, type WireErrorCode } from './error-catalogue.ts';

/** `message` is for a place that has a better sentence. */
export function catalogueError(code: WireErrorCode, message: string = WIRE_ERRORS[code].message): WireError {
  return { code, message, at: null, end: null, field: null, hint: WIRE_ERRORS[code].remedy };
}
