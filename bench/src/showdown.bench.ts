// What a showdown of all hands against all hands costs the solver, where four of them go in one sweep.

import { Instance } from '../../kernel/src/solve/instance.ts';
import { reserve } from '../../kernel/src/solve/layout.ts';
import { postflopGame } from '../../kernel/src/solve/postflop.ts';
import { openKernel } from '../../kernel/src/wasm.ts';
import { plainSweep } from './plain-sweep.ts';
import { medianMs, type Row } from './row.ts';
import { jobOf, RIVER } from './solve-spots.ts';

const LANES = 4;
/** To the winner, to each who ties and to the loser 1, 0 and −1: what is beaten, beaten or tied, and met brings. */
const FORMS = [1, 1, -1];

export async function showdownRow(module: WebAssembly.Module): Promise<Row> {
  const kernel = openKernel(module);
  const deal = new Instance(kernel, postflopGame(jobOf(RIVER)), 'f32').start;
  // The record that `kernel/src/solve/deal.ts` lays.
  const [, hands, , first, second, , , twins, , ends, segments] = new Uint32Array(kernel.memory.buffer, deal.at, 11);
  const size = hands! * LANES * 4;
  const [reach, worth, met] = [0, 0, 0].map(() => reserve(kernel, size));
  const forms = reserve(kernel, FORMS.length * LANES * 4);
  const { buffer } = kernel.memory;
  new Float32Array(buffer, forms, FORMS.length * LANES).set(FORMS.flatMap((form) => Array(LANES).fill(form)));
  const lanes = new Float32Array(buffer, reach, hands! * LANES).map(() => Math.random());
  new Float32Array(buffer, reach, lanes.length).set(lanes);
  kernel.setSweepHands(first!, hands!, twins!, second!, hands!);
  const ours = await medianMs(25, () => kernel.sweepShowdown(4, 0, ends!, segments!, reach!, worth!, met!, forms));

  const sorted = {
    cards: new Uint8Array(buffer, first, hands! * 4).slice(),
    ends: new Uint32Array(buffer, ends, segments! * 2).filter((_, i) => i % 2 === 0),
  };
  const plain = new Float64Array(hands!);
  const own = Float32Array.from(plain, (_, i) => lanes[i * LANES]!);
  const theirs = await medianMs(5, () => plainSweep(sorted, own, plain));
  const found = new Float32Array(buffer, worth, hands! * LANES);
  if (plain.some((value, i) => Math.abs(value - found[i * LANES]!) > 1)) throw new Error('two sweeps, two answers');
  return {
    what: 'Solver: all hands v all hands at a showdown, each of four at once, 1 thread',
    ours: ours / LANES,
    unit: 'ms',
    peer: 'the same sweep in plain JavaScript',
    theirs,
    bar: 1.5,
  };
}
