import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { appendEvent, BEGINNING, type Place, readEvents, type StoredEvent } from './events.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
});
afterEach(() => db.drop());

const append = (stream: string, id: string = randomUUID()) =>
  db.as('jobs', (trx) => appendEvent(trx, { stream, type: 'JobEnqueued', payload: {}, id }));
const read = (after: Place, most: number) => db.as('jobs', (trx) => readEvents(trx, after, most));

async function readAll(most: number): Promise<StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (let after = BEGINNING; ; ) {
    const events = await read(after, most);
    const last = events.at(-1);
    if (last === undefined) return all;
    all.push(...events);
    after = last.place;
  }
}

test('an event is appended once under its id, and those of a stream are numbered', async () => {
  const id = randomUUID();
  expect(await append('a', id)).toBe(1);
  expect(await append('a', id)).toBeNull();
  expect(await append('a')).toBe(2);
  expect(await append('b')).toBe(1);
});

test('every event is read once, in whatever steps, also where the numbers of transactions grow by a digit', async () => {
  for (const tx of [8, 9, 10, 11, 99, 100]) {
    await db.query(
      `insert into platform.events (tx, event_id, stream, seq, type, payload)
       values ($1::text::xid8, gen_random_uuid(), 'a', $1::int, 'Happened', '')`,
      [tx],
    );
  }
  for (const most of [1, 2, 3, 100]) {
    expect((await readAll(most)).map(({ place }) => place.tx)).toEqual(['8', '9', '10', '11', '99', '100']);
  }
});

test('a stream is read in its own order, also when its later event is of an older transaction', async () => {
  await db.as('jobs', async (early) => {
    // A number of a transaction is given out at its first write.
    await appendEvent(early, { stream: 'other', type: 'JobEnqueued', payload: {} });
    await append('a');
    // Not over yet, so nothing younger is read either.
    expect(await readAll(10)).toEqual([]);
    expect(await appendEvent(early, { stream: 'a', type: 'JobEnqueued', payload: {} })).toBe(2);
  });
  await append('a');
  // Nor past a transaction of any other database of the server: other tests have some.
  const places = async () => (await readAll(1)).map(({ stream, seq }) => `${stream}${seq}`);
  await expect.poll(places).toEqual(['other1', 'a1', 'a2', 'a3']);
});

test('the log refuses every change', async () => {
  await append('a');
  for (const change of [
    "update platform.events set type = 'x'",
    'delete from platform.events',
    'truncate platform.events',
  ]) {
    await expect(db.query(change)).rejects.toThrow('events are never changed');
  }
});
