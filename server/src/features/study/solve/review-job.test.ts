/** Reviews as jobs: what a killed one goes on to, and what is told where a street does not fit. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ReviewFigures } from '@ploscope/contracts';
import { parseCards, parseSolveSpot, type ReviewSpot } from '@ploscope/poker';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMetrics } from '../../../platform/telemetry/index.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/database.ts';
import { DIST } from '../../../testing/dist.ts';
import { createSolveRunner } from './solve-runner.ts';

let db: TestDatabase;
beforeEach(async () => {
  db = await createTestDatabase();
});
afterEach(() => db.drop());

const runner = (saveEveryMs: number, maxBytes = 2 * 1024 ** 3) =>
  createSolveRunner(
    { db, log: pino({ level: 'silent' }), metrics: createMetrics() },
    {
      workerUrl: new URL('solve-worker.js', DIST),
      maxBytes,
      threads: 2,
      shardHosts: [],
      shardToken: '',
      program: 'test',
      saveEveryMs,
    },
  );

const TURN = JSON.parse(
  readFileSync(new URL('../../../../../docs/examples/turn.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
const SIDES = {
  oop: { range: 'AAK, QJT9:9', bets: { turn: ['pot'], river: ['pot'] } },
  ip: { range: 'KKQ, JT98:8, QQJ', bets: { turn: ['pot'], river: ['pot'] } },
};

/** The turn and the river behind it, of a hand that was checked through. */
function spots(): [ReviewSpot, ReviewSpot] {
  const hand = parseCards('AsAcKcJd');
  const of = (street: 'turn' | 'river', board: string, lines: readonly string[]): ReviewSpot => {
    const spot = parseSolveSpot({ ...TURN, ...SIDES, board });
    if (!spot.ok || !hand.ok) throw new Error(JSON.stringify(spot));
    const streets = street === 'turn' ? (['turn', 'river'] as const) : (['river'] as const);
    const decisions = streets.map((name, at) => ({
      operation: lines.length - at,
      street: name,
      line: lines[at] ?? '',
      taken: 'x',
    }));
    return { street, spot: spot.value, seat: 0, hand: hand.value, situations: ['call', 'open'], decisions };
  };
  return [of('turn', 'Td7h2c9d', ['', 'x-x-[3s]']), of('river', 'Td7h2c9d3s', [''])];
}

async function leased(jobId: string, attempt: number) {
  const review = spots();
  const request = { ...review[0].spot, options: { iterations: 14 }, review };
  await db.query(
    `insert into jobs.jobs (id, user_id, queue, kind, request, status, attempt, tries, lease_until)
     values ($1, $2, 'solver-processing', 'review', $3, 'PROCESSING', $4, 1, now() + interval '1 hour')
     on conflict (id) do update set attempt = $4`,
    [jobId, randomUUID(), JSON.stringify(request), attempt],
  );
  return { jobId, userId: '', kind: 'review', request, attempt } as const;
}

test('a review whose worker is killed tells what one tells that was not', async () => {
  const lease = await leased(randomUUID(), 1);
  const whole = await runner(60_000)({ lease, signal: new AbortController().signal, progress: () => undefined });
  if (whole.kind !== 'completed') throw new Error(JSON.stringify(whole));
  const told = whole.result as ReviewFigures;
  expect(told.decisions.map(({ street, line, narrowed }) => [street, line, narrowed])).toEqual([
    ['turn', '', false],
    ['river', 'x-x-[3s]', true],
  ]);
  for (const { evLost, actions } of told.decisions) {
    expect(evLost).toBeGreaterThanOrEqual(0);
    expect(actions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5);
  }
  const jobId = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const stop = new AbortController();
    const outcome = await runner(20)({
      lease: await leased(jobId, attempt),
      signal: stop.signal,
      progress: ({ iterations }) => {
        if (attempt === 1 && (iterations ?? 0) >= 4) stop.abort('lost');
      },
    });
    if (outcome.kind === 'cancelled') continue;
    if (outcome.kind !== 'completed') throw new Error(JSON.stringify(outcome));
    expect(attempt).toBe(2);
    expect((outcome.result as ReviewFigures).decisions).toEqual(told.decisions);
    return;
  }
});

test('a street that does not fit is left out, and the next begins with the ranges of its own spot', async () => {
  const lease = await leased(randomUUID(), 1);
  const outcome = await runner(
    60_000,
    12_000_000,
  )({ lease, signal: new AbortController().signal, progress: () => undefined });
  expect(outcome).toMatchObject({
    kind: 'completed',
    result: {
      decisions: [
        { street: 'turn', evLost: null, actions: [] },
        { street: 'river', narrowed: false },
      ],
    },
  });
});
