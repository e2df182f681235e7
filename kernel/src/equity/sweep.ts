// Two ranges on every run-out of a board, each swept exactly. See `assembly/sweep.ts`.

import { type EquityJob, HOLE_CARDS, MADE_HANDS } from '../job.ts';
import { addressOf, type KernelExports } from '../wasm.ts';
import { maskOfCards } from './cards.ts';
import type { ComboSums } from './combo-tally.ts';
import { uniteCombos, writeCombos } from './combos.ts';
import type { RunOut } from './run-outs.ts';
import type { TallyLayout } from './tally.ts';

/** What the kernel keeps of every combo; see `assembly/sweep.ts`. */
const POTS = 1;
const MET = 2;

export interface Sweeper {
  /** Sweeps one run-out of board `index` into a tally, once for each of `runOut`. */
  sweep(tally: Float64Array, index: number, runOut: RunOut): void;
  /** The same for a sampled run-out: a cluster of its own. */
  sample(tally: Float64Array, index: number, cards: Uint8Array): void;
  /** Sums of every combo since the last call; null unless the job asks for them. */
  takeCombos(): ComboSums | null;
  close(): void;
}

/** Loads both players' combos, those that hold a known card left out. */
export function openSweeper(kernel: KernelExports, job: EquityJob, layout: TallyLayout): Sweeper {
  const mark = kernel.mark();
  const holeCards = HOLE_CARDS[job.game];
  const united = uniteCombos(job, holeCards);
  const { count } = united;
  // Two boards on different streets have run-outs of different weight: their sums cannot be added up.
  const keeps = job.detail.combos && new Set(job.boards.map((board) => board.length)).size === 1;
  kernel.reserveSweep(count, holeCards, keeps);
  writeCombos(new Uint8Array(kernel.memory.buffer), kernel.handsAt(), united.cards, holeCards);
  const weights = new Uint32Array(kernel.memory.buffer, kernel.weightsAt(), count * 2);
  weights.set(united.weights);
  const known = maskOfCards(...job.boards, job.dead);

  function sweepBoard(index: number, cards: Uint8Array): { first: number; second: number; tied: number; met: number } {
    const [a, b, c, d, e] = [...job.boards[index]!, ...cards];
    kernel.setBoard(0, holeCards === 2, a!, b!, c!, d!, e!);
    kernel.buildPairs(0, holeCards === 2);
    kernel.sweep(known | maskOfCards(cards), keeps ? POTS | MET : 0);
    if (job.detail.madeHands) kernel.sweepMadeHands();
    const [first, second, met] = new BigInt64Array(kernel.memory.buffer, addressOf(kernel.SWEPT), 3);
    // The difference first: beyond 2^53 the parts are rounded as numbers.
    return { first: Number(first), second: Number(second), tied: Number(met! - first! - second!), met: Number(met) };
  }

  function add(tally: Float64Array, index: number, swept: ReturnType<typeof sweepBoard>, runOut: RunOut): void {
    const times = runOut.length;
    const won = [swept.first, swept.second];
    const { tied } = swept;
    tally[layout.trials]! += times;
    tally[layout.deals(index)]! += swept.met * times;
    for (const [player, pots] of won.entries()) {
      const at = layout.shares(index, player);
      tally[at]! += (pots + tied / 2) * times;
      tally[at + 1]! += pots * times;
      tally[at + 2]! += tied * times;
      if (job.detail.madeHands) addMadeHands(tally, layout.madeHands(index, player), player, times);
    }
    if (!job.detail.nextCards || job.boards[index]!.length === 0) return;
    for (const card of runOut.flatMap((cards) => [...cards])) {
      tally[layout.nextDeals(index) + card]! += swept.met;
      for (const [player, pots] of won.entries()) tally[layout.nextShares(index, player) + card]! += pots + tied / 2;
    }
  }

  function addMadeHands(tally: Float64Array, at: number, player: number, times: number): void {
    const made = new BigInt64Array(kernel.memory.buffer, addressOf(kernel.MADE), 2 * MADE_HANDS.length);
    for (let i = 0; i < MADE_HANDS.length; i++) {
      tally[at + i]! += Number(made[player * MADE_HANDS.length + i]!) * times;
    }
  }

  return {
    sweep(tally, index, runOut) {
      add(tally, index, sweepBoard(index, runOut[0]!), runOut);
    },
    sample(tally, index, cards) {
      const swept = sweepBoard(index, cards);
      add(tally, index, swept, [cards]);
      tally[layout.clusters]! += 1;
      tally[layout.weightSquares]! += swept.met ** 2;
      for (const [player, won] of [swept.first, swept.second].entries()) {
        const pots = won + swept.tied / 2;
        tally[layout.shareSquares(player)]! += pots ** 2;
        tally[layout.shareWeights(player)]! += pots * swept.met;
      }
    },
    takeCombos() {
      if (!keeps) return null;
      const halfPots = new Float64Array(kernel.memory.buffer, kernel.halfPotsAt(), count * 2);
      const met = new Float64Array(kernel.memory.buffer, kernel.metAt(), count * 2);
      const sums = {
        pots: united.places.map((places, player) => pick(halfPots, places, player, 0.5)),
        met: united.places.map((places, player) => pick(met, places, player, 1)),
      };
      kernel.clearCombos();
      return sums;
    },
    close: () => kernel.release(mark),
  };
}

/** One player's sums in the order of his own range; 0 for combos that hold a known card. */
function pick(sums: Float64Array, places: Int32Array, player: number, scale: number): Float64Array {
  const picked = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const at = places[i]!;
    if (at >= 0) picked[i] = sums[at * 2 + player]! * scale;
  }
  return picked;
}
