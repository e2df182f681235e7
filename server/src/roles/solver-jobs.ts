/** Joins the jobs to the SolverService: what players do over HTTP, programs of the installation do over gRPC. */
import { catalogueError, solveRequestSchema, validate } from '@ploscope/contracts';
import {
  cancelJob,
  findJob,
  type JobRow,
  NEWS_CHANNEL,
  type News,
  readResult,
  solveJobOf,
} from '../features/jobs/index.ts';
import type { Answered, JobState, SolverJobs } from '../features/solver-rpc/index.ts';
import type { StudyJobs } from '../features/study/index.ts';
import type { Database, Listener } from '../platform/db/index.ts';
import { ApiError } from '../platform/http/index.ts';

/** Without any news the row is looked at this often, in milliseconds: a notification may be missed. */
const LOOK_MS = 5000;

export function createSolverJobs(db: Database, listener: Listener, study: StudyJobs): SolverJobs {
  const find = async (ownerId: string, id: string): Promise<Answered<JobRow>> => {
    const row = await findJob(db.at('jobs'), ownerId, id, 'solve');
    return row === null ? { ok: false, error: catalogueError('not-found') } : { ok: true, value: row };
  };
  const state = async (ownerId: string, id: string): Promise<Answered<JobState>> => {
    const found = await find(ownerId, id);
    return found.ok ? { ok: true, value: solveJobOf(found.value) } : found;
  };
  return {
    async submit(ownerId, idempotencyKey, document) {
      const read = validate(solveRequestSchema, document);
      if (!read.ok) return read;
      try {
        const { id } = await study.submitSolve({ userId: ownerId }, read.value, idempotencyKey);
        return await state(ownerId, id);
      } catch (error) {
        if (error instanceof ApiError) return { ok: false, error: error.detail };
        throw error;
      }
    },
    async watch(ownerId, id, signal) {
      const first = await state(ownerId, id);
      if (!first.ok) return first;
      return { ok: true, value: states(first.value, () => state(ownerId, id), listener, signal) };
    },
    async cancel(ownerId, id) {
      const ended = await db.as('jobs', (trx) => cancelJob(trx, ownerId, id, 'solve'));
      if (ended === 'absent') return { ok: false, error: catalogueError('not-found') };
      if (ended === 'over') return { ok: false, error: catalogueError('job-over') };
      return state(ownerId, id);
    },
    async fetch(ownerId, id, offset) {
      const found = await find(ownerId, id);
      if (!found.ok) return found;
      const { attempt, status, result_bytes: size } = found.value;
      if (status !== 'COMPLETED' || size === null) return { ok: false, error: catalogueError('no-result') };
      return { ok: true, value: { size, parts: from(readResult(db, id, attempt, size), offset) } };
    },
  };
}

/** The job as it is, then whenever it has moved, to its end. */
async function* states(
  first: JobState,
  look: () => Promise<Answered<JobState>>,
  listener: Listener,
  signal: AbortSignal,
): AsyncGenerator<JobState, void, void> {
  let wake = (): void => undefined;
  const unlisten = listener.listen(NEWS_CHANNEL, (payload) => {
    if (payload === null || (JSON.parse(payload) as News).id === first.id) wake();
  });
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  try {
    let told = '';
    for (let now = first; ; ) {
      const moved = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const text = JSON.stringify(now);
      if (text !== told) yield now;
      told = text;
      if (signal.aborted || (now.status !== 'QUEUED' && now.status !== 'PROCESSING')) return;
      const timer = setTimeout(() => wake(), LOOK_MS);
      await moved;
      clearTimeout(timer);
      const next = await look();
      // The player was deleted meanwhile.
      if (!next.ok) return;
      now = next.value;
    }
  } finally {
    unlisten();
    signal.removeEventListener('abort', onAbort);
  }
}

/** Without the first bytes. */
async function* from(parts: AsyncIterable<Uint8Array>, offset: number): AsyncGenerator<Uint8Array, void, void> {
  let at = 0;
  for await (const part of parts) {
    const left = Math.max(0, offset - at);
    at += part.length;
    if (left < part.length) yield part.subarray(left);
  }
}
