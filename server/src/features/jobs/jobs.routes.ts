/** One's own jobs; and for administrators, those that were given up. */
import { ROUTES, type WireError } from '@ploscope/contracts';
import type { Database } from '../../platform/db/index.ts';
import { type AddRoute, answer, wireError } from '../../platform/http/index.ts';
import { jobOf } from './job-view.ts';
import { type JobRow, listDead, listJobs, retryDead } from './jobs.queries.ts';
import { deleteJob, type ForgetJob, heldBytes } from './storage.ts';

export interface JobStorageParts {
  /** What one player's jobs may hold. */
  readonly storageBytes: number;
  readonly forget: ForgetJob;
}

export function addJobRoutes(add: AddRoute, db: Database, { storageBytes, forget }: JobStorageParts): void {
  add(ROUTES.jobs, async ({ asker, query: { status, cursor, limit } }) => {
    const rows = await listJobs(db.at('jobs'), asker.userId, { status, before: idOf(cursor), limit: limit + 1 });
    return answer(200, { rows: rows.slice(0, limit).map(jobOf), next: nextOf(rows, limit) });
  });
  add(ROUTES.jobStorage, async ({ asker }) => {
    const bytes = await db.as('jobs', (trx) => heldBytes(trx, asker.userId));
    return answer(200, { bytes, limit: storageBytes });
  });
  add(ROUTES.deleteJob, async ({ asker, params: { id } }) => {
    const done = await db.as('jobs', (trx) => deleteJob(trx, asker.userId, id, forget));
    if (done === 'absent') throw wireError('not-found');
    if (done === 'open') throw wireError('job-open');
    return answer(200, { ok: true });
  });
  add(ROUTES.deadJobs, async ({ query: { cursor, limit } }) => {
    const rows = await listDead(db.at('jobs'), idOf(cursor), limit + 1);
    const told = rows.slice(0, limit).map((row) => ({
      id: row.id,
      userId: row.user_id,
      queue: row.queue,
      kind: row.kind,
      attempt: row.attempt,
      error: row.error as WireError | null,
      createdAt: row.created_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
    }));
    return answer(200, { rows: told, next: nextOf(rows, limit) });
  });
  add(ROUTES.retryDeadJob, async ({ params: { id } }) => {
    if (!(await db.as('jobs', (trx) => retryDead(trx, id)))) throw wireError('not-found');
    return answer(200, { ok: true });
  });
}

/** A cursor is the id of the last row told. */
function nextOf(rows: readonly JobRow[], limit: number): string | null {
  return rows.length > limit ? (rows[limit - 1]?.id ?? null) : null;
}

function idOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor)) {
    throw wireError('request');
  }
  return cursor;
}
