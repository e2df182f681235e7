/** The front door for `spot/1` documents: with `hands` a spot asks for equities, with `oop` and `ip` it is solved. */
import { type Result, succeed } from '../result.ts';
import { parseSolveSpot } from './parse-solve-spot.ts';
import { parseSpot } from './parse-spot.ts';
import type { SolveSpot } from './solve-spot.ts';
import type { Spot, SpotError } from './spot.ts';

export type AnySpot =
  | { readonly kind: 'equity'; readonly spot: Spot }
  | { readonly kind: 'solve'; readonly spot: SolveSpot };

/** Is this meant to be solved? */
export const isSolveForm = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (Object.hasOwn(value, 'oop') || Object.hasOwn(value, 'ip'));

/** Codes: those of `parseSpot` and `parseSolveSpot`. */
export const parseAnySpot = (value: unknown): Result<AnySpot, SpotError> => {
  if (isSolveForm(value)) {
    const spot = parseSolveSpot(value);
    return spot.ok ? succeed({ kind: 'solve', spot: spot.value }) : spot;
  }
  const spot = parseSpot(value);
  return spot.ok ? succeed({ kind: 'equity', spot: spot.value }) : spot;
};
