/** Requests made from our own OpenAPI, right and wrong: nothing makes the server fail, or say what it must not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { fuzzInterface } from '../testing/fuzz/fuzz-interface.ts';
import { closeConnections } from '../testing/interface/actor.ts';
import { type Program, startProgram } from '../testing/program.ts';

const COUNT = Number(process.env.FUZZ_COUNT ?? 3000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 32);
const adminEmails = Array.from({ length: 500 }, (_, i) => `admin-${i}@example.org`);

let db: TestDatabase;
let program: Program;
beforeAll(async () => {
  db = await createTestDatabase(2);
  program = await startProgram({
    DATABASE_URL: db.url,
    SECRET_KEY: 'a secret of these tests alone',
    RATE_LIMIT_PER_MINUTE: '0',
    ADMIN_EMAILS: adminEmails.join(','),
    EQUITY_TIME_BUDGET_MS: '50',
    EQUITY_MAX_COMBOS: '50000',
    JOBS_PER_PLAYER: '100000',
    WORKER_EQUITIES: '0',
    WORKER_SOLVES: '0',
  });
});
afterAll(async () => {
  closeConnections();
  await program.close();
  await db.drop();
});

test('no request makes the server fail', { timeout: 600_000 }, async () => {
  const report = await fuzzInterface({ url: program.url, adminEmails, seed: SEED, count: COUNT });
  const { tried, survived, lost, statuses, residentBytes } = report;
  console.log(`fuzz: seed ${SEED}, tried ${tried}, survived ${survived}, lost ${lost.length}`, statuses, residentBytes);
  expect([...new Map(lost.map((one) => [one.why, one])).values()]).toEqual([]);
  expect(survived).toBe(COUNT);
  // It reached behind the doors.
  for (const status of [200, 201, 202, 400, 401, 403, 404, 405, 415, 422]) {
    expect(statuses[status], `answers with ${status}`).toBeGreaterThan(0);
  }
  expect((await fetch(`${program.url}/health`)).status).toBe(200);
  expect(program.output()).not.toContain('request failed');
  const [, middle = 0, , end = 0] = residentBytes;
  expect(end).toBeLessThan(1.5 * middle + 64e6);
});
