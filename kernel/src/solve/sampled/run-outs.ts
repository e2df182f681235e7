// Run-outs whose play is kept by bucket: buckets, their tables, and the order of strength.

import type { KernelExports } from '../../wasm.ts';
import type { Tables } from '../deal.ts';
import type { Branch, Position } from '../game.ts';
import { BOTH } from '../hand-lists.ts';
import { type LaidForest, padded, reserve, writeInts } from '../layout.ts';
import type { LaidPacks } from './laid-packs.ts';
import { reserveTables } from './packed-deal.ts';

export interface LaidRunOut {
  readonly branch: Branch;
  readonly position: Position;
  /** Address of a deal's record that has buckets for hands. */
  readonly at: number;
  readonly tables: readonly [Tables, Tables];
  /** Addresses of u16[places]: bucket of each hand, 65535 where it cannot be held. */
  readonly ids: readonly [number, number];
  /** Buckets of each player, and the same filled up to whole blocks. */
  readonly buckets: readonly [number, number];
  readonly rows: readonly [number, number];
  /** Address of u32[segments][2]: buckets of each player up to the end of a strength. */
  readonly bucketEnds: number;
  readonly segments: number;
}

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

/** The opponent's hands that the first feature counts from the top, and the second below those. */
const BEST = 0.15;
const MIDDLING = 0.5;

const MOST_SEGMENTS = 7464;
const GONE = 0xffff;

/** Room to sort the hands of a board and to make buckets of them. */
export class BoardRoom {
  private readonly laid: LaidPacks;
  private readonly order: BoardOrder;
  private readonly strengths: number;
  private readonly reach: number;
  private readonly met: number;
  private readonly sorting: number;
  private readonly bucketEnds: number;
  private readonly twinTable: number;

  constructor(laid: LaidPacks, liveCards: number) {
    const { kernel, counts } = laid;
    const most = Math.max(...counts);
    this.laid = laid;
    const each = (bytes: number): [number, number] =>
      BOTH.map((player) => reserve(kernel, counts[player] * bytes)) as [number, number];
    this.order = {
      counts: [0, 0],
      hands: each(laid.handBytes),
      index: each(4),
      twins: each(4),
      ends: reserve(kernel, MOST_SEGMENTS * 8),
      segments: 0,
    };
    this.strengths = reserve(kernel, most * 2);
    this.reach = reserve(kernel, most * 16);
    this.met = reserve(kernel, most * 16);
    this.sorting = reserve(kernel, most * 16);
    this.bucketEnds = reserve(kernel, MOST_SEGMENTS * 8);
    let deck = 1;
    for (let i = 0; i < laid.handSize; i++) deck = (deck * (liveCards - i)) / (i + 1);
    this.twinTable = reserve(kernel, deck * 4);
    new Uint8Array(kernel.memory.buffer, this.twinTable, deck * 4).fill(0);
  }

  /** Valid until the next call. */
  sort(position: Position, board: number): BoardOrder {
    const { kernel, handSize, originals, counts, packs } = this.laid;
    const { hands, index, twins, ends } = this.order;
    const left = BOTH.map((player) => {
      position.rank(kernel, board, originals[player], counts[player], this.strengths);
      const strengths = new Uint16Array(kernel.memory.buffer, this.strengths, counts[player]);
      packs.hands[player].forEach((hand, place) => {
        if (hand < 0) strengths[place] = 0;
      });
      return kernel.sortHands(
        handSize,
        player,
        originals[player],
        counts[player],
        this.strengths,
        hands[player],
        index[player],
      );
    }) as [number, number];
    const segments = kernel.segmentEnds(ends);
    kernel.findTwins(handSize, hands[0], left[0], hands[1], left[1], twins[0], twins[1], this.twinTable);
    return { ...this.order, counts: left, segments };
  }

  /** Lays a run-out. `weights`: those of each player's hands, by place. `target`: buckets a player, about. */
  lay(
    branch: Branch,
    forest: LaidForest,
    weights: readonly [Float32Array, Float32Array],
    target: number,
    identity: number,
  ): LaidRunOut {
    const { kernel, counts } = this.laid;
    const position = branch.position();
    const order = this.sort(position, 0);
    const ids = BOTH.map((player) => {
      const at = reserve(kernel, counts[player] * 2);
      new Uint16Array(kernel.memory.buffer, at, counts[player]).fill(GONE);
      return at;
    }) as [number, number];
    const buckets = BOTH.map((player) => this.makeBuckets(order, player, weights, target, ids[player])) as [
      number,
      number,
    ];
    const rows: [number, number] = [padded(buckets[0]), padded(buckets[1])];
    const tables = reserveTables(kernel, forest, rows);
    const bucketEnds = writeInts(
      kernel,
      new Int32Array(kernel.memory.buffer, this.bucketEnds, order.segments * 2).slice(),
    );
    const [first, second] = tables;
    const at = writeInts(kernel, [
      forest.at,
      ...rows,
      ...[0, 0],
      ...[identity, identity],
      ...[0, 0],
      ...[0, 0],
      ...[first.regrets, second.regrets],
      ...[first.averages, second.averages],
      ...new Array<number>(9).fill(0),
    ]);
    return { branch, position, at, tables, ids, buckets, rows, bucketEnds, segments: order.segments };
  }

  private makeBuckets(
    { counts, hands, index, twins, ends, segments }: BoardOrder,
    player: 0 | 1,
    weights: readonly [Float32Array, Float32Array],
    target: number,
    ids: number,
  ): number {
    const { kernel, handSize } = this.laid;
    const opponent = player === 0 ? 1 : 0;
    writeFeatures(kernel, this.reach, index[opponent], counts[opponent], weights[opponent]);
    kernel.setSweepHands(hands[player], counts[player], twins[player], hands[opponent], counts[opponent]);
    kernel.sweepMet(handSize, this.reach, this.met);
    return kernel.makeBuckets(
      player,
      ends,
      segments,
      this.met,
      counts[player],
      index[player],
      target,
      FIRST_PARTS,
      ids,
      this.bucketEnds,
      this.sorting,
    );
  }
}

/** Tenths of the logarithm of a strength's parts that go to the first feature. */
const FIRST_PARTS = 6;

/** f32x4[count]: weight among the best, weight, weight among the middling, nothing; weakest hands come first. */
function writeFeatures(kernel: KernelExports, to: number, index: number, count: number, weights: Float32Array): void {
  const places = new Uint32Array(kernel.memory.buffer, index, count);
  const out = new Float32Array(kernel.memory.buffer, to, count * 4);
  let all = 0;
  for (const place of places) all += weights[place]!;
  let below = 0;
  for (let i = 0; i < count; i++) {
    const weight = weights[places[i]!]!;
    const rank = below / all;
    out[i * 4] = rank >= 1 - BEST ? weight : 0;
    out[i * 4 + 1] = weight;
    out[i * 4 + 2] = rank >= MIDDLING && rank < 1 - BEST ? weight : 0;
    out[i * 4 + 3] = 0;
    below += weight;
  }
}
