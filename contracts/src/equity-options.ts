/** What an equity request asks for besides its spot, with the defaults that HTTP, batch and command line share. */
import type { EquityRequest } from './equity-request.ts';
import { parsePrecision } from './precision.ts';

/** Standard error at which sampling stops when nothing else was asked for: 0.05 %. */
const DEFAULT_PRECISION = 0.0005;

export interface EquityOptions {
  readonly method: 'auto' | 'exact' | 'sampled';
  /** Standard error, as a share. */
  readonly precision?: number;
  readonly trials?: number;
  readonly seed?: number;
  readonly detail: { readonly madeHands: boolean; readonly nextCards: boolean; readonly combos: boolean };
}

/** A number of trials without a method means that so many are wanted, not that an exact answer would do. */
export function equityOptions(request: EquityRequest): EquityOptions {
  const { trials, seed, detail = {} } = request;
  const asked = typeof request.precision === 'string' ? parsePrecision(request.precision) : request.precision;
  const precision = asked ?? (trials === undefined ? DEFAULT_PRECISION : undefined);
  return {
    method: request.method ?? (trials === undefined ? 'auto' : 'sampled'),
    ...(precision === undefined ? {} : { precision }),
    ...(trials === undefined ? {} : { trials }),
    ...(seed === undefined ? {} : { seed }),
    detail: {
      madeHands: detail.madeHands ?? false,
      nextCards: detail.nextCards ?? false,
      combos: detail.combos ?? false,
    },
  };
}

/** The part of a request that is the spot. */
export function spotOfRequest(request: EquityRequest): Record<string, unknown> {
  const { ploscope, game, hands, board, board2, dead } = request;
  const spot = { ploscope, game, hands, board, board2, dead };
  return Object.fromEntries(Object.entries(spot).filter(([, value]) => value !== undefined));
}
