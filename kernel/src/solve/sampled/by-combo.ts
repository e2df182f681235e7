// Strategies that were stored by bucket, as those of combos: the same buckets are made again.

import type { KernelExports } from '../../wasm.ts';
import type { Branch } from '../game.ts';
import { BOTH, numberCards } from '../hand-lists.ts';
import type { SolveJob } from '../job.ts';
import { reserve } from '../layout.ts';
import { positionAfter, postflopGame } from '../postflop.ts';
import type { NodeShares, SolvedDeal } from '../result.ts';
import { BoardRoom, GONE, type HandPlaces } from './board-room.ts';
import { countBits } from './common.ts';
import { liveCards } from './laid-packs.ts';
import { TwoBoards } from './two-boards.ts';

/** `deal` under the suits it was solved in. Throws where its buckets are not those of the job. */
export function bucketsByCombo(open: () => KernelExports, job: SolveJob, deal: SolvedDeal): SolvedDeal {
  const kernel = open();
  const game = postflopGame(job);
  const live = liveCards(game);
  kernel.reserveLanes(countBits(live), game.handSize);
  numberCards(kernel, live);
  const places = game.hands.map(({ weights, cards }) => liveHands(weights, cards, game.handSize, game.start.gone));
  const two = job.boards.length > 1;
  const boards = new BoardRoom(kernel, game, places as unknown as HandPlaces, countBits(live), job.boards.length);
  const ids = BOTH.map((player) => {
    const at = reserve(kernel, places[player]!.length * 2);
    new Uint16Array(kernel.memory.buffer, at, places[player]!.length).fill(GONE);
    return at;
  }) as [number, number];
  const position = positionAfter(job, deal.dealt);
  const last = deal.dealt.at(-1)!;
  const asked: Branch = { dealt: last, share: 1, images: [], position: () => position };
  const buckets = two
    ? new TwoBoards(kernel, game, boards, [places[0]!.length, places[1]!.length], [asked]).makeBuckets(
        position,
        last,
        job.buckets,
        ids,
      )
    : boards.makeBuckets(position, job.buckets, ids).buckets;
  if (deal.buckets?.some((count, player) => count !== buckets[player])) {
    throw new Error('these buckets are not those of the spot');
  }
  const { players } = job.streets[deal.dealt.length]!;
  const nodes = deal.nodes.map(({ node, parts }): NodeShares => {
    const player = players[node] as 0 | 1;
    const own = new Uint16Array(kernel.memory.buffer, ids[player], places[player]!.length);
    const count = buckets[player];
    const actions = parts.length / count;
    const out = new Uint8Array(actions * own.length);
    own.forEach((bucket, combo) => {
      if (bucket === GONE) return;
      for (let a = 0; a < actions; a++) out[a * own.length + combo] = parts[a * count + bucket]!;
    });
    return { node, parts: out };
  });
  return { ...deal, nodes, buckets: null };
}

/** Every hand that can be held stands at its own number. */
function liveHands(weights: Float32Array, cards: Uint8Array, handSize: number, gone: bigint): Int32Array {
  return Int32Array.from(weights, (weight, hand) => {
    const blocked = cards.subarray(hand * handSize, (hand + 1) * handSize).some((card) => (gone >> BigInt(card)) & 1n);
    return weight > 0 && !blocked ? hand : -1;
  });
}
