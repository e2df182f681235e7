/** From a spot's document to the job of a solve. */
import {
  givesTree,
  orderingsOfSolveSpot,
  type PreparedSolve,
  type SolveSpot,
  solveJob,
  withTenMinuteTree,
} from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { loadOrderings } from '../ordering-files.ts';
import { showHintsOf } from '../range-hints.ts';
import { outputOf } from '../terminal/output.ts';
import { saySolve } from '../text/en-solve.ts';
import type { JobSettings } from './job-settings.ts';
import { documentFailure, readSpotDocument } from './spot-document.ts';

export interface Prepared extends PreparedSolve {
  readonly spot: SolveSpot;
  readonly written: unknown;
  /** The tree is the one that fits ten minutes: the spot says nothing of its own, or was told to leave it. */
  readonly isPreset: boolean;
}

/** `file` is `-` for standard input. Advice about the ranges goes to standard error. */
export async function prepareSolve(
  file: string,
  { maxBytes, storage, method, buckets, preset }: JobSettings,
): Promise<{ readonly ok: true; readonly value: Prepared } | { readonly ok: false; readonly error: Failure }> {
  const document = await readSpotDocument(file);
  if (!document.ok) return document;
  const { written } = document.value;
  const spot = preset ? withTenMinuteTree(document.value.spot) : document.value.spot;
  const isPreset = preset || !givesTree(written);
  const orderings = loadOrderings(orderingsOfSolveSpot(spot));
  const prepared = solveJob(spot, {
    orderings,
    maxBytes,
    storage,
    method,
    ...(buckets === undefined ? {} : { buckets }),
  });
  if (!prepared.ok) return { ok: false, error: documentFailure(prepared.error, written) };
  if (method === 'bucketed' && prepared.value.job.streets.length === 1) {
    return { ok: false, error: wrongInput(saySolve.riverByCombo, saySolve.leaveOutMethod) };
  }
  const errors = outputOf(process.stderr, process.env);
  for (const { range } of [spot.oop, spot.ip]) showHintsOf(range, spot.game, errors);
  return { ok: true, value: { ...prepared.value, spot, written, isPreset } };
}
