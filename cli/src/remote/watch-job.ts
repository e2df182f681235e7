/** Watches a job until it has ended, by asking: often at first, then every other second. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type EquityJob, type Job, type JobProgress, ROUTES, type SolveJob } from '@ploscope/contracts';
import { type Failure, wrongInput } from '../failure.ts';
import { formatCount } from '../terminal/numbers.ts';
import { openTickingLine } from '../terminal/ticking-line.ts';
import { sayRemote } from '../text/en-remote.ts';
import type { Remote } from './connect.ts';
import { formatJobLine, type JobState } from './job-line.ts';
import { wireFailure } from './wire-failure.ts';

const FIRST_MS = 250;
const SLOWER = 1.3;
const SLOWEST_MS = 2000;

export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** A job of one's own, of whichever kind. */
export async function findJob(remote: Remote, id: string, kind: Job['kind'] | null = null): Promise<Found<Job>> {
  const { server, client, reach } = remote;
  const params = { id };
  if (kind !== 'equity') {
    const solve = await reach.hold<SolveJob>((signal) => client.call(ROUTES.solveJob, { params, signal }));
    if (solve.ok) return solve;
    if (kind !== null || solve.error.code !== 'not-found')
      return { ok: false, error: wireFailure(solve.error, server) };
  }
  const equity = await reach.hold<EquityJob>((signal) => client.call(ROUTES.equityJob, { params, signal }));
  if (equity.ok) return equity;
  if (equity.error.code !== 'not-found') return { ok: false, error: wireFailure(equity.error, server) };
  return { ok: false, error: wrongInput(sayRemote.noSuchJob(id), sayRemote.listIds) };
}

/** Resolves when the job has ended, whichever way. Rejects with `OutOfReach`, or when the player wants no more. */
export async function watchJob(remote: Remote, id: string, known: Job['kind'] | null): Promise<Found<Job>> {
  let kind = known;
  let reached = 0;
  let last: { readonly state: JobState; readonly at: number } | null = null;
  const line = openTickingLine(
    (elapsedMs) => {
      const state = last?.state ?? { status: 'QUEUED', progress: null };
      return formatJobLine(state, elapsedMs, last === null ? 0 : performance.now() - last.at);
    },
    () => last?.state.status ?? 'QUEUED',
  );
  try {
    for (let waitMs = FIRST_MS; ; waitMs = Math.min(SLOWEST_MS, waitMs * SLOWER)) {
      const found = await findJob(remote, id, kind);
      if (!found.ok || isOver(found.value)) return found;
      kind = found.value.kind;
      const { most, isBack } = stepOf(reached, found.value.progress);
      if (isBack) remote.tell(sayRemote.setBack(most, formatCount(most)));
      reached = most;
      if (last === null || hasMoved(last.state, found.value)) last = { state: found.value, at: performance.now() };
      await sleep(waitMs, undefined, { signal: remote.signal });
    }
  } finally {
    line.stop();
  }
}

/**
 * The iterations a solve is at, and whether it fell back to them: its worker died, and another has its last state. Until
 * that one has begun it has none, which tells nothing yet.
 */
export function stepOf(reached: number, progress: JobProgress | null): { most: number; isBack: boolean } {
  const has = progress?.iterations ?? 0;
  return has === 0 ? { most: reached, isBack: false } : { most: has, isBack: has < reached };
}

/** Time goes on from what was told last, so what was told already must not set it back. */
function hasMoved(before: JobState, { status, progress }: Job): boolean {
  return before.status !== status || before.progress?.elapsedMs !== progress?.elapsedMs;
}

function isOver({ status }: Job): boolean {
  return status === 'COMPLETED' || status === 'FAILED' || status === 'CANCELLED';
}

/** Why a job that has ended came to nothing; null where it did not. `written`: the document it was about. */
export function jobFailure({ id, status, error }: Job, server: string, written: unknown = null): Failure | null {
  if (status === 'COMPLETED') return null;
  if (status === 'CANCELLED') return { exitCode: 1, message: sayRemote.wasCancelled(id), hint: null, place: null };
  if (error === null) return { exitCode: 1, message: sayRemote.failed, hint: null, place: null };
  return wireFailure(error, server, written);
}
