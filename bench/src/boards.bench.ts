// Ranking hands: every hand of a board at once, and against evaluators that rank five cards at a time.

import { evaluateCardCodes } from 'phe';
import { addressOf, type KernelExports } from '../../kernel/src/wasm.ts';
import { cardsOf, deal } from './cards.ts';
import { medianMs, type Row } from './row.ts';

const HANDS = 178_365;
/** Hands the slow way is timed on. */
const SOME = 20_000;

export async function boardRows(kernel: KernelExports): Promise<Row[]> {
  const board = cardsOf('Ks9d4c2h7s');
  const live = Uint8Array.from({ length: 52 }, (_, card) => card).filter((card) => !board.includes(card));
  const mark = kernel.mark();
  const to = kernel.reserve(HANDS * 2);
  const ours = await medianMs(200, () => {
    const [a, b, c, d, e] = board;
    kernel.setBoard(0, false, a!, b!, c!, d!, e!);
    kernel.buildPairs(0, false);
    new Uint8Array(kernel.memory.buffer).set(live, addressOf(kernel.LIVE));
    kernel.rankAllHands(live.length, 4, to);
  });
  kernel.release(mark);
  const deals = Array.from({ length: SOME }, () => deal(9));
  const phe = await medianMs(5, () => {
    let best = 0;
    for (const nine of deals) best += omahaByFives(nine);
    return best;
  });
  const rate = (hands: number, ms: number): number => hands / ms / 1000;
  return [
    {
      what: 'Ranking all 178,365 hands of a board',
      ours: rate(HANDS, ours),
      unit: 'M hands/s',
      peer: 'phe, 60 fives a hand',
      theirs: rate(SOME, phe),
      bar: 400,
    },
  ];
}

/** Smaller is stronger in phe. */
function omahaByFives(nine: readonly number[]): number {
  let best = 10_000;
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < i; j++) {
      for (let x = 4; x < 9; x++) {
        for (let y = 4; y < x; y++) {
          for (let z = 4; z < y; z++) {
            best = Math.min(best, evaluateCardCodes([nine[i]!, nine[j]!, nine[x]!, nine[y]!, nine[z]!]));
          }
        }
      }
    }
  }
  return best;
}
