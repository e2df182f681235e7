// Whole solves, from the job to a strategy of the exploitability asked for. Nobody else offers them for Omaha.

import type { SolveFigures, SolveJob } from '@ploscope/kernel';
import { openNodeSolver, type Solver } from '@ploscope/kernel/host/node';
import { Instance } from '../../kernel/src/solve/instance.ts';
import { iterate } from '../../kernel/src/solve/local-solve.ts';
import { postflopGame } from '../../kernel/src/solve/postflop.ts';
import { openKernel } from '../../kernel/src/wasm.ts';
import { loadOrderings } from './orderings.ts';
import { medianMs, type Row } from './row.ts';
import { showdownRow } from './showdown.bench.ts';
import { browserSolveRows } from './solve-chromium.bench.ts';
import { HOLDEM_RIVER, jobOf, RIVER, TURN_TENTH } from './solve-spots.ts';

/** Iterations timed together where one is too short to time. */
const ROUND = 100;

export async function solveRows(wasm: Uint8Array<ArrayBuffer>, root: string): Promise<Row[]> {
  const module = new WebAssembly.Module(wasm);
  const solver = await openNodeSolver();
  const river = jobOf(RIVER);
  const riverMs = await medianMs(3, () => solved(solver, river, 0.001));
  const turn = await solved(solver, jobOf(TURN_TENTH, loadOrderings), 0.003);
  await solver.close();
  return [
    await showdownRow(module),
    {
      what: 'River solve to 0.1 %, all hands v all hands, SPR 9, pot bets, all cores',
      ours: riverMs / 1000,
      unit: 's',
      peer: 'none',
      theirs: null,
      bar: 3,
    },
    ...(await browserSolveRows(wasm, root)),
    {
      what: 'Turn solve to 0.3 %, 10 % v 10 %, SPR 4, pot bets, all cores',
      ours: turn.ms / 1000,
      unit: 's',
      peer: 'none',
      theirs: null,
      bar: 40,
    },
    {
      what: 'The same: memory of all workers',
      ours: turn.figures.memoryBytes / 1e9,
      unit: 'GB',
      peer: 'none',
      theirs: null,
      bar: 0.6,
    },
    {
      what: "Hold'em river, any two v any two, an iteration, 1 thread",
      ours: await holdemMs(module),
      unit: 'ms',
      peer: 'postflop-solver, native, measured elsewhere on such a machine',
      theirs: 0.13,
      bar: 0.39,
    },
  ];
}

/** Time from a job to a strategy that is good enough, and what it came to as stored. */
async function solved(
  solver: Solver,
  job: SolveJob,
  exploitability: number,
): Promise<{ ms: number; figures: SolveFigures }> {
  const before = performance.now();
  const opened = await solver.open(job);
  if (!opened.ok) throw new Error(opened.error.message);
  await opened.value.run({ exploitability, iterations: Infinity, timeMs: 600_000 });
  const figures = await opened.value.finish();
  await opened.value.close();
  return { ms: performance.now() - before, figures };
}

async function holdemMs(module: WebAssembly.Module): Promise<number> {
  const instance = new Instance(openKernel(module), postflopGame(jobOf(HOLDEM_RIVER)), 'f32');
  let iteration = 0;
  const ms = await medianMs(25, () => {
    for (let i = 0; i < ROUND; i++) iterate(instance, iteration++);
  });
  return ms / ROUND;
}
