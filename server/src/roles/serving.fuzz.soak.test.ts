/** Requests made from our own OpenAPI, right and wrong: nothing makes the server fail, or say what it must not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { fuzzInterface } from '../testing/fuzz/fuzz-interface.ts';
import { closeConnections } from '../testing/interface/actor.ts';
import { type Program, startProgram } from '../testing/program.ts';
import { printFigures, scaled } from '../testing/soak.ts';

/** Requests at the figures promised. */
const REQUESTS = 100_000;
const SEED = Number(process.env.SOAK_SEED ?? Date.now() % 2 ** 32);
const adminEmails = Array.from({ length: 500 }, (_, i) => `admin-${i}@example.org`);

let db: TestDatabase;
let program: Program;
beforeAll(async () => {
  db = await createTestDatabase();
  program = await startProgram({
    DATABASE_URL: db.url,
    LIMITS: 'off',
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

test('no request makes the server fail', async () => {
  const count = scaled(REQUESTS);
  const report = await fuzzInterface({ url: program.url, adminEmails, seed: SEED, count });
  const { tried, survived, lost, statuses, residentBytes } = report;
  const told = Object.entries(statuses).map(([status, times]) => `${times} × ${status}`);
  printFigures('requests', { seed: SEED, tried, survived, lost: lost.length, answered: told.join(' ') });
  expect([...new Map(lost.map((one) => [one.why, one])).values()]).toEqual([]);
  expect(survived).toBe(count);
  // It reached behind the doors.
  for (const status of [200, 201, 202, 400, 401, 403, 404, 405, 415, 422]) {
    expect(statuses[status], `answers with ${status}`).toBeGreaterThan(0);
  }
  expect((await fetch(`${program.url}/health`)).status).toBe(200);
  expect(program.output()).not.toContain('request failed');
  const [, middle = 0, , end = 0] = residentBytes;
  expect(end).toBeLessThan(1.5 * middle + 64e6);
});
