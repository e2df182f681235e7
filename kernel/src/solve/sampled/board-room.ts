// The hands of a board in order of strength, and the buckets they are in.
//
// Hands are taken in the order of the game, wherever they stand: buckets depend on ranges and board alone, so that whoever
// opens a stored run-out finds the same ones.

import type { KernelExports } from '../../wasm.ts';
import type { Game, Position } from '../game.ts';
import { BOTH, packHands } from '../hand-lists.ts';
import { reserve } from '../layout.ts';

/** Hands of both players in the order of a board. */
export interface BoardOrder {
  readonly counts: readonly [number, number];
  /** Addresses of packed hands, and of the places they stand at. */
  readonly hands: readonly [number, number];
  readonly index: readonly [number, number];
  readonly twins: readonly [number, number];
  /** Address of u32[segments][2]. */
  readonly ends: number;
  readonly segments: number;
}

export interface BoardBuckets {
  readonly order: BoardOrder;
  /** Buckets of each player. */
  readonly buckets: readonly [number, number];
  /** u32[segments][2]: buckets of each player up to the end of a strength. */
  readonly bucketEnds: Int32Array;
}

/** The opponent's hands that the first feature counts from the top, and the second below those. */
const BEST = 0.15;
const MIDDLING = 0.5;
/** Tenths of the logarithm of a strength's buckets that go to the first feature. */
const FIRST_PARTS = 6;
const MOST_SEGMENTS = 7464;
/** No bucket: the hand cannot be held. */
export const GONE = 0xffff;

/** Where each player's hands stand, −1 for hands that cannot be held. */
export type HandPlaces = readonly [Int32Array, Int32Array];

export class BoardRoom {
  private readonly kernel: KernelExports;
  private readonly handSize: number;
  /** Live hands in the order of the game: u64 each, places, and weights. */
  readonly lists: readonly { at: number; count: number; places: Uint32Array; weights: Float32Array }[];
  /** By board. */
  private readonly orders: readonly Omit<BoardOrder, 'counts' | 'segments'>[];
  private readonly strengths: number;
  private readonly reach: number;
  private readonly met: number;
  private readonly sorting: number;
  private readonly bucketEnds: number;
  private readonly twinTable: number;

  /** `cards`: how many are live, numbered as `numberCards` has it. */
  constructor(kernel: KernelExports, game: Game, places: HandPlaces, cards: number, boards: number) {
    const { handSize } = game;
    this.kernel = kernel;
    this.handSize = handSize;
    this.lists = BOTH.map((player) => layList(kernel, game, player, places[player]));
    const most = Math.max(...this.lists.map(({ count }) => count));
    const each = (bytes: number): [number, number] =>
      BOTH.map((player) => reserve(kernel, this.lists[player]!.count * bytes)) as [number, number];
    this.orders = Array.from({ length: boards }, () => ({
      hands: each(handSize > 4 ? 8 : 4),
      index: each(4),
      twins: each(4),
      ends: reserve(kernel, MOST_SEGMENTS * 8),
    }));
    this.strengths = reserve(kernel, most * 2);
    this.reach = reserve(kernel, most * 16);
    this.met = reserve(kernel, most * 16);
    this.sorting = reserve(kernel, most * 16);
    this.bucketEnds = reserve(kernel, MOST_SEGMENTS * 8);
    let deck = 1;
    for (let i = 0; i < handSize; i++) deck = (deck * (cards - i)) / (i + 1);
    this.twinTable = reserve(kernel, deck * 4);
    new Uint8Array(kernel.memory.buffer, this.twinTable, deck * 4).fill(0);
  }

  /** Hands by place in the order of a board; valid until the next call for that board. */
  sort(position: Position, board: number): BoardOrder {
    const order = this.sortInGameOrder(position, board);
    for (const player of BOTH) {
      const { places } = this.lists[player]!;
      const index = new Uint32Array(this.kernel.memory.buffer, order.index[player], order.counts[player]);
      for (let i = 0; i < index.length; i++) index[i] = places[index[i]!]!;
    }
    return order;
  }

  private sortInGameOrder(position: Position, board: number): BoardOrder {
    const order = this.sortAll(position, board, position.gone);
    this.findTwins(order.hands, order.counts, order.twins);
    return order;
  }

  /** Hands without a card of `gone` by their numbers among `lists`, twins left out. */
  sortAll(position: Position, board: number, gone: bigint): BoardOrder {
    const { kernel, handSize } = this;
    const own = this.orders[board]!;
    const counts = BOTH.map((player) => {
      const { at, count } = this.lists[player]!;
      position.rank(kernel, board, gone, at, count, this.strengths);
      return kernel.sortHands(handSize, player, at, count, this.strengths, own.hands[player], own.index[player]);
    }) as [number, number];
    return { ...own, counts, segments: kernel.segmentEnds(own.ends) };
  }

  findTwins(hands: readonly [number, number], counts: readonly [number, number], to: readonly [number, number]): void {
    const { kernel, handSize, twinTable } = this;
    kernel.findTwins(handSize, hands[0], counts[0], hands[1], counts[1], to[0], to[1], twinTable);
  }

  /** Buckets of a board, about `target` a player, to u16 `ids` by place; places of hands that are gone are left as they were. */
  makeBuckets(position: Position, target: number, ids: readonly [number, number]): BoardBuckets {
    const { kernel } = this;
    const order = this.sortInGameOrder(position, 0);
    const features = BOTH.map((player) => {
      const { weights } = this.lists[player]!;
      return featuresOf(new Uint32Array(kernel.memory.buffer, order.index[player], order.counts[player]), weights);
    });
    for (const player of BOTH) {
      const { places } = this.lists[player]!;
      const index = new Uint32Array(kernel.memory.buffer, order.index[player], order.counts[player]);
      for (let i = 0; i < index.length; i++) index[i] = places[index[i]!]!;
    }
    const buckets = BOTH.map((player) => {
      const opponent = player === 0 ? 1 : 0;
      const { hands, twins, counts, ends, index, segments } = order;
      new Float32Array(kernel.memory.buffer, this.reach, counts[opponent] * 4).set(features[opponent]!);
      kernel.setSweepHands(hands[player], counts[player], twins[player], hands[opponent], counts[opponent]);
      kernel.sweepMet(this.handSize, this.reach, this.met);
      return kernel.makeBuckets(
        player,
        ends,
        segments,
        this.met,
        counts[player],
        index[player],
        target,
        FIRST_PARTS,
        ids[player],
        this.bucketEnds,
        this.sorting,
      );
    }) as [number, number];
    return {
      order,
      buckets,
      bucketEnds: new Int32Array(kernel.memory.buffer, this.bucketEnds, order.segments * 2).slice(),
    };
  }
}

function layList(kernel: KernelExports, { hands, handSize }: Game, player: 0 | 1, places: Int32Array) {
  const { cards, weights } = hands[player];
  const live = [...places.keys()].filter((hand) => places[hand]! >= 0);
  const own = new Uint8Array(live.length * handSize);
  live.forEach((hand, i) => {
    own.set(cards.subarray(hand * handSize, (hand + 1) * handSize), i * handSize);
  });
  const liveWeights = Float32Array.from(live, (hand) => weights[hand]!);
  return {
    at: packHands(kernel, { cards: own, weights: liveWeights }, handSize),
    count: live.length,
    places: Uint32Array.from(live, (hand) => places[hand]!),
    weights: liveWeights,
  };
}

/** f32x4[count]: weight among the best, weight, weight among the middling, nothing; weakest hands come first. */
function featuresOf(index: Uint32Array, weights: Float32Array): Float32Array {
  const out = new Float32Array(index.length * 4);
  let all = 0;
  for (const hand of index) all += weights[hand]!;
  let below = 0;
  for (let i = 0; i < index.length; i++) {
    const weight = weights[index[i]!]!;
    const rank = below / all;
    out[i * 4] = rank >= 1 - BEST ? weight : 0;
    out[i * 4 + 1] = weight;
    out[i * 4 + 2] = rank >= MIDDLING && rank < 1 - BEST ? weight : 0;
    below += weight;
  }
  return out;
}
