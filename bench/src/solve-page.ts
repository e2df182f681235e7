// What a page runs for the bench of the solver: the river, on Web Workers.

import { openSolver } from '../../kernel/host/solve/open-solver.ts';
import { pageHost } from './page-host.ts';
import { medianMs } from './row.ts';
import { jobOf, RIVER } from './solve-spots.ts';

declare global {
  var benchSolve: (bytes: readonly number[], worker: string) => Promise<number>;
}

/** Milliseconds from the job to 0.1 % of the pot, as stored. */
globalThis.benchSolve = async (bytes, worker) => {
  const solver = openSolver(pageHost(bytes, worker));
  const job = jobOf(RIVER);
  const ms = await medianMs(3, async () => {
    const opened = await solver.open(job);
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.run({ exploitability: 0.001, iterations: Infinity, timeMs: 600_000 });
    await opened.value.finish();
    await opened.value.close();
  });
  await solver.close();
  return ms;
};
