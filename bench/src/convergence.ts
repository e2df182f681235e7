// `node tools/convergence.mjs`: how fast solves converge, as the picture and the table of docs/solver.md.
//
// Each spot is solved several times on all cores. Where and what is measured is the same every time; of the time from
// one measurement to the next the shortest counts, so that what else the machine does is left out.

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { SolveEstimate, SolveFigures, SolveJob, SolveProgress } from '@ploscope/kernel';
import { openNodeSolver, type Solver } from '@ploscope/kernel/host/node';
import { type Curve, plotConvergence } from './convergence-plot.ts';
import { loadOrderings } from './orderings.ts';
import { HOLDEM_RIVER, jobOf, PLO5_RIVER, PLO6_RIVER, RIVER, RIVER_TENTH, TURN_TENTH } from './solve-spots.ts';

/** The first three are drawn. */
const SPOTS = [
  { name: 'River, all hands', spot: RIVER, target: 0.0002 },
  { name: 'River, 10 %', spot: RIVER_TENTH, target: 0.0002 },
  { name: 'Turn, 10 %', spot: TURN_TENTH, target: 0.0005 },
  { name: 'PLO5 river, 10 %', spot: PLO5_RIVER, target: 0.001 },
  { name: 'PLO6 river, 1 %', spot: PLO6_RIVER, target: 0.001 },
  { name: "Hold'em river, all hands", spot: HOLDEM_RIVER, target: 0.0002 },
];
const DRAWN = 3;
/** Shares of the pot that the table gives times for. */
const MARKS = [0.01, 0.005, 0.003, 0.001];

interface Run {
  readonly measured: readonly SolveProgress[];
  readonly estimate: SolveEstimate;
  readonly figures: SolveFigures;
}

async function solve(solver: Solver, job: SolveJob, target: number): Promise<Run> {
  const opened = await solver.open(job);
  if (!opened.ok) throw new Error(opened.error.message);
  const measured: SolveProgress[] = [];
  const onProgress = (progress: SolveProgress): void => {
    if (progress.measuredAt === progress.iterations && progress.exploitability !== null) measured.push(progress);
  };
  // A run measures at its end.
  for (let iterations = 8; !measured.some((past) => past.exploitability! <= target); ) {
    await opened.value.run({ exploitability: 0, iterations, timeMs: Infinity }, { onProgress });
    iterations = Math.round(iterations * 1.2);
  }
  const figures = await opened.value.finish();
  await opened.value.close();
  return { measured, estimate: opened.value.estimate, figures };
}

/** Measurements with the shortest times. */
function curveOf(name: string, runs: readonly Run[]): Curve {
  let seconds = 0;
  const points = runs[0]!.measured.map(({ iterations, exploitability }, i) => {
    const stretches = runs.map(({ measured }) => measured[i]!.elapsedMs - (measured[i - 1]?.elapsedMs ?? 0));
    seconds += Math.min(...stretches) / 1000;
    return { iterations, seconds, share: exploitability! };
  });
  return { name, points };
}

function tableRow({ name, points }: Curve, { estimate, figures }: Run, pot: number): string {
  const marks = MARKS.map((mark) => {
    const point = points.find(({ share }) => share <= mark);
    return point ? `${formatSeconds(point.seconds)} (${point.iterations})` : '';
  });
  const [oop, ip] = figures.ev;
  const cells = [
    name,
    estimate.combos[0].toLocaleString('en-US'),
    String(estimate.runOuts),
    estimate.nodes.toLocaleString('en-US'),
    `${Math.round(figures.memoryBytes / 1e6)} MB`,
    ...marks,
    `${(points.at(-1)!.share * 100).toFixed(4)} % → ${(figures.exploitability.share * 100).toFixed(4)} %`,
    `${((Math.abs(oop + ip - pot) / pot) * 100).toExponential(0)} %`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function formatSeconds(seconds: number): string {
  return `${seconds < 10 ? seconds.toPrecision(2) : Math.round(seconds)} s`;
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const solver = await openNodeSolver();
const curves: Curve[] = [];
const rows: string[] = [];
for (const { name, spot, target } of SPOTS) {
  const job = jobOf(spot, loadOrderings);
  const runs: Run[] = [];
  while (runs.length < Number(values.runs)) runs.push(await solve(solver, job, target));
  const curve = curveOf(name, runs);
  curves.push(curve);
  rows.push(tableRow(curve, runs[0]!, job.pot));
  console.error(`${name}: ${curve.points.map(({ iterations, share }) => `${iterations}: ${share}`).join(', ')}`);
}
await solver.close();
const marks = MARKS.map((mark) => ` ${mark * 100} % |`).join('');
console.log(`| Spot | Combos | Run-outs | Nodes | Memory |${marks} At the end → as stored | EVs off the pot by |`);
console.log(`|---|---|---|---|---|${'---|'.repeat(MARKS.length)}---|---|`);
console.log(rows.join('\n'));
console.log(`\n${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}.`);
writeFileSync(new URL('../../docs/pictures/convergence.svg', import.meta.url), plotConvergence(curves.slice(0, DRAWN)));
