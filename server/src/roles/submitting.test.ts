/** A solve is judged when it is submitted, by whichever way it comes, and never on the thread that answers. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SolveRequest } from '@ploscope/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createSolveJudge, createStudyJobs, type SolveJudge } from '../features/study/index.ts';
import { type Listener, openListener } from '../platform/db/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { DIST } from '../testing/dist.ts';
import { createSolverJobs } from './solver-jobs.ts';

const example = (name: string): SolveRequest =>
  JSON.parse(readFileSync(new URL(`../../../docs/examples/${name}.json`, import.meta.url), 'utf8'));
const TURN = example('turn');
const OWNER = { userId: randomUUID() };

let db: TestDatabase;
let listener: Listener;
const open: SolveJudge[] = [];
beforeAll(async () => {
  db = await createTestDatabase();
  listener = openListener(db.url, 'test');
});
afterEach(() => Promise.all(open.splice(0).map((judge) => judge.close())));
afterAll(async () => {
  await listener.close();
  await db.drop();
});

function judgeOf(settings: { workerUrl?: URL; maxBytes?: number; queue?: number } = {}): SolveJudge {
  const workerUrl = new URL('study-worker.js', DIST);
  const judge = createSolveJudge({ workerUrl, maxBytes: 2 * 1024 ** 3, threads: 2, queue: 8, ...settings });
  open.push(judge);
  return judge;
}
const jobsOf = (judge: SolveJudge) => createStudyJobs(db, judge, { open: 1000, bytes: 1e9 });
const program = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
const codeOf = (code: string) => ({ detail: { code } });

test('a solve that does not fit is refused with what it takes and what helps, and makes no job', async () => {
  const study = jobsOf(judgeOf({ maxBytes: 8 * 1024 ** 2 }));
  const refused = {
    code: 'memory',
    message: 'This solve takes at least 14 MB of memory, and this server gives one solve 8 MB.',
    hint: expect.stringMatching(/^Narrow the ranges, .*start on a later street/),
  };
  await expect(study.submitSolve(OWNER, TURN, null)).rejects.toMatchObject({ status: 422, detail: refused });
  const wide = { ...example('flop'), options: { method: 'exact', storage: 'f32' } } as const;
  await expect(study.submitSolve(OWNER, wide, null)).rejects.toMatchObject({
    detail: { hint: expect.stringMatching(/^Leave the method at auto, leave the storage at auto, /) },
  });
  const overGrpc = await createSolverJobs(db, listener, study).submit(OWNER.userId, 'key', TURN);
  expect(overGrpc).toMatchObject({ ok: false, error: refused });
  expect(await db.query('select from jobs.jobs union all select from study.spots')).toHaveLength(0);
});

test('what only the tree shows is refused at once, too', async () => {
  const study = jobsOf(judgeOf());
  const locks = [{ line: 'b100-c-b100-c-b100', hands: [{ range: 'AA', actions: { x: 1 } }] }];
  await expect(study.submitSolve(OWNER, { ...TURN, locks }, null)).rejects.toMatchObject({ status: 422 });
  const two = { ...example('flop'), board2: '9s8s3d' };
  await expect(study.submitSolve(OWNER, two, null)).rejects.toMatchObject(codeOf('solve-board'));
});

test('who holds too much is told how much, and what to do', async () => {
  const study = createStudyJobs(db, judgeOf(), { open: 1000, bytes: 100 });
  await expect(study.submitSolve(OWNER, TURN, null)).rejects.toMatchObject({
    status: 409,
    detail: { code: 'storage-full', hint: expect.stringContaining('ploscope jobs delete') },
  });
});

test('a repeated submission is the first one, and is not judged again', async () => {
  const judge = judgeOf();
  const study = jobsOf(judge);
  const first = await study.submitSolve(OWNER, TURN, 'once');
  await judge.close();
  expect(await study.submitSolve(OWNER, TURN, 'once')).toEqual(first);
  await expect(study.submitSolve(OWNER, { ...TURN, pot: 61 }, 'once')).rejects.toMatchObject(codeOf('idempotency-key'));
  await expect(study.submitSolve(OWNER, TURN, 'new')).rejects.toMatchObject(codeOf('unavailable'));
});

test('a thread that dies is an error, and not a wait without end', async () => {
  const study = jobsOf(judgeOf({ workerUrl: program('process.exit(1)') }));
  for (const _ of [1, 2]) await expect(study.submitSolve(OWNER, TURN, null)).rejects.toMatchObject(codeOf('internal'));
});

test('where too many wait to be judged, the next is told when to come back', async () => {
  const judge = judgeOf({ workerUrl: program('setInterval(() => undefined, 1000)'), queue: 3 });
  const study = jobsOf(judge);
  const submit = (userId: string) => study.submitSolve({ userId }, TURN, null).catch((error: unknown) => error);
  const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
  const held = [submit(a), submit(a)];
  expect(await submit(a)).toMatchObject({ ...codeOf('client-busy'), status: 429, retryAfterS: 2 });
  held.push(submit(b), submit(b));
  expect(await submit(c)).toMatchObject({ ...codeOf('busy'), status: 503, retryAfterS: 2 });
  await judge.close();
  for (const each of await Promise.all(held)) expect(each).toMatchObject(codeOf('unavailable'));
});
