import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { type Keyed, once } from './once.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const keyed = (request: unknown = { hands: 2 }, key: string | null = 'k'): Keyed => ({
  userId: '00000000-0000-7000-8000-000000000001',
  route: '/api/study/equities',
  key,
  request,
});
/** With the rights that a feature has. */
const make = (asked: Keyed) => db.as('study', (trx) => once(trx, asked, async () => ({ id: randomUUID() })));

test('a repeated request gets the answer of the first, at whatever moment it comes', async () => {
  const atOnce = await Promise.all([make(keyed()), make(keyed()), make(keyed())]);
  const answers = [...atOnce, await make(keyed())];
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test('another request under the same key is refused, and one without a key is always new', async () => {
  await make(keyed({ hands: 2 }, 'other'));
  await expect(make(keyed({ hands: 3 }, 'other'))).rejects.toMatchObject({ detail: { code: 'idempotency-key' } });
  const [first, second] = [await make(keyed({}, null)), await make(keyed({}, null))];
  expect(first.id).not.toBe(second.id);
});

test('a request that failed leaves its key free', async () => {
  const asked = keyed({}, 'broken');
  const failing = db.as('study', (trx) => once(trx, asked, () => Promise.reject(new Error('no'))));
  await expect(failing).rejects.toThrow('no');
  expect(await make(asked)).toHaveProperty('id');
});
