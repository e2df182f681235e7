/** The wire room's face: what is asked, what is answered, how it fails, where. */

export { catalogueError } from './catalogue-error.ts';
export { equityAnswerSchema } from './equity-answer.ts';
export {
  type EquityRequest,
  equityRequestSchema,
  MAX_CARDS_CHARS,
  MAX_RANGE_CHARS,
  MAX_REQUEST_BYTES,
} from './equity-request.ts';
export { type ErrorBody, errorBodySchema, type WireError } from './error-body.ts';
export { type CatalogueEntry, WIRE_ERRORS, type WireErrorCode } from './error-catalogue.ts';
export { type ErrorCode, statusOfError } from './error-codes.ts';
export { type Healthy, healthySchema, type Unhealthy, unhealthySchema } from './health.ts';
export { ROUTES, type Route } from './routes.ts';
export { SPOT_ERRORS, type SpotErrorCode } from './spot-errors.ts';
export { spotRefusal } from './spot-refusal.ts';
export { validate } from './validate.ts';
