// Single hands on two boards: every pair of run-outs that share no card.

import { type EquityJob, HOLE_CARDS } from '../job.ts';
import type { KernelExports } from '../wasm.ts';
import { handsOf, liveCards } from './cards.ts';
import { listRunOuts } from './run-outs.ts';
import type { TallyLayout } from './tally.ts';

/** Counts what each player takes of both pots into `tally`. */
export function tallyJoint(kernel: KernelExports, job: EquityJob, layout: TallyLayout, tally: Float64Array): void {
  const live = liveCards(job);
  const players = job.players.length;
  const [one, two] = job.boards.map((board, index) => winnersByRunOut(kernel, job, index, board, live));
  // How often each pair of winner sets comes up: a set is a byte, a bit for each player.
  const counts = new Map<number, number>();
  let deals = 0;
  for (const a of one!) {
    for (const b of two!) {
      if (a.low & b.low || a.high & b.high) continue;
      const key = (a.winners << 8) | b.winners;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      deals++;
    }
  }
  tally[layout.jointDeals] = deals;
  tally[layout.trials] = deals;
  for (const [key, count] of counts) {
    for (let player = 0; player < players; player++) {
      const quarters = 2 * (share(key >> 8, player) + share(key & 255, player));
      const slot = Number.isInteger(quarters) ? 4 - quarters : 5;
      tally[layout.joint(player) + slot]! += count;
    }
  }
}

/** Part of one board's pot that a player takes. */
function share(winners: number, player: number): number {
  if (((winners >> player) & 1) === 0) return 0;
  let count = 0;
  for (let rest = winners; rest > 0; rest &= rest - 1) count++;
  return 1 / count;
}

interface Winners {
  /** The run-out's cards by their place among the live ones. */
  readonly low: number;
  readonly high: number;
  readonly winners: number;
}

function winnersByRunOut(
  kernel: KernelExports,
  job: EquityJob,
  index: number,
  board: Uint8Array,
  live: Uint8Array,
): Winners[] {
  const holeCards = HOLE_CARDS[job.game];
  const hands = handsOf(job).map((hand) => packHand(Uint8Array.from(hand).sort()));
  return listRunOuts(live, 5 - board.length, []).map(([cards]) => {
    const [a, b, c, d, e] = [...board, ...cards!];
    kernel.setBoard(index, holeCards === 2, a!, b!, c!, d!, e!);
    const ranks = hands.map((hand) => kernel.rankHand(index, hand, holeCards));
    const best = Math.max(...ranks);
    let low = 0;
    let high = 0;
    for (const card of cards!) {
      const place = live.indexOf(card);
      if (place < 26) low |= 1 << place;
      else high |= 1 << (place - 26);
    }
    return { low, high, winners: ranks.reduce((set, rank, player) => (rank === best ? set | (1 << player) : set), 0) };
  });
}

/** A hand as the kernel reads it: one card a byte, lowest first. */
function packHand(cards: Uint8Array): bigint {
  return cards.reduceRight((hand, card) => (hand << 8n) | BigInt(card), 0n);
}
