import { gathered } from '@ploscope/kernel';
import { openNodeSolver, runSaving } from '@ploscope/kernel/host/node';
import { parseSolveSpot, solveJob } from '@ploscope/poker';
import { expect, test } from 'vitest';
import { exampleDocument } from '../testing/folder.ts';

test('the state is saved every now and then, between iterations, and the solve comes out the same', async () => {
  const spot = parseSolveSpot(exampleDocument('turn'));
  if (!spot.ok) throw new Error(spot.error.message);
  const prepared = solveJob(spot.value);
  if (!prepared.ok) throw new Error(prepared.error.message);
  const solver = await openNodeSolver({ threads: 1 });
  const stop = { exploitability: 0, iterations: 40, timeMs: Number.POSITIVE_INFINITY };
  const run = { stop, signal: new AbortController().signal, onProgress: () => undefined, saveEveryMs: 40 };
  /** What a solve comes to, and how many bytes it saved each time. */
  const solved = async (saves: { readonly timesSaving: number } | null) => {
    const solve = await solver.open(prepared.value.job);
    if (!solve.ok) throw new Error(solve.error.message);
    const states: number[] = [];
    const save = async (): Promise<void> => void states.push((await gathered(solve.value.checkpoint())).length);
    expect(await runSaving(solve.value, { ...run, ...saves, save: saves === null ? null : save })).toBe('reached');
    const figures = { ...(await solve.value.finish()), elapsedMs: 0 };
    await solve.value.close();
    return { figures, states };
  };
  try {
    const [never, often, seldom] = [
      await solved(null),
      await solved({ timesSaving: 0 }),
      await solved({ timesSaving: 1000 }),
    ];
    expect(often.states.length).toBeGreaterThan(1);
    expect(often.states.every((bytes) => bytes > 1000)).toBe(true);
    // The first saving tells how long the others would take; at the end there is one more.
    expect(seldom.states).toHaveLength(2);
    for (const { figures } of [often, seldom]) expect(figures).toEqual(never.figures);
  } finally {
    await solver.close();
  }
});
