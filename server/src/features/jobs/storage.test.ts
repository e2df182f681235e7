import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Listener, openListener } from '../../platform/db/index.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { writeState } from './checkpoint-store.ts';
import type { Lease } from './job.ts';
import { cancelJob, type Enqueued, enqueue, findJob } from './jobs.queries.ts';
import { settle, takeLease } from './leases.ts';
import { writeResult } from './result-store.ts';
import { deleteJob, heldBytes } from './storage.ts';
import { countUsage } from './usage.ts';

let db: TestDatabase;
let listener: Listener;
let player: string;
beforeAll(async () => {
  db = await createTestDatabase(10);
  listener = openListener(db.url, 'test');
});
afterAll(async () => {
  await listener.close();
  await db.drop();
});
beforeEach(() => {
  player = randomUUID();
});

function submit(bytes = 1e12, id = uuidv7()): Promise<Enqueued & { id: string }> {
  const job = { id, userId: player, kind: 'solve', priority: 0, request: { board: 'Ks9d4c' }, keptBytes: 0 } as const;
  return db.as('study', async (trx) => ({ ...(await enqueue(trx, job, { open: 100, bytes })), id }));
}
const held = (of = player) => db.as('jobs', (trx) => heldBytes(trx, of));
const remove = (id: string, of = player) => db.as('jobs', (trx) => deleteJob(trx, of, id, async () => undefined));
const find = (id: string) => db.as('jobs', (trx) => findJob(trx, player, id, 'solve'));

async function begin(id: string): Promise<Lease> {
  const lease = await takeLease(db, id, 'test');
  if (lease === null) throw new Error('no lease');
  return lease;
}

/** Its bytes: what was asked, 10 of the result's figures, 5,000 of its file. */
async function complete(lease: Lease): Promise<void> {
  const result = await writeResult(db, lease);
  await result.write(new Uint8Array(5000));
  await settle(db, lease, { kind: 'completed', result: { ev: 1.25 }, bytes: await result.end() });
}

test('a player holds what was asked, what is kept because of it, and results, not the states of what is computed; and only his own', async () => {
  expect(await held()).toBe(0);
  const { id } = await submit();
  await db.query('update jobs.jobs set kept_bytes = 50 where id = $1', [id]);
  const asked = await held();
  expect(asked).toBe('{"board": "Ks9d4c"}'.length + 50);
  const lease = await begin(id);
  const state = await writeState(db, lease);
  await state.write(new Uint8Array(3000));
  await state.commit();
  expect(await held()).toBe(asked);
  await complete(lease);
  expect(await held()).toBe(asked + 5000 + '{"ev": 1.25}'.length);
  expect(await held(randomUUID())).toBe(0);
});

test('nothing more is taken of who holds as much as one may, even submitted at one moment', async () => {
  const { id } = await submit();
  const one = await held();
  await complete(await begin(id));
  const most = (await held()) + 3 * one;
  const made = await Promise.all(Array.from({ length: 8 }, () => submit(most)));
  expect(made.filter(({ kind }) => kind === 'made')).toHaveLength(3);
  expect(made.find(({ kind }) => kind === 'full')).toMatchObject({ held: most });
  expect(await remove(id)).toBe('deleted');
  expect(await submit(most)).toMatchObject({ kind: 'made' });
});

test('a job that has ended is deleted with all its pieces, once; what was counted and logged of it stays', async () => {
  const { id } = await submit();
  const lease = await begin(id);
  const state = await writeState(db, lease);
  await state.write(new Uint8Array(10));
  await state.commit();
  await complete(lease);
  const kept = () =>
    Promise.all([
      db.query(`select from platform.events where stream = $1`, [`job:${id}`]),
      db.query('select completed from jobs.usage where user_id = $1', [player]),
    ]);
  while ((await kept())[1].length === 0) await countUsage(db);
  const before = await kept();
  const news: unknown[] = [];
  const unlisten = listener.listen('jobs_news', (payload) => payload !== null && news.push(JSON.parse(payload)));
  expect(await Promise.all([remove(id), remove(id), remove(id)])).toEqual(
    expect.arrayContaining(['deleted', 'absent', 'absent']),
  );
  expect(await held()).toBe(0);
  for (const table of ['result_chunks', 'checkpoints', 'checkpoint_chunks']) {
    expect(await db.query(`select from jobs.${table} where job_id = $1`, [id])).toHaveLength(0);
  }
  expect(await kept()).toEqual(before);
  await expect.poll(() => news).toEqual([{ id, userId: player, kind: 'solve', status: 'DELETED', progress: null }]);
  unlisten();
});

test('a job that waits or is computed is not deleted, nor one of another player', async () => {
  const { id } = await submit();
  expect(await remove(id)).toBe('open');
  const lease = await begin(id);
  expect(await remove(id)).toBe('open');
  await settle(db, lease, { kind: 'given-back' });
  await db.as('jobs', (trx) => cancelJob(trx, player, id, 'solve'));
  expect(await remove(id, randomUUID())).toBe('absent');
  expect(await find(id)).not.toBeNull();
  expect(await remove(id)).toBe('deleted');
});
