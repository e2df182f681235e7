/** The wire room's face: what is asked, what is answered, how it fails, where. */

export * from './answered.ts';
export * from './auth.ts';
export { catalogueError } from './catalogue-error.ts';
export {
  type AnswerOf,
  type Called,
  type CallOf,
  type Client,
  type ClientSettings,
  createClient,
  type WebAnswer,
  type WebCall,
} from './client.ts';
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
export * from './hands.ts';
export { type Healthy, healthySchema, type Unhealthy, unhealthySchema } from './health.ts';
export * from './jobs.ts';
export {
  type Access as RouteAccess,
  BODY_ERRORS,
  HANDS_ROUTES,
  type LimitName,
  ROUTES,
  type Route,
} from './routes/index.ts';
export {
  DEFAULT_SOLVE_TARGET,
  MAX_SOLVE_BYTES,
  type SolveOptions,
  type SolveRequest,
  solveRequestSchema,
} from './solve-request.ts';
export { SPOT_ERRORS, SPOT_STATUS, type SpotErrorCode } from './spot-errors.ts';
export { spotRefusal } from './spot-refusal.ts';
export { validate } from './validate.ts';
