import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Listener, openListener } from '../../platform/db/index.ts';
import { appendEvent } from '../../platform/events/index.ts';
import { createPostgresQueue, type Queue } from '../../platform/queue/index.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { newestState, readState, writeState } from './checkpoint-store.ts';
import { type Lease, MOST_TRIES, type Outcome, type Runner } from './job.ts';
import { cancelJob, enqueue, findJob, listDead, retryDead } from './jobs.queries.ts';
import { renewLease, settle, takeLease } from './leases.ts';
import { relayOnce } from './relay.ts';
import { readResult, writeResult } from './result-store.ts';
import { startJobSchedule } from './schedule.ts';
import { countUsage, forgetUsage } from './usage.ts';
import { startWorker } from './worker.ts';

const log = pino({ level: 'silent' });
const PLAYER = randomUUID();
const MANY = { open: 1_000_000, bytes: 1e12 };

let db: TestDatabase;
let listener: Listener;
let queue: Queue;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  db = await createTestDatabase(10);
  listener = openListener(db.url, 'test');
  queue = createPostgresQueue({
    db: { query: async (text, values) => ({ rows: await db.query(text, values) }) },
    listener,
  });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
  await queue.close();
  await listener.close();
  await db.drop();
});

async function submit(userId = PLAYER, priority = 0, request: unknown = {}): Promise<string> {
  const id = uuidv7();
  const job = { id, userId, kind: 'equity', priority, request, keptBytes: 0 } as const;
  expect(await db.as('study', (trx) => enqueue(trx, job, MANY))).toEqual({ kind: 'made' });
  return id;
}

function work(run: Runner, places = 1): { close(): Promise<void> } {
  const worker = startWorker(
    { db, listener, queue, log },
    { name: randomUUID(), runners: { equity: run }, places: { 'spot-processing': places } },
  );
  open.push(worker);
  return worker;
}

const schedule = (): void => void open.push(startJobSchedule(db, listener, queue, log));
const read = (id: string, userId = PLAYER) => findJob(db.at('jobs'), userId, id, 'equity');

async function until(id: string, status: string): Promise<NonNullable<Awaited<ReturnType<typeof read>>>> {
  for (;;) {
    const row = await read(id);
    if (row?.status === status) return row;
    await sleep(20);
  }
}

async function lease(id: string): Promise<Lease> {
  const taken = await takeLease(db, id, 'test');
  if (taken === null) throw new Error('no lease');
  return taken;
}

/** As if the worker had died and its lease had run out. */
const expire = (id: string) =>
  db.query(`update jobs.jobs set lease_until = now() - interval '1 s' where id = $1`, [id]);

/** Also where it was aborted before anybody listened. */
async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

const DONE: Outcome = { kind: 'completed', result: { n: 1 }, bytes: null };

test('a job that is submitted is computed once and tells its owner of every move', async () => {
  const news: string[] = [];
  listener.listen('jobs_news', (payload) => payload !== null && news.push(JSON.parse(payload).status));
  schedule();
  work(async ({ lease: { request }, progress }) => {
    progress({ fraction: 0.5, iterations: null, exploitability: null, rough: false, elapsedMs: 1 });
    return { kind: 'completed', result: { asked: request }, bytes: null };
  });
  const id = await submit(PLAYER, 0, { hands: 2 });
  const row = await until(id, 'COMPLETED');
  expect(row).toMatchObject({ result: { asked: { hands: 2 } }, attempt: 1, progress: { fraction: 0.5 } });
  await sleep(50);
  expect(news).toEqual(['PROCESSING', 'PROCESSING', 'COMPLETED']);
});

test('another player’s job is not there', async () => {
  const id = await submit();
  expect(await read(id, randomUUID())).toBeNull();
  expect(await db.as('jobs', (trx) => cancelJob(trx, randomUUID(), id, 'equity'))).toBe('absent');
});

test('a hundred jobs of one player do not starve one of another', async () => {
  for (let i = 0; i < 40; i++) await submit();
  const other = randomUUID();
  const late = await submit(other);
  const order: string[] = [];
  schedule();
  work(async ({ lease: { jobId } }) => {
    order.push(jobId);
    await sleep(5);
    return DONE;
  });
  while (!order.includes(late)) await sleep(10);
  expect(order.indexOf(late)).toBeLessThan(3);
});

test('among one’s own jobs priority goes first, then age', async () => {
  const ids = [await submit(PLAYER, 0), await submit(PLAYER, 5), await submit(PLAYER, 0), await submit(PLAYER, 9)];
  await relayOnce(db, queue, log);
  const order: string[] = [];
  for (const _ of ids) {
    const message = await queue.take('spot-processing', AbortSignal.timeout(2000));
    order.push(message?.jobId ?? '');
    await message?.ack();
  }
  expect(order).toEqual([ids[3], ids[1], ids[0], ids[2]]);
});

test('a waiting job is cancelled at once, a running one is stopped', async () => {
  const waiting = await submit();
  expect(await db.as('jobs', (trx) => cancelJob(trx, PLAYER, waiting, 'equity'))).toBe('cancelled');
  schedule();
  work(async ({ signal }) => {
    await aborted(signal);
    return { kind: 'cancelled' };
  });
  const running = await submit();
  await until(running, 'PROCESSING');
  expect(await db.as('jobs', (trx) => cancelJob(trx, PLAYER, running, 'equity'))).toBe('asked');
  await until(running, 'CANCELLED');
  expect((await read(waiting))?.attempt).toBe(0);
  expect(await db.as('jobs', (trx) => cancelJob(trx, PLAYER, running, 'equity'))).toBe('cancelled');
});

test('whoever lost the lease can write nothing any more', async () => {
  const id = await submit();
  const first = await lease(id);
  expect(await takeLease(db, id, 'other')).toBeNull();
  await expire(id);
  const second = await lease(id);
  expect(second.attempt).toBe(first.attempt + 1);
  expect(await renewLease(db, first, null)).toBe('lost');
  const state = await writeState(db, first);
  await state.write(new Uint8Array(10));
  expect(await state.commit()).toBe(false);
  expect(await settle(db, first, { ...DONE, result: 'first' })).toBe(false);
  expect(await settle(db, second, { ...DONE, result: 'second' })).toBe(true);
  expect(await settle(db, second, { ...DONE, result: 'again' })).toBe(true);
  expect((await read(id))?.result).toBe('second');
});

test('a job whose worker dies is taken over; after six deaths it is dead, told, and may be tried again', async () => {
  const id = await submit();
  for (let death = 1; death <= MOST_TRIES; death++) {
    await lease(id);
    await expire(id);
    await relayOnce(db, queue, log);
  }
  expect(await read(id)).toMatchObject({ status: 'FAILED', error: { code: 'attempts-used' } });
  expect((await queue.depth('spot-processing'))?.dead).toBe(1);
  expect((await listDead(db.at('jobs'), undefined, 10)).map((row) => row.id)).toEqual([id]);
  expect(await db.as('jobs', (trx) => retryDead(trx, id))).toBe(true);
  schedule();
  work(async () => DONE);
  await until(id, 'COMPLETED');
  expect(await db.as('jobs', (trx) => retryDead(trx, id))).toBe(false);
});

test('a job that gets somewhere may die as often as it likes', async () => {
  const id = await submit();
  for (let death = 1; death <= MOST_TRIES + 4; death++) {
    const taken = await lease(id);
    const state = await writeState(db, taken);
    await state.write(new Uint8Array([death]));
    expect(await state.commit()).toBe(true);
    await expire(id);
    await relayOnce(db, queue, log);
  }
  const state = await newestState(db, id);
  expect(await readState(db, id, state ?? { number: 0, attempt: 0, bytes: 0 }, 0, 10)).toEqual(new Uint8Array([10]));
  expect(await db.query('select from jobs.checkpoint_chunks')).toHaveLength(1);
});

test('a worker that goes down gives its job back, and another ends it', async () => {
  schedule();
  const first = work(async ({ signal }) => {
    await aborted(signal);
    return { kind: 'given-back' };
  });
  const id = await submit();
  await until(id, 'PROCESSING');
  await first.close();
  work(async () => DONE);
  expect(await until(id, 'COMPLETED')).toMatchObject({ attempt: 2, tries: 0 });
});

test('a job that is cancelled while its worker goes down is cancelled, and its state is gone', async () => {
  const id = await submit();
  const taken = await lease(id);
  const state = await writeState(db, taken);
  await state.write(new Uint8Array(10));
  await state.commit();
  expect(await db.as('jobs', (trx) => cancelJob(trx, PLAYER, id, 'equity'))).toBe('asked');
  expect(await settle(db, taken, { kind: 'given-back' })).toBe(true);
  expect(await read(id)).toMatchObject({ status: 'CANCELLED' });
  expect(await db.query('select from jobs.checkpoint_chunks')).toHaveLength(0);
});

test('a job with a state that is cancelled while it waits keeps nothing', async () => {
  const id = await submit();
  const taken = await lease(id);
  const state = await writeState(db, taken);
  await state.write(new Uint8Array(10));
  await state.commit();
  await settle(db, taken, { kind: 'given-back' });
  expect(await db.as('jobs', (trx) => cancelJob(trx, PLAYER, id, 'equity'))).toBe('cancelled');
  expect(await db.query('select from jobs.checkpoint_chunks')).toHaveLength(0);
});

test('a job that breaks off is tried again, one that cannot be computed is not', async () => {
  schedule();
  let tries = 0;
  work(async ({ lease: { request } }) => {
    tries++;
    if (request === 'wrong')
      return { kind: 'failed', error: { code: 'x', message: 'y', at: null, end: null, field: null, hint: null } };
    throw new Error('the machine');
  });
  const wrong = await submit(PLAYER, 0, 'wrong');
  await until(wrong, 'FAILED');
  expect(tries).toBe(1);
  const broken = await submit();
  while (tries < 2) await sleep(10);
  await expire(broken);
  while (tries < 3) await sleep(10);
});

test('states and results come back byte for byte, in any pieces', async () => {
  const id = await submit();
  const held = await lease(id);
  const bytes = new Uint8Array(2.5 * 1024 * 1024).map((_, i) => (i * 2654435761) >>> 24);
  const state = await writeState(db, held);
  for (let at = 0; at < bytes.length; at += 700_001) await state.write(bytes.subarray(at, at + 700_001));
  await state.commit();
  const stored = await newestState(db, id);
  if (stored === null) throw new Error('no state');
  expect(stored.bytes).toBe(bytes.length);
  for (const [from, length] of [
    [0, 10],
    [1024 * 1024 - 3, 7],
    [5, bytes.length],
    [bytes.length - 1, 100],
  ] as const) {
    const part = await readState(db, id, stored, from, length);
    expect(Buffer.compare(part, bytes.subarray(from, from + length))).toBe(0);
  }
  const result = await writeResult(db, held);
  await result.write(bytes);
  const size = await result.end();
  await settle(db, held, { kind: 'completed', result: {}, bytes: size });
  const parts: Uint8Array[] = [];
  for await (const part of readResult(db, id, held.attempt, size)) parts.push(part);
  expect(Buffer.compare(Buffer.concat(parts), bytes)).toBe(0);
  expect(await db.query('select from jobs.checkpoint_chunks')).toHaveLength(0);
});

test('usage counted from the log is the same however often it is counted, and by however many', async () => {
  for (let i = 0; i < 20; i++) {
    const id = await submit();
    await settle(db, await lease(id), i % 3 === 0 ? { kind: 'cancelled' } : DONE);
  }
  const usage = () =>
    db.query('select user_id, day, kind, completed, failed, cancelled from jobs.usage order by 1, 2, 3');
  // Nothing is read past a transaction that still runs, of whichever database: other tests have some.
  const counted = 'select coalesce(sum(completed + failed + cancelled), 0) as jobs from jobs.usage';
  const countAll = async (most: number): Promise<void> => {
    do {
      while ((await Promise.all([countUsage(db, most), countUsage(db, most)])).some((read) => read > 0));
    } while ((await db.query<{ jobs: number }>(counted))[0]?.jobs !== 20);
  };
  await countAll(3);
  const first = await usage();
  expect(first).toMatchObject([{ completed: 13, cancelled: 7 }]);
  await countAll(100);
  expect(await usage()).toEqual(first);
  await forgetUsage(db);
  await countAll(1);
  expect(await usage()).toEqual(first);
});

test('nothing stays counted of a player who is gone, though the counting came later', async () => {
  await settle(db, await lease(await submit()), DONE);
  await db.as('auth', (trx) =>
    appendEvent(trx, { stream: `user:${PLAYER}`, type: 'UserDeleted', payload: { userId: PLAYER } }),
  );
  const [log] = await db.query<{ events: number }>('select count(*)::int as events from platform.events');
  // An event is read once no older transaction is under way, of whichever database.
  for (let read = 0; read < (log?.events ?? 0); read += await countUsage(db, 1)) await sleep(5);
  expect(await db.query('select from jobs.usage')).toHaveLength(0);
});

test('a player has only so many jobs open, even submitted at one moment', async () => {
  const submitted = await Promise.all(
    Array.from({ length: 12 }, () =>
      db.as('study', (trx) =>
        enqueue(
          trx,
          { id: uuidv7(), userId: PLAYER, kind: 'equity', priority: 0, request: {}, keptBytes: 0 },
          { ...MANY, open: 5 },
        ),
      ),
    ),
  );
  expect(submitted.filter(({ kind }) => kind === 'made')).toHaveLength(5);
});

test('no feature reads another’s rows', async () => {
  await submit();
  for (const feature of ['auth', 'study'] as const) {
    await expect(db.as(feature, (trx) => trx.selectFrom('jobs.jobs').selectAll().execute())).rejects.toThrow(
      /permission denied/,
    );
  }
  await expect(db.at('jobs').selectFrom('auth.users').selectAll().execute()).rejects.toThrow(/permission denied/);
});
