// `node tools/schedules.mjs`: how packs, buckets and iterations decide how fast a flop gets there, as a Markdown table.
//
// What is learned in a visit is the same on any machine: columns are cycles, in which every run-out meets every hand once for either player.
// What a cycle costs is processor time of this thread, relative to the first line.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SolveJob } from '@ploscope/kernel';
import { Instance } from '../../kernel/src/solve/instance.ts';
import { weighted } from '../../kernel/src/solve/local-solve.ts';
import { meetingGame } from '../../kernel/src/solve/plain-games.ts';
import { postflopGame } from '../../kernel/src/solve/postflop.ts';
import { LocalSampled } from '../../kernel/src/solve/sampled/local-sampled.ts';
import { sampledSettings } from '../../kernel/src/solve/sampled/method.ts';
import { openKernel } from '../../kernel/src/wasm.ts';
import { loadOrderings } from './orderings.ts';
import { jobOf, potSpot, SHALLOW } from './solve-spots.ts';

interface Variant {
  readonly name: string;
  readonly pack?: number;
  readonly buckets?: number;
  readonly together?: number;
  readonly iterations?: number;
}

const VARIANTS: readonly Variant[] = [
  { name: 'as it is' },
  { name: 'packs of 700', pack: 700 },
  { name: 'packs of 350', pack: 350 },
  { name: 'packs of 2,800', pack: 2800 },
  { name: '1 iteration a cycle', iterations: 1 },
  { name: '4 iterations a cycle', iterations: 4 },
  { name: '8 iterations a cycle', iterations: 8 },
  { name: '12 run-outs a visit', together: 12 },
  { name: '100 buckets', buckets: 100 },
  { name: '200 buckets', buckets: 200 },
];
const CYCLES = [3, 6, 10];

interface Measured {
  readonly shares: readonly number[];
  /** Milliseconds of a cycle. */
  readonly cycleMs: number;
}

function measure(module: WebAssembly.Module, job: SolveJob, mass: number, variant: Variant): Measured {
  const settings = { ...sampledSettings(job, 'f32'), ...variant };
  const solve = new LocalSampled(openKernel(module), postflopGame(job), settings, variant.pack);
  const { cycle } = solve.schedule;
  let spent = 0;
  const shares = CYCLES.map((cycles) => {
    const before = process.cpuUsage().user;
    solve.advance(cycles * cycle);
    spent += process.cpuUsage().user - before;
    return solve.measure(mass).exploitability / job.pot;
  });
  return { shares, cycleMs: spent / 1000 / CYCLES.at(-1)! };
}

const { values } = parseArgs({ options: { range: { type: 'string', default: '2%' } } });
const module = new WebAssembly.Module(readFileSync(new URL('./kernel.wasm', import.meta.url)));
const job = jobOf(potSpot('Td7h2c', SHALLOW, values.range), loadOrderings);
const game = postflopGame(job);
const meeting = new Instance(openKernel(module), meetingGame(game), 'f32');
const mass = weighted(meeting, 0, meeting.pass(0, true).worth);
console.log(`| Td7h2c, ${values.range} |${CYCLES.map((cycles) => ` ${cycles} cycles |`).join('')} Cost of a cycle |`);
console.log(`|---|${'---|'.repeat(CYCLES.length)}---|`);
let first = 0;
for (const variant of VARIANTS) {
  const { shares, cycleMs } = measure(module, job, mass, variant);
  first ||= cycleMs;
  const cells = shares.map((share) => `${(share * 100).toPrecision(2)} %`);
  console.log(`| ${variant.name} | ${cells.join(' | ')} | × ${(cycleMs / first).toFixed(2)} |`);
}
