/**
 * From a submitted solve to the solver's job, or to what is wrong with it in the player's words. Runs in threads only:
 * where it is judged before it is taken, and where it is solved.
 */
import type { SolveRequest, WireError } from '@ploscope/contracts';
import type { SolveError, SolveJob } from '@ploscope/kernel';
import { judgeSolve } from '@ploscope/kernel/host/node';
import {
  type BetTree,
  formatSolveSpot,
  isFlopOfTwoBoards,
  orderingsOfSolveSpot,
  solveErrorText,
  solveJob,
  solveSpotId,
} from '@ploscope/poker';
import { saySolve } from '../../../text/en-solve.ts';
import { loadOrderings } from '../ordering-files.ts';
import type { Judged, Refused, SolveMemory } from '../study.messages.ts';
import { readSolveRequest, type SolveDocument, spotWireError } from './solve-document.ts';

export interface PreparedRequest extends SolveDocument {
  readonly job: SolveJob;
  readonly tree: BetTree;
}

/** Memory is a question of its own. */
export async function prepareSolve(
  request: SolveRequest,
  maxBytes: number,
): Promise<{ readonly ok: true; readonly value: PreparedRequest } | { readonly ok: false; readonly error: WireError }> {
  const read = readSolveRequest(request);
  if (!read.ok) return read;
  const { spot, options } = read.value;
  const { method = 'auto', storage = 'auto', buckets } = options;
  const orderings = await loadOrderings(orderingsOfSolveSpot(spot));
  const made = solveJob(spot, { orderings, maxBytes, method, storage, ...(buckets === undefined ? {} : { buckets }) });
  if (!made.ok) return { ok: false, error: spotWireError(made.error) };
  return { ok: true, value: { ...read.value, ...made.value } };
}

/** Everything that can be known of a solve before it is begun: that it can be, and that it fits. */
export async function judgeRequest(
  request: SolveRequest,
  { maxBytes, workers }: SolveMemory,
): Promise<Judged | Refused> {
  const prepared = await prepareSolve(request, maxBytes);
  if (!prepared.ok) return { kind: 'refusal', error: prepared.error };
  const { spot, job } = prepared.value;
  const error = judgeSolve(job, workers);
  if (error !== null) return { kind: 'refusal', error: solverRefusal(error, prepared.value) };
  return { kind: 'judged', document: JSON.stringify(formatSolveSpot(spot)), spotId: await solveSpotId(spot) };
}

/** What the solver refused. A player cannot allow a server more memory, so other ways out are told than on a machine of one's own. */
export function solverRefusal(error: SolveError, { spot, job }: PreparedRequest): WireError {
  const said = spotWireError(solveErrorText(error, spot));
  if (error.code !== 'memory' || error.estimate === undefined || isFlopOfTwoBoards(spot)) return said;
  const { bytes, buckets } = error.estimate;
  const storages = job.storage === 'auto' ? Object.values(bytes) : [bytes[job.storage]];
  const hint = saySolve.smaller({
    byBucket: buckets !== null,
    insistsOnExact: buckets === null && job.method === 'exact' && job.streets.length > 1,
    hasLocks: buckets === null && job.locks.length > 0,
    isRiver: job.streets.length === 1,
    insistsOnWide: job.storage === 'f32',
  });
  return { ...said, message: saySolve.tooMuchMemory(Math.min(...storages), job.maxBytes), hint };
}
