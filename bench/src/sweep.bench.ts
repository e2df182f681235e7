// Ranges against ranges: exact on turn and flop, sampled before it.

import type { Pool } from '@ploscope/kernel/host/node';
import type { KernelExports } from '../../kernel/src/wasm.ts';
import { cardsOf, job, RANDOM } from './cards.ts';
import { medianMs, type Row } from './row.ts';

/** Hands a side of the double loop that stands in for the plain way. */
const SAMPLE = 1500;

export async function sweepRows(kernel: KernelExports, one: Pool, all: Pool): Promise<Row[]> {
  const any = [RANDOM, RANDOM];
  const exact = (pool: Pool, runs: number, board: string): Promise<number> =>
    medianMs(runs, async () => {
      const answer = await pool.run(job({ players: any, boards: [cardsOf(board)] }));
      if (!answer.ok || !answer.value.exact) throw new Error('not exact');
    });
  const plainMs = await plainBoardMs(kernel);
  return [
    {
      what: 'All hands v all hands on a river, exact',
      ours: await exact(one, 15, 'Ks9d4c2h7s'),
      unit: 'ms',
      peer: 'plain double loop, scaled up',
      theirs: plainMs,
      bar: null,
    },
    {
      what: 'All v all on a turn, exact, 1 thread',
      ours: (await exact(one, 5, 'Ks9d4c2h')) / 1000,
      unit: 's',
      peer: 'plain double loop, scaled up',
      theirs: (plainMs * 48) / 1000,
      bar: 0.3,
    },
    {
      what: 'All v all on a rainbow flop, exact, 1 thread',
      ours: (await exact(one, 1, 'Ks9d4c')) / 1000,
      unit: 's',
      peer: 'plain double loop, scaled up',
      theirs: (plainMs * 1176) / 1000,
      bar: 6,
    },
    {
      what: `The same on ${all.size} threads`,
      ours: (await exact(all, 1, 'Ks9d4c')) / 1000,
      unit: 's',
      peer: 'none',
      theirs: null,
      bar: 3,
    },
  ];
}

/** Time to compare every hand with every other on one board, from a square of some hands scaled up. */
async function plainBoardMs(kernel: KernelExports): Promise<number> {
  const board = cardsOf('Ks9d4c2h7s');
  const live = Array.from({ length: 52 }, (_, card) => card).filter((card) => !board.includes(card));
  const [a, b, c, d, e] = board;
  kernel.setBoard(0, false, a!, b!, c!, d!, e!);
  const hands = Array.from({ length: SAMPLE }, () => {
    const cards = new Set<number>();
    while (cards.size < 4) cards.add(live[Math.floor(Math.random() * live.length)]!);
    const sorted = [...cards].sort((x, y) => x - y);
    const packed = sorted.reduceRight((sum, card) => (sum << 8n) | BigInt(card), 0n);
    const low = sorted.reduce((mask, card) => (card < 26 ? mask | (1 << card) : mask), 0);
    const high = sorted.reduce((mask, card) => (card >= 26 ? mask | (1 << (card - 26)) : mask), 0);
    return { low, high, rank: kernel.rankHand(0, packed, 4) };
  });
  const low = Int32Array.from(hands, (hand) => hand.low);
  const high = Int32Array.from(hands, (hand) => hand.high);
  const rank = Int32Array.from(hands, (hand) => hand.rank);
  const ms = await medianMs(5, () => {
    let won = 0;
    for (let i = 0; i < SAMPLE; i++) {
      for (let j = 0; j < SAMPLE; j++) {
        if ((low[i]! & low[j]!) === 0 && (high[i]! & high[j]!) === 0 && rank[i]! > rank[j]!) won++;
      }
    }
    return won;
  });
  return ms * (178_365 / SAMPLE) ** 2;
}
