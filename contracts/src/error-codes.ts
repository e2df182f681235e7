/** Codes and statuses of all errors, those of the wire and those of a spot. */
import { WIRE_ERRORS, type WireErrorCode } from './error-catalogue.ts';
import { SPOT_STATUS, type SpotErrorCode } from './spot-errors.ts';

export type ErrorCode = WireErrorCode | SpotErrorCode;

/** HTTP status of an error code. */
export function statusOfError(code: string): number {
  return Object.hasOwn(WIRE_ERRORS, code) ? WIRE_ERRORS[code as WireErrorCode].status : SPOT_STATUS;
}
