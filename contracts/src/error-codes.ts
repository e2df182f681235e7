/** Codes and statuses of all errors, those of the wire and those of a spot. */
import { WIRE_ERRORS, type WireErrorCode } from './error-catalogue.ts';

export type ErrorCode = WireErrorCode;

/** Status of an error whose code is about the spot: the document was read, what it says cannot be. */
const SPOT_STATUS = 422;

/** HTTP status of an error code. */
export function statusOfError(code: string): number {
  return Object.hasOwn(WIRE_ERRORS, code) ? WIRE_ERRORS[code as WireErrorCode].status : SPOT_STATUS;
}
