/** What is said when the memory cannot be had: by the estimate, by the browser, on the way. */
import type { SolveEstimate } from '@ploscope/kernel';
import { parseSolveSpot } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { solveText } from '../../../../text/solve.ts';
import { refuseBroken, refuseSolve } from './outcomes.ts';

const spot = parseSolveSpot({ board: 'Td7h2c', pot: 60, stack: 60, oop: { range: 'AA' }, ip: { range: 'KK' } });
if (!spot.ok) throw new Error(spot.error.message);

const estimate = (storage: SolveEstimate['storage']): SolveEstimate => ({
  ...{ nodes: 1, runOuts: 1, allRunOuts: 1, combos: [1, 1], bytes: { f32: 5e9, i16: 3e9 }, buckets: 320 },
  ...{ storage, shards: 2, iterationMs: 1 },
});

const memory = { code: 'memory', player: null, message: 'memory' } as const;
const { outOfMemory } = solveText.run;

test('a spot that is too large is told with what it takes', () => {
  const { refusal } = refuseSolve({ ...memory, estimate: estimate(null) }, spot.value);
  expect(refusal.message).toMatch(/2\.8 GB/);
  expect(refusal.hint).toMatch(/Narrow/);
});

test('memory that the browser does not give is told with what helps', () => {
  const { refusal } = refuseSolve({ ...memory, estimate: estimate('f32') }, spot.value);
  expect(refusal).toMatchObject(outOfMemory);
});

test.each(['Array buffer allocation failed', 'WebAssembly.Memory(): could not allocate memory', 'unreachable'])(
  '“%s” on the way is memory too',
  (message) => {
    expect(refuseBroken(message, solveText.strategy.notShown).refusal).toMatchObject(outOfMemory);
  },
);

test('anything else on the way is told as it is', () => {
  const { refusal } = refuseBroken('these buckets are not those of the spot', solveText.strategy.notShown);
  expect(refusal.message).toBe('This place could not be shown (these buckets are not those of the spot).');
});
