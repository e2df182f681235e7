/** A solve is judged when it is submitted, by whichever way it comes, and never on the thread that answers. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { SolveRequest } from '@ploscope/contracts';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cancelJob } from '../features/jobs/index.ts';
import { deleteJob, heldBytes } from '../features/jobs/storage.ts';
import { createSolveJudge, createStudyJobs, forgetSolve, type SolveJudge } from '../features/study/index.ts';
import { type Listener, openListener } from '../platform/db/index.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { DIST } from '../testing/dist.ts';
import { createSolverJobs } from './solver-jobs.ts';

const example = (name: string): SolveRequest =>
  JSON.parse(readFileSync(new URL(`../../../docs/examples/${name}.json`, import.meta.url), 'utf8'));
const TURN = example('turn');
const DECK = [...'23456789TJQKA'].flatMap((rank) => [...'cdhs'].map((suit) => rank + suit));
const sample = (from: readonly string[], count: number): string[] =>
  from
    .map((card) => ({ card, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ card }) => card);
const OWNER = { userId: randomUUID() };
/** As it makes no difference here who they are. */
const addPlayer = (id: string) => db.query('insert into auth.users (id, is_guest) values ($1, true)', [id]);

let db: TestDatabase;
let listener: Listener;
const open: SolveJudge[] = [];
beforeAll(async () => {
  db = await createTestDatabase();
  listener = openListener(db.url, 'test');
  await addPlayer(OWNER.userId);
});
afterEach(() => Promise.all(open.splice(0).map((judge) => judge.close())));
afterAll(async () => {
  await listener.close();
  await db.drop();
});

function judgeOf(settings: { workerUrl?: URL; maxBytes?: number; queue?: number; mostMs?: number } = {}): SolveJudge {
  const workerUrl = new URL('study-worker.js', DIST);
  const judge = createSolveJudge({ workerUrl, maxBytes: 2 * 1024 ** 3, threads: 2, queue: 8, ...settings });
  open.push(judge);
  return judge;
}
const jobsOf = (judge: SolveJudge) => createStudyJobs(db, judge, { open: 1000, bytes: 1e9 });
const program = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`);
const HANGS = program('setInterval(() => undefined, 1000)');
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

test('a solve that finds the machine busy is not refused for good', async () => {
  const study = jobsOf(judgeOf({ workerUrl: HANGS, mostMs: 50 }));
  await expect(study.submitSolve(OWNER, TURN, null)).rejects.toMatchObject({ ...codeOf('busy'), status: 503 });
});

test('a player has one place in the line, however many he sends, and what is sent again shares it', async () => {
  const judge = judgeOf({ workerUrl: HANGS, queue: 1 });
  const submit = (userId: string, key: string | null = null) =>
    judge.judge({ request: TURN, userId, key, signal: null }).catch((error: unknown) => error);
  const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()];
  const held = Array.from({ length: 20 }, () => submit(a, 'again'));
  held.push(...Array.from({ length: 4 }, () => submit(a)));
  expect(await submit(a)).toMatchObject({ ...codeOf('client-busy'), status: 429, retryAfterS: 1 });
  held.push(submit(b));
  expect(await submit(c)).toMatchObject({ ...codeOf('busy'), status: 503, retryAfterS: 2 });
  await judge.close();
  for (const each of await Promise.all(held)) expect(each).toMatchObject(codeOf('unavailable'));
});

test('one whose sender is gone gives back its place', async () => {
  const judge = judgeOf({ workerUrl: HANGS, queue: 0 });
  const study = jobsOf(judge);
  const gone = new AbortController();
  const first = study.submitSolve(OWNER, TURN, null, gone.signal);
  const other = { userId: randomUUID() };
  await expect(study.submitSolve(other, TURN, null)).rejects.toMatchObject(codeOf('busy'));
  gone.abort();
  await expect(first).rejects.toMatchObject(codeOf('unavailable'));
  const next = expect(study.submitSolve(other, TURN, null)).rejects.toMatchObject(codeOf('unavailable'));
  await judge.close();
  await next;
});

test('an account that is deleted while its solve is judged gets no job', async () => {
  const study = jobsOf(judgeOf());
  const userId = randomUUID();
  await addPlayer(userId);
  const submitted = expect(study.submitSolve({ userId }, TURN, 'key')).rejects.toMatchObject(codeOf('signed-out'));
  await db.query('delete from auth.users where id = $1', [userId]);
  await submitted;
  const equity = { hands: ['AsAhKsKh', '9d8d7c6c'] };
  await expect(study.submitEquity({ userId }, equity, 'key')).rejects.toMatchObject(codeOf('signed-out'));
  for (const table of ['jobs.jobs', 'study.spots', 'platform.idempotency_keys']) {
    expect(await db.query(`select from ${table} where user_id = $1`, [userId])).toHaveLength(0);
  }
});

test('nothing is kept of a player that is not counted, and nothing of a job that was deleted', async () => {
  const study = jobsOf(judgeOf());
  const userId = randomUUID();
  await addPlayer(userId);
  await db.query('truncate jobs.jobs, study.spots cascade');
  const tables = await db.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('jobs', 'study')`,
  );
  /** Of all rows of both schemas. */
  const kept = async (): Promise<number> => {
    const sums = tables
      .map(({ name }) => `select sum(pg_column_size(t.*)) as bytes from ${name} t`)
      .join(' union all ');
    const [row] = await db.query<{ bytes: string | null }>(`select sum(bytes) as bytes from (${sums}) as sums`);
    return Number(row?.bytes ?? 0);
  };
  const held = () => db.as('jobs', (trx) => heldBytes(trx, userId));
  const before = await kept();
  const random = (): string => Array.from({ length: 390 }, () => sample(DECK, 4).join('')).join(',');
  const ids: string[] = [];
  const submit = async (solve: SolveRequest): Promise<void> => {
    ids.push((await study.submitSolve({ userId }, solve, null)).id);
  };
  const solve = (): SolveRequest => ({
    ...TURN,
    oop: { ...(TURN.oop as object), range: random() },
    ip: { ...(TURN.ip as object), range: random() },
  });
  const twice = solve();
  for (const each of [solve(), solve(), twice, twice]) await submit(each);
  // Besides a row's own columns.
  expect((await kept()) - before).toBeLessThan((await held()) + 500 * ids.length);
  expect(await db.query('select from study.spots')).toHaveLength(3);
  const remove = async (id: string): Promise<void> => {
    await db.as('jobs', (trx) => cancelJob(trx, userId, id, 'solve'));
    expect(await db.as('jobs', (trx) => deleteJob(trx, userId, id, forgetSolve))).toBe('deleted');
  };
  await remove(ids.pop() ?? '');
  expect(await db.query('select from study.spots')).toHaveLength(3);
  for (const id of ids) await remove(id);
  expect([await kept(), await held()]).toEqual([before, 0]);
});
