/**
 * Errors of the catalogue as statuses of gRPC. The code of the catalogue goes along in the metadata, so that a caller
 * can tell what a status leaves out; what is not of the catalogue says nothing of the inside.
 */

import { Metadata, type StatusObject, status } from '@grpc/grpc-js';
import { catalogueError, statusOfError, type WireError } from '@ploscope/contracts';

/** Name in the trailing metadata. */
export const CODE_HEADER = 'ploscope-error-code';

const STATUSES: Readonly<Record<number, status>> = {
  400: status.INVALID_ARGUMENT,
  401: status.UNAUTHENTICATED,
  403: status.PERMISSION_DENIED,
  404: status.NOT_FOUND,
  409: status.FAILED_PRECONDITION,
  413: status.INVALID_ARGUMENT,
  422: status.INVALID_ARGUMENT,
  429: status.RESOURCE_EXHAUSTED,
  503: status.UNAVAILABLE,
};

export function rpcError({ code, message }: WireError): Partial<StatusObject> & { code: status; details: string } {
  const metadata = new Metadata();
  metadata.set(CODE_HEADER, code);
  return { code: STATUSES[statusOfError(code)] ?? status.INTERNAL, details: message, metadata };
}

export const INTERNAL = catalogueError('internal');
