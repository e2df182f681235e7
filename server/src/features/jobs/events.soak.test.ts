/**
 * The log of events and what is counted from it, through many writers, repeated events, transactions rolled back and
 * connections cut at random: streams have no gaps, a reader beside the writers passes nothing over, and counting again,
 * from the beginning or from any place on the way, gives the same bytes.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isConnectionLoss } from '../../platform/db/index.ts';
import { appendEvent, BEGINNING, type Place, readEvents, type StoredEvent } from '../../platform/events/index.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { printFigures, scaled } from '../../testing/soak.ts';
import { countUsage, forgetUsage } from './usage.ts';

const EVENTS = 20_000;
const WRITERS = 8;
const STREAMS = 20;
const CUTS = 200;
const REPLAYS = 40;
const PLAYERS = Array.from({ length: 5 }, () => randomUUID());
const TYPES = ['JobEnqueued', 'JobCompleted', 'JobFailed', 'JobCancelled'] as const;

interface Wanted {
  readonly id: string;
  readonly stream: string;
  readonly type: (typeof TYPES)[number];
  readonly payload: { readonly userId: string; readonly kind: string };
}

const any = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!;

test('events and what is counted from them come through cut connections', async () => {
  const db = await createTestDatabase(2 * WRITERS + 4);
  try {
    const wanted = Array.from(
      { length: scaled(EVENTS) },
      (): Wanted => ({
        id: randomUUID(),
        stream: `job:${Math.floor(Math.random() * STREAMS)}`,
        type: any(TYPES),
        payload: { userId: any(PLAYERS), kind: any(['equity', 'solve']) },
      }),
    );
    const over = new AbortController();
    const reading = readBeside(db, over.signal);
    const counting = Promise.all([countBeside(db, over.signal), countBeside(db, over.signal)]);
    const cutting = cutConnections(db, scaled(CUTS), over.signal);
    const queue = [...wanted];
    const tally = { repeated: 0, rolledBack: 0 };
    await Promise.all(Array.from({ length: WRITERS }, () => write(db, queue, tally)));
    over.abort();
    const [seen, , cuts] = await Promise.all([reading, counting, cutting]);

    const log = await readAll(db, 1000);
    expect(new Set(log.map(({ id }) => id))).toEqual(new Set(wanted.map(({ id }) => id)));
    expect(log).toHaveLength(wanted.length);
    const last = new Map<string, number>();
    for (const { stream, seq } of log) {
      expect(seq).toBe((last.get(stream) ?? 0) + 1);
      last.set(stream, seq);
    }
    expect(seen).toEqual(log);

    await countAll(db, 500);
    const [usage, bytes] = [await usageOf(db), digestOf(log)];
    const lost = await replay(db, scaled(REPLAYS), log, usage);
    expect(digestOf(await readAll(db, 7))).toBe(bytes);
    printFigures('events', {
      tried: wanted.length,
      survived: log.length,
      lost: wanted.length - log.length,
      repeated: tally.repeated,
      'rolled back': tally.rolledBack,
      'connections cut': cuts,
      replays: 2 + scaled(REPLAYS),
      'that differ': lost,
    });
    expect(lost).toBe(0);
  } finally {
    await db.drop();
  }
});

/** Through every loss of the connection: nobody knows whether it was committed, so it is done again. */
async function persist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      await sleep(5);
    }
  }
}

class Undone extends Error {}

async function write(
  db: TestDatabase,
  queue: Wanted[],
  tally: { repeated: number; rolledBack: number },
): Promise<void> {
  for (let event = queue.pop(); event !== undefined; event = queue.pop()) {
    const now = event;
    const append = () =>
      db.as('jobs', async (trx) => {
        // One that got its number early and appends late.
        if (Math.random() < 0.2) {
          await trx.insertInto('jobs.offsets').values({ consumer: now.id, tx: '0', position: 0 }).execute();
          await trx.deleteFrom('jobs.offsets').where('consumer', '=', now.id).execute();
          await sleep(Math.random() * 5);
        }
        return appendEvent(trx, now);
      });
    if (Math.random() < 0.05) {
      tally.rolledBack++;
      const undone = db.as('jobs', async (trx) => {
        await appendEvent(trx, { ...now, id: randomUUID() });
        throw new Undone();
      });
      await undone.catch((error: unknown) => {
        if (!(error instanceof Undone) && !isConnectionLoss(error)) throw error;
      });
    }
    const twice = Math.random() < 0.1;
    if (twice) tally.repeated++;
    await Promise.all([persist(append), ...(twice ? [persist(append)] : [])]);
  }
}

/** Reads on while others write, from place to place. */
async function readBeside(db: TestDatabase, over: AbortSignal): Promise<StoredEvent[]> {
  const seen: StoredEvent[] = [];
  for (let after = BEGINNING; ; ) {
    const wasOver = over.aborted;
    const events = await persist(() =>
      db.as('jobs', (trx) => readEvents(trx, after, 1 + Math.floor(Math.random() * 50))),
    );
    seen.push(...events);
    after = events.at(-1)?.place ?? after;
    if (events.length === 0) {
      // What was committed by now is told once no older transaction runs, of other tests neither.
      if (wasOver && (await isReadToEnd(db, after))) return seen;
      await sleep(2);
    }
  }
}

async function isReadToEnd(db: TestDatabase, { tx, position }: Place): Promise<boolean> {
  const left = await persist(() =>
    db.query('select from platform.events where (tx, position) > ($1::text::xid8, $2) limit 1', [tx, position]),
  );
  return left.length === 0;
}

async function countBeside(db: TestDatabase, over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    if ((await persist(() => countUsage(db, 1 + Math.floor(Math.random() * 30)))) === 0) await sleep(5);
  }
}

/** Cuts any connection to this database but the one that cuts; how many. */
async function cutConnections(db: TestDatabase, most: number, over: AbortSignal): Promise<number> {
  let cuts = 0;
  while (cuts < most && !over.aborted) {
    await sleep(Math.random() * 40);
    const cut = await persist(() =>
      db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() order by random() limit 1`,
      ),
    );
    cuts += cut.length;
  }
  return cuts;
}

async function readAll(db: TestDatabase, most: number): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (let after = BEGINNING; ; ) {
    const events = await db.as('jobs', (trx) => readEvents(trx, after, most));
    const last = events.at(-1);
    if (last === undefined) {
      if (await isReadToEnd(db, after)) return all;
      await sleep(5);
      continue;
    }
    all.push(...events);
    after = last.place;
  }
}

async function countAll(db: TestDatabase, most: number, until = Number.POSITIVE_INFINITY): Promise<void> {
  for (let left = until; left > 0; ) {
    const read = await persist(() => countUsage(db, Math.min(most, left)));
    left -= read;
    if (read > 0) continue;
    if (await isCountedToEnd(db)) return;
    // A transaction of another test's database holds the log back.
    await sleep(5);
  }
}

async function isCountedToEnd(db: TestDatabase): Promise<boolean> {
  const left = await persist(() =>
    db.query(
      `select from platform.events e, jobs.offsets o
       where o.consumer = 'usage' and (e.tx, e.position) > (o.tx, o.position) limit 1`,
    ),
  );
  return left.length === 0;
}

/** What is counted, as text. */
async function usageOf(db: TestDatabase): Promise<string> {
  const rows = await db.query(
    `select user_id, day::text, kind, completed, failed, cancelled from jobs.usage order by 1, 2, 3`,
  );
  return JSON.stringify(rows);
}

function digestOf(log: readonly StoredEvent[]): string {
  return createHash('sha256').update(JSON.stringify(log)).digest('hex');
}

/** Twice from the beginning, and so often from a place on the way kept aside; how many differ from the first count. */
async function replay(db: TestDatabase, times: number, log: readonly StoredEvent[], first: string): Promise<number> {
  let different = 0;
  for (const most of [1 + Math.floor(Math.random() * 20), 500]) {
    await forgetUsage(db);
    await countAll(db, most);
    if ((await usageOf(db)) !== first) different++;
  }
  for (let time = 0; time < times; time++) {
    await forgetUsage(db);
    await countAll(db, 200, Math.floor(Math.random() * log.length));
    const kept = await db.query<{ usage: unknown; place: unknown }>(
      `select (select coalesce(json_agg(u), '[]') from jobs.usage u) as usage,
              (select json_build_object('tx', tx::text, 'position', position) from jobs.offsets
               where consumer = 'usage') as place`,
    );
    await countAll(db, 1 + Math.floor(Math.random() * 500));
    // Back to the place on the way: only what was kept there is known now.
    const { usage, place } = kept[0]!;
    await db.query('truncate jobs.usage');
    await db.query('insert into jobs.usage select * from json_populate_recordset(null::jobs.usage, $1)', [
      JSON.stringify(usage),
    ]);
    const { tx, position } = place as Place;
    await db.query(`update jobs.offsets set tx = $1::text::xid8, position = $2 where consumer = 'usage'`, [
      tx,
      position,
    ]);
    await countAll(db, 1 + Math.floor(Math.random() * 500));
    if ((await usageOf(db)) !== first) different++;
  }
  return different;
}
