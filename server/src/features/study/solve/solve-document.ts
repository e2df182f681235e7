/** A submitted solve as a spot and its options, or the error that says what is wrong with it. */
import { DEFAULT_SOLVE_TARGET, type SolveOptions, type SolveRequest, type WireError } from '@ploscope/contracts';
import type { SolveStop } from '@ploscope/kernel';
import { parseSolveSpot, type SolveSpot, type SpotError } from '@ploscope/poker';

/** The longest a solve computes when no time was given, in seconds: a target may be out of reach. */
const DEFAULT_SECONDS = 3600;

export interface SolveDocument {
  readonly spot: SolveSpot;
  readonly options: SolveOptions;
}

/** Judges every text of the spot; its tree and the memory it takes are not looked at. */
export function readSolveRequest(
  request: SolveRequest,
): { readonly ok: true; readonly value: SolveDocument } | { readonly ok: false; readonly error: WireError } {
  const { options = {}, ...document } = request;
  const spot = parseSolveSpot(document);
  if (!spot.ok) return { ok: false, error: spotWireError(spot.error) };
  return { ok: true, value: { spot: spot.value, options } };
}

/** Iterations alone are a stop of their own: then no target ends it before. */
export function stopOfOptions({ target, iterations, seconds }: SolveOptions): SolveStop {
  return {
    exploitability: target ?? (iterations === undefined ? DEFAULT_SOLVE_TARGET : 0),
    iterations: iterations ?? Number.POSITIVE_INFINITY,
    timeMs: 1000 * (seconds ?? (iterations === undefined ? DEFAULT_SECONDS : Number.POSITIVE_INFINITY)),
  };
}

export function spotWireError({ code, message, at, end, field, hint }: SpotError): WireError {
  const placed = field !== '' && end > at;
  return { code, message, at: placed ? at : null, end: placed ? end : null, field: field === '' ? null : field, hint };
}
