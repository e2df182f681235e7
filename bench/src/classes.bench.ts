// Every class of PLO4 hands against a random hand, exactly: what the generator of the orderings does on all boards.

import { classHands, comboCount } from '@ploscope/poker';
import type { KernelExports } from '../../kernel/src/wasm.ts';
import { medianMs, type Row } from './row.ts';

const BOARD_CLASSES = 134_459;
/** Boards that are timed, evenly spread over all. */
const SOME = 60;
/** Keep the pots of every combo; see `kernel/assembly/sweep.ts`. */
const POTS = 1;

export async function classRows(kernel: KernelExports): Promise<Row[]> {
  const mark = kernel.mark();
  const combos = comboCount('plo4');
  kernel.reserveSweep(combos, 4, true);
  const bytes = new Uint8Array(kernel.memory.buffer);
  const hand = [0, 1, 2, 3];
  for (let at = kernel.handsAt(); at < kernel.handsAt() + combos * 8; at += 8) {
    bytes.fill(0, at, at + 8);
    bytes.set(hand, at);
    let i = 0;
    for (; i < 3 && hand[i]! + 1 === hand[i + 1]!; i++) hand[i] = i;
    hand[i]!++;
  }
  new Uint32Array(kernel.memory.buffer, kernel.weightsAt(), combos * 2).fill(1);
  // A class of boards is a class of five-card hands.
  const boards = classHands('plo5');
  const ms = await medianMs(3, () => {
    for (let n = 0; n < SOME; n++) {
      const at = Math.floor(((n + 0.5) * BOARD_CLASSES) / SOME) * 5;
      const [a, b, c, d, e] = boards.subarray(at, at + 5);
      kernel.setBoard(0, false, a!, b!, c!, d!, e!);
      kernel.buildPairs(0, false);
      kernel.sweep(
        [a, b, c, d, e].reduce((mask, card) => mask | (1n << BigInt(card!)), 0n),
        POTS,
      );
    }
  });
  kernel.release(mark);
  const seconds = (ms / SOME / 1000) * BOARD_CLASSES;
  const what = 'All 16,432 PLO4 classes v random, exact, on 2 threads, scaled up from 60 boards on one';
  return [{ what, ours: seconds / 2, unit: 's', peer: 'none', theirs: null, bar: 600 }];
}
