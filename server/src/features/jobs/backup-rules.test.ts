import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restore } from '../../platform/backup/index.ts';
import { type Database, openListener } from '../../platform/db/index.ts';
import { createPostgresQueue } from '../../platform/queue/index.ts';
import { BACKUP_RULES } from '../../roles/backup-task.ts';
import { backUp } from '../../testing/back-up.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { newestState, writeState } from './checkpoint-store.ts';
import { cancelJob, enqueue } from './jobs.queries.ts';
import { settle, takeLease } from './leases.ts';
import { relayOnce } from './relay.ts';
import { countUsage } from './usage.ts';

const PLAYER = randomUUID();

let db: TestDatabase;
let restored: TestDatabase;
let folder: string;
beforeEach(async () => {
  [db, restored, folder] = await Promise.all([
    createTestDatabase(),
    createEmptyDatabase(),
    mkdtemp(join(tmpdir(), 'ploscope-backup-')),
  ]);
});
afterEach(async () => {
  await Promise.all([db.drop(), restored.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

async function backUpAndRestore(): Promise<void> {
  const file = await backUp(db.url, folder);
  await restore({ url: restored.url, file, rules: BACKUP_RULES, migrateTo: 'newest' });
}

async function submit(to: Database = db): Promise<string> {
  const id = uuidv7();
  const job = { id, userId: PLAYER, kind: 'solve', priority: 0, request: {}, keptBytes: 0 } as const;
  await to.as('study', (trx) => enqueue(trx, job, { open: 1000, bytes: 1e9 }));
  return id;
}

async function taken(id: string, from: Database = db) {
  const lease = await takeLease(from, id, 'test');
  if (lease === null) throw new Error('no lease');
  return lease;
}

async function complete(to: Database): Promise<void> {
  await settle(to, await taken(await submit(to), to), { kind: 'completed', result: {}, bytes: null });
}

const rowOf = async (id: string) =>
  (
    await restored.query<Record<string, unknown>>(
      `select status, attempt, tries, progress, published_at is not null as sent, lease_until is not null as leased
       from jobs.jobs where id = $1`,
      [id],
    )
  )[0];

async function relayed(): Promise<void> {
  const listener = openListener(restored.url, 'test');
  const queue = createPostgresQueue({
    db: { query: async (text, values) => ({ rows: await restored.query(text, values) }) },
    listener,
  });
  await relayOnce(restored, queue, pino({ level: 'silent' }));
  await queue.close();
  await listener.close();
}

test('restored jobs are as if every worker had given its job back, and are sent again', async () => {
  const [sent, computing, cancelled] = [await submit(), await submit(), await submit()];
  await db.query(`update jobs.jobs set published_at = now() where id = $1`, [sent]);
  const state = await writeState(db, await taken(computing));
  await state.write(new Uint8Array(10));
  expect(await state.commit()).toBe(true);
  // On its last try, and far on: it is not the job's fault that all ended.
  await db.query(`update jobs.jobs set tries = 6, attempt = 9, progress = '{"iterations": 9}' where id = $1`, [
    computing,
  ]);
  await taken(cancelled);
  await db.as('jobs', (trx) => cancelJob(trx, PLAYER, cancelled, 'solve'));
  await backUpAndRestore();

  expect(await rowOf(sent)).toMatchObject({ status: 'QUEUED', sent: false });
  const waits = { status: 'QUEUED', attempt: 9, tries: 5, progress: null, sent: false, leased: false };
  expect(await rowOf(computing)).toEqual(waits);
  expect(await newestState(restored, computing)).toBeNull();
  await restored.query(`update jobs.jobs set lease_until = now() - interval '1 s' where id = $1`, [cancelled]);
  await relayed();
  expect(await rowOf(sent)).toMatchObject({ sent: true });
  expect(await rowOf(computing)).toMatchObject({ sent: true });
  expect(await rowOf(cancelled)).toMatchObject({ status: 'CANCELLED', leased: false });
  expect(await taken(computing, restored)).toMatchObject({ attempt: 10 });
});

test('after a restore the log is counted on from where it was: nothing twice, nothing passed over', async () => {
  const counted = async (from: Database): Promise<number> =>
    (await from.query<{ completed: number }>('select completed from jobs.usage'))[0]?.completed ?? 0;
  /** Of tests beside this one a transaction may run: what is younger is read when it is over. */
  const countTo = async (wanted: number, from: Database): Promise<void> => {
    while ((await counted(from)) < wanted) await countUsage(from, 1);
  };
  for (let i = 0; i < 5; i++) await complete(db);
  await countTo(3, db);
  // The transactions of an old server are ahead of those of a new one by any number.
  await db.query('alter table platform.events disable trigger user');
  for (const table of ['platform.events', 'jobs.offsets']) {
    await db.query(`update ${table} set tx = (tx::text::numeric + 1e12)::bigint::text::xid8`);
  }
  await backUpAndRestore();

  expect(await counted(restored)).toBe(3);
  await countTo(5, restored);
  await complete(restored);
  await countTo(6, restored);
  // To the end of the log, and no more is counted.
  const [log] = await restored.query<{ place: number; last: number }>(
    `select (select position from jobs.offsets) as place, (select max(position) from platform.events) as last`,
  );
  expect([log?.place, await counted(restored)]).toEqual([log?.last, 6]);
});
