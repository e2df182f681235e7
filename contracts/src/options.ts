/**
 * The part of this room that needs no schema: what a request asks for, with its defaults. A door of its own, so that
 * a program that starts for one short answer does not load a validator first.
 */
export { formatAnswerJson, roundMs } from './answer-json.ts';
export { type EquityOptions, equityOptions, spotOfRequest } from './equity-options.ts';
export { formatPrecision, parsePrecision } from './precision.ts';
