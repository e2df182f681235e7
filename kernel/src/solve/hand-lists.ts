// The hands of a deal laid out in the module's memory: who is left, in which order, and who is whose twin.

import { addressOf, type KernelExports } from '../wasm.ts';
import type { Hands, Position } from './game.ts';
import { reserve, writeInts } from './layout.ts';

/** What is known of the hands before a deal is laid. */
export interface HandsAbove {
  readonly position: Position;
  /** Addresses of u64[counts]: the hands above. */
  readonly above: readonly [number, number];
  readonly aboveCounts: readonly [number, number];
  readonly handSize: number;
}

export const BOTH = [0, 1] as const;

/** Hands one card a byte, as the kernel takes them. */
export function packHands(kernel: KernelExports, hands: Hands, handSize: number): number {
  const count = hands.weights.length;
  const at = reserve(kernel, count * 8);
  const bytes = new Uint8Array(kernel.memory.buffer, at, count * 8).fill(0);
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < handSize; c++) bytes[i * 8 + c] = hands.cards[i * handSize + c]!;
  }
  return at;
}

/** Room that laying a deal needs for a while. */
export interface Scratch {
  readonly hands: number;
  readonly index: number;
  readonly strengths: number;
  /** u32, zeros, one a hand of the deck. */
  readonly twins: number;
}

/** Which card is which among those that are live. */
export function numberCards(kernel: KernelExports, live: bigint): void {
  const table = new Uint8Array(kernel.memory.buffer, addressOf(kernel.COMPACT), 64);
  let next = 0;
  for (let card = 0; card < 64; card++) table[card] = (live >> BigInt(card)) & 1n ? next++ : 0;
}

export interface List {
  readonly count: number;
  readonly hands: number;
  readonly index: number;
}

interface Order {
  readonly lists: readonly [List, List];
  readonly ends: number;
  readonly segments: number;
}

function copyList(kernel: KernelExports, handSize: number, count: number, scratch: Scratch): List {
  const bytes = count * (handSize > 4 ? 8 : 4);
  const hands = reserve(kernel, bytes);
  const index = reserve(kernel, count * 4);
  const memory = new Uint8Array(kernel.memory.buffer);
  memory.copyWithin(hands, scratch.hands, scratch.hands + bytes);
  memory.copyWithin(index, scratch.index, scratch.index + count * 4);
  return { count, hands, index };
}

/** Both players' hands in the order of a board. */
export function sortBoard(kernel: KernelExports, plan: HandsAbove, scratch: Scratch, board: number): Order {
  const { position, above, aboveCounts, handSize } = plan;
  const lists = BOTH.map((player) => {
    const from = above[player];
    const count = aboveCounts[player];
    position.rank(kernel, board, position.gone, from, count, scratch.strengths);
    const live = kernel.sortHands(handSize, player, from, count, scratch.strengths, scratch.hands, scratch.index);
    return copyList(kernel, handSize, live, scratch);
  }) as [List, List];
  const segments = kernel.segmentEnds(scratch.hands);
  const ends = reserve(kernel, segments * 8);
  new Uint8Array(kernel.memory.buffer).copyWithin(ends, scratch.hands, scratch.hands + segments * 8);
  return { lists, ends, segments };
}

export function findTwins(
  kernel: KernelExports,
  handSize: number,
  first: List,
  second: List,
  table: number,
): [number, number] {
  const twins: [number, number] = [reserve(kernel, first.count * 4), reserve(kernel, second.count * 4)];
  kernel.findTwins(handSize, first.hands, first.count, second.hands, second.count, twins[0], twins[1], table);
  return twins;
}

/** The hands of a list with their cards as the game numbers them. */
export function gather(kernel: KernelExports, from: number, { count, index }: List): number {
  const at = reserve(kernel, count * 8);
  const source = new BigUint64Array(kernel.memory.buffer);
  const places = new Uint32Array(kernel.memory.buffer, index, count);
  const to = new BigUint64Array(kernel.memory.buffer, at, count);
  for (let i = 0; i < count; i++) to[i] = source[from / 8 + places[i]!]!;
  return at;
}

/** The second board's order, with places in the first board's. */
export function layOther(
  kernel: KernelExports,
  plan: HandsAbove,
  scratch: Scratch,
  first: readonly [List, List],
): number[] {
  const other = sortBoard(kernel, plan, scratch, 1);
  const places = BOTH.map((player) => {
    const { count, index } = other.lists[player];
    const placeOf = new Uint32Array(plan.aboveCounts[player]);
    new Uint32Array(kernel.memory.buffer, first[player].index, count).forEach((above, i) => {
      placeOf[above] = i;
    });
    return writeInts(
      kernel,
      new Uint32Array(kernel.memory.buffer, index, count).map((above) => placeOf[above]!),
    );
  });
  const twins = findTwins(kernel, plan.handSize, other.lists[0], other.lists[1], scratch.twins);
  return [other.lists[0].hands, other.lists[1].hands, ...places, ...twins, other.ends, other.segments];
}

/** Hands that hold no dealt card, in the order above. */
export function keepBoth(kernel: KernelExports, plan: HandsAbove, scratch: Scratch): readonly [List, List] {
  return BOTH.map((player) => {
    const { handSize, above, aboveCounts, position } = plan;
    const count = kernel.keepHands(
      handSize,
      above[player],
      aboveCounts[player],
      position.gone,
      scratch.hands,
      scratch.index,
    );
    return copyList(kernel, handSize, count, scratch);
  }) as [List, List];
}
