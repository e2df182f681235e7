import { openNodeSolver } from '@ploscope/kernel/host/node';
import { parseSolveSpot, solveJob } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { exampleDocument } from '../testing/folder.ts';
import { runSolve } from './run-solve.ts';

test('the state is saved every now and then, between iterations, and the solve comes out the same', async () => {
  const spot = parseSolveSpot(exampleDocument('turn'));
  if (!spot.ok) throw new Error(spot.error.message);
  const prepared = solveJob(spot.value);
  if (!prepared.ok) throw new Error(prepared.error.message);
  const solver = await openNodeSolver({ threads: 1 });
  const stop = { exploitability: 0, iterations: 24, timeMs: Number.POSITIVE_INFINITY };
  const run = { stop, signal: new AbortController().signal, onProgress: () => undefined };
  try {
    const figures: unknown[] = [];
    const states: number[] = [];
    for (const saves of [false, true]) {
      const solve = await solver.open(prepared.value.job);
      if (!solve.ok) throw new Error(solve.error.message);
      const save = async (): Promise<void> => void states.push((await solve.value.checkpoint()).length);
      expect(await runSolve(solve.value, { ...run, save: saves ? save : null, saveEveryMs: 60 })).toBe('reached');
      figures.push({ ...(await solve.value.finish()), elapsedMs: 0 });
      await solve.value.close();
    }
    expect(states.length).toBeGreaterThan(1);
    expect(states.every((bytes) => bytes > 1000)).toBe(true);
    expect(figures[1]).toEqual(figures[0]);
  } finally {
    await solver.close();
  }
});
