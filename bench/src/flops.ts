// `node tools/flops.mjs`: how fast flops converge, as the picture and the table of docs/solver.md.
//
// Each is measured at the same iterations on every machine, by full best responses whose time is kept apart. A solve ends at
// 0.5 % or after `--minutes` of solving. Results are kept in docs/measured/flops.json; spots that are there are not
// solved again unless `--only` names them, by any part of the name, or `--again` asks for all. `--range` tries other
// ranges and keeps nothing.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SolveProgress } from '@ploscope/kernel';
import { openSolver } from '../../kernel/host/solve/open-solver.ts';
import { writeTable } from './documents.ts';
import { plotFlops } from './flops-plot.ts';
import { type FlopCurve, type FlopPoint, flopsTable } from './flops-table.ts';
import { readMeasured, thisMachine, withEntry, writeMeasured } from './measured.ts';
import { nodeHost } from './node-host.ts';
import { loadOrderings } from './orderings.ts';
import { clocked } from './solve-phases.ts';
import { type Chips, jobOf, potSpot, presetSpot } from './solve-spots.ts';

const FLOPS = [
  { texture: 'rainbow', board: 'Td7h2c' },
  { texture: 'two-tone', board: 'Ts7s2c' },
  { texture: 'monotone', board: 'Ts7s2s' },
];
const RANGES = ['10%', '20%'];
/** Shallow stacks raise as often as they can; deep ones have the tree that fits ten minutes. */
const DEPTHS = [
  { spr: 4, spotOf: potSpot },
  { spr: 13, spotOf: presetSpot },
];
const POT = 60;
const TARGET = 0.005;
/** Enough for any of these in 32 bits. */
const MAX_BYTES = 14e9;
const POINTS = [4, 8, 16];

interface Flop {
  readonly spot: string;
  readonly texture: string;
  readonly board: string;
  readonly range: string;
  readonly spr: number;
  readonly spotOf: (board: string, chips: Chips, range: string) => ReturnType<typeof potSpot>;
}

function allFlops(range: string | undefined): Flop[] {
  const ranges = range === undefined ? RANGES : [range];
  return DEPTHS.flatMap(({ spr, spotOf }) =>
    ranges.flatMap((own) =>
      FLOPS.map(({ texture, board }) => ({
        spot: `${texture} ${own} SPR ${spr}`,
        texture,
        board,
        range: own,
        spr,
        spotOf,
      })),
    ),
  );
}

/** 4, 8, 16, then half as many again or a third more by turns: 24, 32, 48, 64 … */
function pointAfter(iterations: number): number {
  const next = POINTS.find((point) => point > iterations);
  if (next !== undefined) return next;
  return Number.isInteger(Math.log2(iterations)) ? iterations * 1.5 : (iterations * 4) / 3;
}

async function curveOf({ spot, texture, board, range, spr, spotOf }: Flop, minutes: number): Promise<FlopCurve> {
  const { host, clock } = clocked(nodeHost());
  const solver = openSolver(host);
  const job = jobOf(spotOf(board, { pot: POT, stack: POT * spr }, range), loadOrderings, { maxBytes: MAX_BYTES });
  const opened = await solver.open(job);
  if (!opened.ok) throw new Error(opened.error.message);
  const solve = opened.value;
  const points: FlopPoint[] = [];
  let elapsedMs = 0;
  for (let iterations = POINTS[0]!; ; iterations = pointAfter(iterations)) {
    const before = clock.read();
    const left = minutes * 60_000 - before.solving;
    if (left <= 0 && points.length > 0) break;
    const seen: { progress: SolveProgress | null } = { progress: null };
    const stop = { exploitability: 0, iterations, timeMs: elapsedMs + Math.max(0, left) };
    await solve.run(stop, {
      onProgress: (progress) => {
        seen.progress = progress;
      },
    });
    const { exploitability, measuredAt, elapsedMs: elapsed } = seen.progress!;
    const { solving, measuring } = clock.read();
    const point = {
      iterations: measuredAt,
      seconds: Number((solving / 1000).toFixed(2)),
      measuringSeconds: Number(((measuring - before.measuring) / 1000).toFixed(2)),
      share: exploitability!,
    };
    points.push(point);
    console.error(`${spot}: ${point.share} after ${point.iterations}, ${point.seconds} s`);
    if (point.share <= TARGET || measuredAt < iterations) break;
    elapsedMs = elapsed;
  }
  const { memoryBytes, exploitability } = await solve.finish();
  const { combos, runOuts, allRunOuts, nodes, buckets } = solve.estimate;
  await solver.close();
  return {
    ...{ spot, texture, board, range, spr, combos: combos[0], runOuts, allRunOuts, nodes, buckets: buckets! },
    ...{ memoryBytes, storedShare: exploitability.share, points, machine: thisMachine() },
  };
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    range: { type: 'string' },
    again: { type: 'boolean', default: false },
  },
});
const kept = values.range === undefined;
const all = allFlops(values.range);
const named = all.filter(({ spot }) => values.only === undefined || spot.includes(values.only));
if (named.length === 0) {
  console.error(`There is no "${values.only}"; there are ${all.map(({ spot }) => spot).join(', ')}.`);
  process.exit(2);
}
let curves = kept ? readMeasured<FlopCurve>('flops') : [];
for (const flop of named) {
  const isSame = ({ spot }: FlopCurve): boolean => spot === flop.spot;
  if (!values.again && values.only === undefined && curves.some(isSame)) continue;
  curves = withEntry(curves, await curveOf(flop, Number(values.minutes)), isSame);
  if (kept) writeMeasured('flops', curves);
}
const order = new Map(all.map(({ spot }, i) => [spot, i]));
curves.sort((a, b) => (order.get(a.spot) ?? 0) - (order.get(b.spot) ?? 0));
if (kept) {
  writeTable('solver.md', 'flops', flopsTable(curves));
  writeFileSync(new URL('../../docs/pictures/flops.svg', import.meta.url), plotFlops(curves));
}
console.log(flopsTable(curves));
