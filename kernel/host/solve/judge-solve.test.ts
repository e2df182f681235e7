// A job is judged without opening it as `open` would judge it.

import { expect, test } from 'vitest';
import type { SolveJob } from '../../src/solve/job.ts';
import { nearHost } from '../../test/solve/near-host.ts';
import { spot } from '../../test/solve/spots.ts';
import { judgeSolve } from './judge-solve.ts';
import { openSolver } from './open-solver.ts';

const TURN = spot({ boards: ['QsJs5s5d'], combos: [1500, 1300], stack: 240, storage: 'auto' });
const FLOP = spot({ boards: ['QsJs5d'], combos: [300, 250], stack: 60, storage: 'auto' });
// Among several a job is shared that is worth it, which takes a trial of its speed to know.
const WORKERS = 1;

test.each<[string, SolveJob]>([
  ['a turn', { ...TURN, method: 'exact' }],
  ['a turn by bucket', { ...TURN, method: 'bucketed' }],
  ['a flop', { ...FLOP, method: 'bucketed' }],
])('%s is refused below what it takes, with what it takes, and at no more', async (_, job) => {
  const solver = openSolver(nearHost(WORKERS));
  const estimate = await solver.estimate({ ...job, maxBytes: 1e15 });
  if (!estimate.ok) throw new Error(estimate.error.message);
  const { i16, f32 } = estimate.value.bytes;
  expect(judgeSolve({ ...job, maxBytes: Math.min(i16, f32) }, WORKERS)).toBeNull();
  for (const maxBytes of [Math.min(i16, f32) - 1, 1000]) {
    const refusal = judgeSolve({ ...job, maxBytes }, WORKERS);
    expect(refusal).toMatchObject({ code: 'memory', estimate: { storage: null } });
    const least = refusal?.estimate?.bytes ?? { i16: 0, f32: 0 };
    // Far too little is refused by the least that it can be.
    expect(least.i16).toBeLessThanOrEqual(i16);
    expect(least.f32).toBeLessThanOrEqual(f32);
    if (maxBytes > 1000) expect(least).toEqual(estimate.value.bytes);
  }
  await solver.close();
});

test('what fits and cannot be solved is refused as it would be when it is opened', async () => {
  const range = { cards: Uint8Array.of(0, 1, 2, 3), weights: null };
  expect(judgeSolve({ ...TURN, players: [range, range] }, WORKERS)).toMatchObject({ code: 'impossible' });
});
