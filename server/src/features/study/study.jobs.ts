/**
 * Submitted equities and solves: a job, and for a solve, which is judged first, the player's spot, in one transaction. A
 * key of the sender's makes a repeated submission the same one, which is neither judged nor counted again.
 */

import { Readable } from 'node:stream';
import { catalogueError, type EquityRequest, ROUTES, type Route, type SolveRequest } from '@ploscope/contracts';
import { spotOfRequest } from '@ploscope/contracts/options';
import { parseSpot } from '@ploscope/poker';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { type AddRoute, ApiError, type Asker, answer, goneSignal, wireError } from '../../platform/http/index.ts';
import { findAnswer, once } from '../../platform/idempotency/index.ts';
import { sayStorage } from '../../text/en-storage.ts';
import { holdUser } from '../auth/index.ts';
import { cancelJob, enqueue, equityJobOf, findJob, type PlayerLimits, readResult, solveJobOf } from '../jobs/index.ts';
import { spotWireError } from './solve/solve-document.ts';
import type { SolveJudge } from './solve/solve-judge.ts';
import type { Judged } from './study.messages.ts';

/** Kinds of jobs that are submitted here. */
type StudyKind = 'equity' | 'solve';

/** Whose job it is. */
export type Owner = Pick<Asker, 'userId'>;

export interface StudyJobs {
  submitEquity(owner: Owner, request: EquityRequest, key: string | null): Promise<{ id: string }>;
  /** `signal` is aborted where nobody waits for the answer any more; null where somebody comes back for it. */
  submitSolve(
    owner: Owner,
    request: SolveRequest,
    key: string | null,
    signal?: AbortSignal | null,
  ): Promise<{ id: string }>;
}

export function createStudyJobs(db: Database, judge: SolveJudge, most: PlayerLimits): StudyJobs {
  const keyed = ({ userId }: Owner, route: Route, key: string | null, request: EquityRequest | SolveRequest) => ({
    userId,
    route: route.path,
    key,
    request,
  });
  const submit = (
    { userId }: Owner,
    kind: StudyKind,
    request: EquityRequest | SolveRequest,
    key: string | null,
    priority: number,
    judged: Judged | null,
  ): Promise<{ id: string }> =>
    db.as('study', (trx) =>
      once(trx, keyed({ userId }, ROUTE_OF[kind], key, request), async () => {
        const id = uuidv7();
        // Before anything else is held: whoever deletes an account holds its row first, too.
        await holdUser(trx, userId);
        const keptBytes = judged === null ? 0 : Buffer.byteLength(judged.document);
        const made = await enqueue(trx, { id, userId, kind, priority, request, keptBytes }, most);
        if (made.kind === 'too-many') throw wireError('too-many-jobs', { retryAfterS: 10 });
        if (made.kind === 'full') {
          throw new ApiError({ ...catalogueError('storage-full'), ...sayStorage.full(made.held, most.bytes) });
        }
        // In turn with all else of this player, as `enqueue` sees to.
        if (judged !== null) await keepSpot(trx, userId, id, judged);
        return { id };
      }),
    );
  return {
    submitEquity(asker, request, key) {
      const spot = parseSpot(spotOfRequest(request));
      if (!spot.ok) throw new ApiError(spotWireError(spot.error));
      return submit(asker, 'equity', request, key, 0, null);
    },
    async submitSolve(asker, request, key, signal = null) {
      if (key !== null) {
        const first = await db.as('study', (trx) => findAnswer(trx, keyed(asker, ROUTE_OF.solve, key, request)));
        if (first !== null) return first as { id: string };
      }
      const judged = await judge.judge({ request, userId: asker.userId, key, signal });
      const priority = request.options?.priority ?? 0;
      return submit(asker, 'solve', request, key, priority, judged);
    },
  };
}

const ROUTE_OF: Readonly<Record<StudyKind, Route>> = { equity: ROUTES.submitEquity, solve: ROUTES.submitSolve };

/** A spot is kept once for each player, however often it is solved, and as long as one of its jobs. */
async function keepSpot(trx: Transaction, userId: string, jobId: string, judged: Judged): Promise<void> {
  const { spotId, document } = judged;
  const hash = Buffer.from(spotId, 'hex');
  await trx
    .insertInto('study.spots')
    .values({ id: uuidv7(), user_id: userId, spot_hash: hash, document })
    .onConflict((conflict) => conflict.columns(['user_id', 'spot_hash']).doNothing())
    .execute();
  await trx
    .insertInto('study.solves')
    .columns(['job_id', 'spot_id'])
    .expression((eb) =>
      eb
        .selectFrom('study.spots')
        .select((row) => [row.val(jobId).as('job_id'), 'id'])
        .where('user_id', '=', userId)
        .where('spot_hash', '=', hash),
    )
    .execute();
}

/** With the rights of the feature jobs, when a job is deleted: its spot goes with the last of its jobs. */
export async function forgetSolve(trx: Transaction, userId: string, jobId: string): Promise<void> {
  await sql`select study.forget_solve(${userId}, ${jobId})`.execute(trx);
}

export function addStudyJobRoutes(add: AddRoute, db: Database, jobs: StudyJobs): void {
  const find = async (asker: Asker, id: string, kind: StudyKind) => {
    const row = await findJob(db.at('jobs'), asker.userId, id, kind);
    if (row === null) throw wireError('not-found');
    return row;
  };
  const cancel = async (asker: Asker, id: string, kind: StudyKind) => {
    const ended = await db.as('jobs', (trx) => cancelJob(trx, asker.userId, id, kind));
    if (ended === 'absent') throw wireError('not-found');
    if (ended === 'over') throw wireError('job-over');
    return answer(200, { ok: true });
  };

  add(ROUTES.submitEquity, async ({ asker, body, key }) => answer(202, await jobs.submitEquity(asker, body, key)));
  add(ROUTES.equityJob, async ({ asker, params }) => answer(200, equityJobOf(await find(asker, params.id, 'equity'))));
  add(ROUTES.cancelEquity, ({ asker, params }) => cancel(asker, params.id, 'equity'));

  add(ROUTES.submitSolve, async ({ asker, body, key, reply }) => {
    // Who sends a key comes back with it, and finds what is under way.
    const signal = key === null ? goneSignal(reply) : null;
    try {
      return answer(202, await jobs.submitSolve(asker, body, key, signal));
    } catch (error) {
      if (!signal?.aborted) throw error;
      reply.hijack();
      return null;
    }
  });
  add(ROUTES.solveJob, async ({ asker, params }) => answer(200, solveJobOf(await find(asker, params.id, 'solve'))));
  add(ROUTES.cancelSolve, ({ asker, params }) => cancel(asker, params.id, 'solve'));
  add(ROUTES.solveFile, async ({ asker, params, reply }) => {
    const { id, attempt, status, result_bytes: size } = await find(asker, params.id, 'solve');
    if (status !== 'COMPLETED' || size === null) throw wireError('no-result');
    reply
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="${id}.plos"`)
      .type('application/octet-stream')
      .send(Readable.from(readResult(db, id, attempt, size), { objectMode: false }));
    return null;
  });
}
