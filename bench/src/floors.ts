// `node tools/floors.mjs`: how close to an equilibrium play by bucket can come, on turns that are also solved by combo.
// Writes a table into docs/solver.md.
//
// What was measured is kept in docs/measured and not measured again; `--again` does. `--boards` takes the first few boards,
// `--seconds` bounds each solve by bucket, `--only two-board-floors` takes one of the two tables, `--range` tries other
// ranges and keeps nothing.

import { parseArgs } from 'node:util';
import type { SolveProgress } from '@ploscope/kernel';
import type { Solve } from '@ploscope/kernel/host/node';
import { openSolver } from '../../kernel/host/solve/open-solver.ts';
import { writeTable } from './documents.ts';
import { type Floor, floorsTable } from './floors-table.ts';
import { readMeasured, thisMachine, withEntry, writeMeasured } from './measured.ts';
import { nodeHost } from './node-host.ts';
import { loadOrderings } from './orderings.ts';
import { clocked, type PhaseClock } from './solve-phases.ts';
import { jobOf, potSpot, SHALLOW } from './solve-spots.ts';

/** Two-tone, rainbow, monotone, straight, paired; two flushes, four of a suit, high, low, both paired and suited. */
const BOARDS = [
  'Td7h2c9d',
  'Ks8h3c6d',
  'QsJs6s8d',
  '9h8d7c5s',
  'KsKh7d2c',
  'As9s5h4h',
  'Js8s4s2s',
  'AdKhQc5s',
  'Ts7s2c9d',
  'QsJs5s5d',
];
/** Pairs of such, of which by combo only narrow ranges fit. */
const TWO_BOARDS = ['Td7h2c9d QsJh5s5d', 'Ks8h3c6d AsTd9s4h', 'QsJs6s8d 9h7d4c2h', 'KsKh7d2c Js8s5h3d'] as const;

interface Kind {
  /** Of the file with what was measured, and of the table. */
  readonly name: string;
  readonly boards: readonly string[];
  readonly range: string;
  /** Null where every combo plays by itself. */
  readonly buckets: readonly (number | null)[];
}

const KINDS: readonly Kind[] = [
  { name: 'floors', boards: BOARDS, range: '10%', buckets: [null, 100, 200, 320, 500, 1000] },
  { name: 'two-board-floors', boards: TWO_BOARDS, range: '10%', buckets: [160, 320, 640] },
];
/** A little below what the table speaks of. */
const EXACT_TARGET = 0.001;
const FIRST = 32;
/** A doubling of iterations that leaves more than this has gained hardly anything. */
const HARDLY = 0.95;

async function floorOf(board: string, range: string, buckets: number | null, seconds: number): Promise<Floor> {
  const { host, clock } = clocked(nodeHost());
  const method = buckets === null ? 'exact' : 'bucketed';
  const job = jobOf(potSpot(board, SHALLOW, range), loadOrderings, {
    method,
    ...(buckets === null ? {} : { buckets }),
  });
  const solver = openSolver(host);
  const opened = await solver.open(job);
  if (!opened.ok) throw new Error(opened.error.message);
  const solve = opened.value;
  const flat = buckets === null ? await toTarget(solve) : await toFloor(solve, clock, seconds * 1000);
  const solving = clock.read().solving / 1000;
  const { exploitability, iterations, ev } = await solve.finish();
  const floor: Floor = {
    board,
    buckets,
    bucketsThere: buckets === null ? null : await bucketsOf(solve),
    share: exploitability.share,
    iterations,
    seconds: Number(solving.toFixed(2)),
    flat,
    oopEv: ev[0] / job.pot,
    machine: thisMachine(),
  };
  await solver.close();
  return floor;
}

async function toTarget(solve: Solve): Promise<boolean> {
  await solve.run({ exploitability: EXACT_TARGET, iterations: Infinity, timeMs: 600_000 });
  return true;
}

/** Doubles the iterations until that gains hardly anything; false where there was no time to see it. */
async function toFloor(solve: Solve, clock: PhaseClock, timeMs: number): Promise<boolean> {
  let last = Infinity;
  let elapsedMs = 0;
  for (let iterations = FIRST; ; iterations *= 2) {
    const seen: { progress: SolveProgress | null } = { progress: null };
    const left = timeMs - clock.read().solving;
    const stop = { exploitability: 0, iterations, timeMs: elapsedMs + Math.max(0, left) };
    await solve.run(stop, {
      onProgress: (progress) => {
        seen.progress = progress;
      },
    });
    const { exploitability, measuredAt, elapsedMs: elapsed } = seen.progress!;
    if (measuredAt < iterations) return false;
    if (exploitability! > HARDLY * last) return true;
    last = exploitability!;
    elapsedMs = elapsed;
  }
}

async function bucketsOf(solve: Solve): Promise<number> {
  let sum = 0;
  let count = 0;
  for await (const { buckets } of solve.deals(false)) {
    for (const own of buckets ?? []) {
      sum += own;
      count++;
    }
  }
  return Math.round(sum / count);
}

const { values } = parseArgs({
  options: {
    boards: { type: 'string', default: String(BOARDS.length) },
    seconds: { type: 'string', default: '120' },
    range: { type: 'string' },
    only: { type: 'string' },
    again: { type: 'boolean', default: false },
  },
});

async function measureFloors({ name, boards, range, buckets: counts }: Kind): Promise<void> {
  const kept = values.range === undefined;
  let floors = kept ? readMeasured<Floor>(name) : [];
  for (const board of boards.slice(0, Number(values.boards))) {
    for (const buckets of counts) {
      const isSame = (floor: Floor): boolean => floor.board === board && floor.buckets === buckets;
      if (!values.again && floors.some(isSame)) continue;
      const floor = await floorOf(board, values.range ?? range, buckets, Number(values.seconds));
      console.error(`${board}, ${buckets ?? 'by combo'}: ${floor.share} after ${floor.iterations}, ${floor.seconds} s`);
      floors = withEntry(floors, floor, isSame);
      if (kept) writeMeasured(name, floors);
    }
  }
  if (kept) writeTable('solver.md', name, floorsTable(floors));
  console.log(floorsTable(floors));
}

for (const kind of KINDS) if (values.only === undefined || values.only === kind.name) await measureFloors(kind);
