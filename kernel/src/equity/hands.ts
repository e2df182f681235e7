// Single hands on one board: every run-out is enumerated by triple tables. See `assembly/hands.ts`.

import { type EquityJob, HOLE_CARDS, MADE_HANDS } from '../job.ts';
import { addressOf, type KernelExports } from '../wasm.ts';
import { handsOf, liveCards } from './cards.ts';
import type { TallyLayout } from './tally.ts';

/** Pots are counted in 1/840: two to eight players divide it evenly. */
const POT = 840;

/** Counts every run-out of one board into `tally`. The largest takes a few milliseconds. */
export function tallyHands(
  kernel: KernelExports,
  job: EquityJob,
  layout: TallyLayout,
  tally: Float64Array,
  index: number,
): void {
  const hands = handsOf(job);
  const board = job.boards[index]!;
  const live = liveCards(job);
  const count = enumerate(kernel, job, hands, board, live, job.detail.madeHands);
  tally[layout.trials]! += count.runOuts;
  tally[layout.deals(index)] = count.runOuts;
  for (let player = 0; player < hands.length; player++) {
    const at = layout.shares(index, player);
    tally[at] = count.pots[player]!;
    tally[at + 1] = count.wins[player]!;
    tally[at + 2] = count.ties[player]!;
    if (!job.detail.madeHands) continue;
    const made = count.madeHands.slice(player * MADE_HANDS.length, (player + 1) * MADE_HANDS.length);
    tally.set(made, layout.madeHands(index, player));
  }
  if (!job.detail.nextCards || board.length < 3 || board.length === 5) return;
  for (const card of live) {
    const rest = live.filter((other) => other !== card);
    const next = enumerate(kernel, job, hands, Uint8Array.of(...board, card), rest, false);
    tally[layout.nextDeals(index) + card] = next.runOuts;
    for (let player = 0; player < hands.length; player++) {
      tally[layout.nextShares(index, player) + card] = next.pots[player]!;
    }
  }
}

interface HandCount {
  readonly runOuts: number;
  readonly pots: readonly number[];
  readonly wins: readonly number[];
  readonly ties: readonly number[];
  /** Nine for each player; empty unless asked. */
  readonly madeHands: readonly number[];
}

function enumerate(
  kernel: KernelExports,
  job: EquityJob,
  hands: readonly Uint8Array[],
  board: Uint8Array,
  live: Uint8Array,
  madeHands: boolean,
): HandCount {
  const mark = kernel.mark();
  const players = hands.length;
  kernel.setDeck(board.length + live.length, players);
  const bytes = new Uint8Array(kernel.memory.buffer);
  bytes.set(board, addressOf(kernel.DECK));
  bytes.set(live, addressOf(kernel.DECK) + board.length);
  for (const [player, hand] of hands.entries()) {
    bytes.set(hand, addressOf(kernel.HANDS) + 8 * player);
    if (job.game !== 'holdem') kernel.buildTriples(player, HOLE_CARDS[job.game]);
  }
  if (job.game === 'holdem') kernel.enumerateHoldem(players, board.length, madeHands);
  else {
    kernel.enumerate(players, board.length);
    if (madeHands) kernel.enumerateMadeHands(players, board.length);
  }
  kernel.release(mark);
  const counts = (global: { readonly value: number }, length = players): number[] =>
    Array.from(new BigUint64Array(kernel.memory.buffer, addressOf(global), length), Number);
  return {
    runOuts: Number(kernel.runOuts()),
    pots: counts(kernel.SHARES).map((share) => share / POT),
    wins: counts(kernel.WINS),
    ties: counts(kernel.TIES),
    madeHands: madeHands ? counts(kernel.HAND_MADE, players * MADE_HANDS.length) : [],
  };
}
