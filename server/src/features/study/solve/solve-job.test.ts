import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../../platform/telemetry/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts';
import { DIST } from '../../../testing/dist.ts';
import { type Attempt, type Lease, newestState, type Outcome, readResult } from '../../jobs/index.ts';
import { createSolveRunner } from './solve-runner.ts';

const example = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../docs/examples/${name}.json`, import.meta.url), 'utf8')) as object;
const TURN = { ...example('turn'), options: { iterations: 14 } };

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
});
afterEach(() => db.drop());

const runner = (saveEveryMs: number) =>
  createSolveRunner(
    { db, log: pino({ level: 'silent' }), metrics: createMetrics() },
    {
      workerUrl: new URL('solve-worker.js', DIST),
      maxBytes: 2 * 1024 ** 3,
      threads: 2,
      shardHosts: [],
      shardToken: '',
      program: 'test',
      saveEveryMs,
    },
  );

/** A job's row under a lease, as a worker would hold it. */
async function leased(jobId: string, attempt: number, request: unknown): Promise<Lease> {
  await db.query(
    `insert into jobs.jobs (id, user_id, queue, kind, request, status, attempt, tries, lease_until)
     values ($1, $2, 'solver-processing', 'solve', $3, 'PROCESSING', $4, 1, now() + interval '1 hour')
     on conflict (id) do update set attempt = $4`,
    [jobId, randomUUID(), JSON.stringify(request), attempt],
  );
  return { jobId, userId: '', kind: 'solve', request, attempt };
}

async function fileOf({ jobId, attempt }: Lease, outcome: Outcome): Promise<Buffer> {
  if (outcome.kind !== 'completed' || outcome.bytes === null) throw new Error(JSON.stringify(outcome));
  const parts: Uint8Array[] = [];
  for await (const part of readResult(db, jobId, attempt, outcome.bytes)) parts.push(part);
  return Buffer.concat(parts);
}

/** The file without its header, which tells the time it took, and its trailer, which counts the header's bytes. */
const strategies = (file: Buffer): Buffer => file.subarray(32 + file.readUInt32LE(12), -24);

test('a solve whose worker is killed again and again ends with the strategies of one that was not', async () => {
  const whole: Attempt = {
    lease: await leased(randomUUID(), 1, TURN),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const undisturbed = await fileOf(whole.lease, await runner(60_000)(whole));

  const jobId = randomUUID();
  let kills = 0;
  for (let attempt = 1; ; attempt++) {
    const lease = await leased(jobId, attempt, TURN);
    const stop = new AbortController();
    const outcome = await runner(50)({
      lease,
      signal: stop.signal,
      // As a kill: nothing is saved at the end, and what was being written stays in pieces.
      progress: ({ iterations }) => {
        if (attempt <= 3 && (iterations ?? 0) >= 3 * attempt) stop.abort('lost');
      },
    });
    if (outcome.kind === 'cancelled') {
      kills++;
      continue;
    }
    expect(kills).toBe(3);
    expect(Buffer.compare(strategies(await fileOf(lease, outcome)), strategies(undisturbed))).toBe(0);
    return;
  }
});

test('a worker that goes down saves the state of its solve first', async () => {
  const stop = new AbortController();
  const lease = await leased(randomUUID(), 1, TURN);
  const outcome = await runner(60_000)({
    lease,
    signal: stop.signal,
    progress: ({ iterations }) => (iterations ?? 0) > 2 && stop.abort('draining'),
  });
  expect(outcome).toEqual({ kind: 'given-back' });
  expect((await newestState(db, lease.jobId))?.bytes).toBeGreaterThan(1000);
});

test('a solve that is still being prepared is given back at once', async () => {
  const wide = { ...example('turn'), oop: { range: '100%' }, ip: { range: '100%' }, options: { iterations: 5 } };
  const lease = await leased(randomUUID(), 1, wide);
  const stop = new AbortController();
  const running = runner(60_000)({ lease, signal: stop.signal, progress: () => undefined });
  setTimeout(() => stop.abort('draining'), 200);
  const begun = performance.now();
  expect(await running).toEqual({ kind: 'given-back' });
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('a solve that does not fit, or is none, fails with what is wrong', async () => {
  for (const [request, code] of [
    [{ ...TURN, board: 'Kh7d' }, 'solve-board'],
    [{ ...TURN, options: { iterations: 1, method: 'exact', buckets: 5 } }, null],
    [{ ...example('flop'), oop: { range: '100%' }, ip: { range: '100%' }, options: { method: 'exact' } }, 'memory'],
  ] as const) {
    const lease = await leased(randomUUID(), 1, request);
    const signal = new AbortController().signal;
    const outcome = await runner(60_000)({ lease, signal, progress: () => undefined });
    if (code === null) expect(outcome.kind).toBe('completed');
    else expect(outcome).toMatchObject({ kind: 'failed', error: { code } });
  }
});
