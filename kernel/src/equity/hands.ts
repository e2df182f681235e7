// Single hands on one board: every run-out is enumerated by triple tables. See `assembly/hands.ts`.

import { type EquityJob, HOLE_CARDS } from '../job.ts';
import { addressOf, type KernelExports } from '../wasm.ts';
import { liveCards } from './cards.ts';
import type { TallyLayout } from './tally.ts';

/** Pots are counted in 1/840: two to eight players divide it evenly. */
const POT = 840;

/** Counts every run-out of a board. One part, on one thread: the largest takes a few milliseconds. */
export function tallyHands(kernel: KernelExports, job: EquityJob, layout: TallyLayout): Float64Array {
  const tally = new Float64Array(layout.size);
  const hands = job.players.map((player) => (player.kind === 'hand' ? player.cards : new Uint8Array()));
  const board = job.boards[0]!;
  const live = liveCards(job);
  const count = enumerate(kernel, job, hands, board, live);
  tally[layout.trials] = count.runOuts;
  tally[layout.deals(0)] = count.runOuts;
  for (let player = 0; player < hands.length; player++) {
    const at = layout.shares(0, player);
    tally[at] = count.pots[player]!;
    tally[at + 1] = count.wins[player]!;
    tally[at + 2] = count.ties[player]!;
  }
  if (job.detail.nextCards && (board.length === 3 || board.length === 4)) {
    for (const card of live) {
      const next = enumerate(
        kernel,
        job,
        hands,
        Uint8Array.of(...board, card),
        live.filter((other) => other !== card),
      );
      tally[layout.nextDeals(0) + card] = next.runOuts;
      for (let player = 0; player < hands.length; player++) {
        tally[layout.nextShares(0, player) + card] = next.pots[player]!;
      }
    }
  }
  return tally;
}

interface HandCount {
  readonly runOuts: number;
  readonly pots: number[];
  readonly wins: number[];
  readonly ties: number[];
}

function enumerate(
  kernel: KernelExports,
  job: EquityJob,
  hands: readonly Uint8Array[],
  board: Uint8Array,
  live: Uint8Array,
): HandCount {
  const mark = kernel.mark();
  const players = hands.length;
  kernel.setDeck(board.length + live.length, players);
  const bytes = new Uint8Array(kernel.memory.buffer);
  bytes.set(board, addressOf(kernel.DECK));
  bytes.set(live, addressOf(kernel.DECK) + board.length);
  for (const [player, hand] of hands.entries()) {
    bytes.set(hand, addressOf(kernel.HANDS) + 8 * player);
    kernel.buildTriples(player, HOLE_CARDS[job.game]);
  }
  kernel.enumerate(players, board.length);
  kernel.release(mark);
  const counts = (address: number): number[] =>
    Array.from(new BigUint64Array(kernel.memory.buffer, address, players), Number);
  return {
    runOuts: Number(kernel.runOuts()),
    pots: counts(addressOf(kernel.SHARES)).map((share) => share / POT),
    wins: counts(addressOf(kernel.WINS)),
    ties: counts(addressOf(kernel.TIES)),
  };
}
