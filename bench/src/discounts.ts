// `node tools/discounts.mjs`: how the discount decides how fast a solve gets there, as a Markdown table for each spot.
//
// Iterations are the same on any machine, so nothing is timed. `--wasm file` takes another kernel.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Discount } from '../../kernel/src/solve/discount.ts';
import { Instance } from '../../kernel/src/solve/instance.ts';
import { measure, weighted } from '../../kernel/src/solve/local-solve.ts';
import { partedGame } from '../../kernel/src/solve/parted.ts';
import { meetingGame } from '../../kernel/src/solve/plain-games.ts';
import { postflopGame } from '../../kernel/src/solve/postflop.ts';
import { openKernel } from '../../kernel/src/wasm.ts';
import { loadOrderings } from './orderings.ts';
import { HOLDEM_TURN, jobOf, RIVER, RIVER_TENTH, RIVER_UNEQUAL } from './solve-spots.ts';

const SPOTS = [
  { name: 'River, all hands', spot: RIVER },
  { name: 'River, 10 %', spot: RIVER_TENTH },
  { name: 'River, unequal ranges', spot: RIVER_UNEQUAL },
  { name: "Hold'em turn", spot: HOLDEM_TURN },
];
const MEASURED = [20, 38, 63, 80, 100];

interface Variant {
  readonly alpha: number;
  readonly loss: number;
  readonly gamma: number;
  /** The iteration from which the factor of positive regrets counts: 1 drops those of the very first. */
  readonly start: 0 | 1;
  /** Whether the average starts anew at every power of four. */
  readonly reset: boolean;
  /** Whether the river is cut below its first node, as a solve of many hands does. Only rounding may differ. */
  readonly cut: boolean;
}

const KEPT: Variant = { alpha: 1.5, loss: 0.5, gamma: 4, start: 0, reset: false, cut: true };
const LATE: Variant = { ...KEPT, start: 1 };

/** One thing changed at a time; the last is what postflop-solver does. */
const VARIANTS: readonly Variant[] = [
  KEPT,
  { ...KEPT, cut: false },
  ...[0, 0.25, 0.7, 0.9].map((loss) => ({ ...KEPT, loss })),
  ...[2, 3, 5].map((gamma) => ({ ...KEPT, gamma })),
  { ...KEPT, reset: true },
  ...[1, 1.25, 2].map((alpha) => ({ ...KEPT, alpha })),
  LATE,
  { ...LATE, cut: false },
  { ...LATE, loss: 0.7 },
  { ...LATE, loss: 0.7, cut: false },
  { ...LATE, gamma: 3, reset: true },
];

function discountOf({ alpha, loss, gamma, start, reset }: Variant, iteration: number): Discount {
  const power = Math.max(iteration - start, 0) ** alpha;
  const since = reset && iteration > 0 ? iteration - 4 ** Math.floor(Math.log2(iteration) / 2) : iteration;
  return { gain: power / (power + 1), loss, keep: (since / (since + 1)) ** gamma };
}

function nameOf({ alpha, loss, gamma, start, reset, cut }: Variant): string {
  return `${alpha} | ${loss} | ${gamma} | ${start} | ${reset ? 'yes' : 'no'} | ${cut ? 'yes' : 'no'}`;
}

const { values } = parseArgs({ options: { wasm: { type: 'string' } } });
const file = values.wasm ?? new URL('./kernel.wasm', import.meta.url);
const module = new WebAssembly.Module(readFileSync(file));

for (const { name, spot } of SPOTS) {
  const job = jobOf(spot, loadOrderings);
  const game = postflopGame(job);
  const meeting = new Instance(openKernel(module), meetingGame(game), 'f32');
  const mass = weighted(meeting, 0, meeting.pass(0, true).worth);
  console.log(`${name}\n\n| α | Loss | γ | From | Reset | Cut |${MEASURED.map((at) => ` ${at} |`).join('')}`);
  console.log(`|---|---|---|---|---|---|${'---|'.repeat(MEASURED.length)}`);
  for (const variant of VARIANTS) {
    const instance = new Instance(openKernel(module), variant.cut ? partedGame(game) : game, 'f32');
    const cells: string[] = [];
    for (let i = 0; i < MEASURED.at(-1)!; i++) {
      instance.setDiscount(discountOf(variant, i));
      instance.pass(0, false);
      instance.pass(1, false);
      if (!MEASURED.includes(i + 1)) continue;
      const share = measure(instance, mass).exploitability / job.pot;
      cells.push((share * 100).toPrecision(2));
    }
    console.log(`| ${nameOf(variant)} | ${cells.join(' | ')} |`);
  }
  console.log();
}
