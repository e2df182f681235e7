/** From a spot's document to the job of a solve. */
import { orderingsOfSolveSpot, type PreparedSolve, type SolveSpot, solveJob } from '@ploscope/poker';
import type { Failure } from '../failure.ts';
import { loadOrderings } from '../ordering-files.ts';
import { showHintsOf } from '../range-hints.ts';
import { outputOf } from '../terminal/output.ts';
import type { JobSettings } from './job-settings.ts';
import { documentFailure, readSpotDocument } from './spot-document.ts';

export interface Prepared extends PreparedSolve {
  readonly spot: SolveSpot;
  readonly written: unknown;
}

/** `file` is `-` for standard input. Advice about the ranges goes to standard error. */
export async function prepareSolve(
  file: string,
  { maxBytes, storage }: JobSettings,
): Promise<{ readonly ok: true; readonly value: Prepared } | { readonly ok: false; readonly error: Failure }> {
  const document = await readSpotDocument(file);
  if (!document.ok) return document;
  const { spot, written } = document.value;
  const orderings = loadOrderings(orderingsOfSolveSpot(spot));
  const prepared = solveJob(spot, { orderings, maxBytes, storage });
  if (!prepared.ok) return { ok: false, error: documentFailure(prepared.error, written) };
  const errors = outputOf(process.stderr, process.env);
  for (const { range } of [spot.oop, spot.ip]) showHintsOf(range, spot.game, errors);
  return { ok: true, value: { ...prepared.value, spot, written } };
}
