// A position in the module's memory: its hands in order, its tables, and the deals that follow.

import { addressOf, type KernelExports } from '../wasm.ts';
import type { Branch, Hands, Position } from './game.ts';
import { type LaidForest, padded, reserve, writeInts } from './layout.ts';

export interface LaidDeal {
  /** Address of the record. */
  readonly at: number;
  readonly depth: number;
  readonly position: Position;
  readonly forest: LaidForest;
  /** Hands of each player that are left. */
  readonly counts: readonly [number, number];
  /** Addresses of u64[hands], cards as the game numbers them. Only where cards are to come. */
  readonly originals: readonly [number, number] | null;
  /** Addresses of u32[hands]: place of each hand among those of the deal above. */
  readonly index: readonly [number, number];
  /** Addresses and bytes of the tables; bytes are 0 where this instance does not keep them. */
  readonly tables: readonly [Tables, Tables];
  readonly branch: Branch | null;
  readonly children: LaidDeal[];
  /** By player: address of the addresses of the images' tables, and how many. */
  readonly images: readonly [number, number];
  readonly imageCount: number;
}

export interface Tables {
  readonly regrets: number;
  readonly averages: number;
  /** Of each of the two. */
  readonly bytes: number;
}

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

export interface DealPlan {
  readonly depth: number;
  readonly position: Position;
  readonly forest: LaidForest;
  readonly branch: Branch | null;
  /** Addresses of u64[counts]: the hands above. */
  readonly above: readonly [number, number];
  readonly aboveCounts: readonly [number, number];
  /** By player: tables of images. */
  readonly images: readonly [readonly number[], readonly number[]];
  /** A bit for each card that any hand holds. */
  readonly deck: bigint;
  readonly handSize: number;
  readonly keepTables: boolean;
}

const BOTH = [0, 1] as const;

/** Lays a deal without its children. */
export function layDeal(kernel: KernelExports, plan: DealPlan, scratch: Scratch): LaidDeal {
  const { position, forest, handSize, above, aboveCounts } = plan;
  numberCards(kernel, plan.deck & ~position.gone);
  const final = position.branches === null;
  const sorted = final ? sortBoard(kernel, plan, scratch, 0) : null;
  const lists = sorted
    ? sorted.lists
    : BOTH.map((player) => {
        const count = kernel.keepHands(
          handSize,
          above[player],
          aboveCounts[player],
          position.gone,
          scratch.hands,
          scratch.index,
        );
        return copyList(kernel, handSize, count, scratch);
      });
  const [first, second] = lists as [List, List];
  const twins = findTwins(kernel, handSize, first, second, scratch.twins);
  const originals = final
    ? null
    : (BOTH.map((player) => gather(kernel, above[player], lists[player]!)) as [number, number]);
  const other =
    final && position.boards > 1 ? layOther(kernel, plan, scratch, [first, second]) : [0, 0, 0, 0, 0, 0, 0, 0];
  const tables = BOTH.map((player) => reserveTables(kernel, plan, player, lists[player]!.count)) as [Tables, Tables];
  const at = writeInts(kernel, [
    forest.at,
    first.count,
    second.count,
    first.hands,
    second.hands,
    first.index,
    second.index,
    ...twins,
    sorted?.ends ?? 0,
    sorted?.segments ?? 0,
    tables[0].regrets,
    tables[1].regrets,
    tables[0].averages,
    tables[1].averages,
    0,
    ...other,
  ]);
  return {
    at,
    depth: plan.depth,
    position,
    forest,
    counts: [first.count, second.count],
    originals,
    index: [first.index, second.index],
    tables,
    branch: plan.branch,
    children: [],
    images: [writeInts(kernel, plan.images[0]), writeInts(kernel, plan.images[1])],
    imageCount: plan.images[0].length,
  };
}

/** Which card is which among those that are live. */
function numberCards(kernel: KernelExports, live: bigint): void {
  const table = new Uint8Array(kernel.memory.buffer, addressOf(kernel.COMPACT), 64);
  let next = 0;
  for (let card = 0; card < 64; card++) table[card] = (live >> BigInt(card)) & 1n ? next++ : 0;
}

interface List {
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
function sortBoard(kernel: KernelExports, plan: DealPlan, scratch: Scratch, board: number): Order {
  const { position, above, aboveCounts, handSize } = plan;
  const lists = BOTH.map((player) => {
    const from = above[player];
    const count = aboveCounts[player];
    position.rank(kernel, board, from, count, scratch.strengths);
    const live = kernel.sortHands(handSize, player, from, count, scratch.strengths, scratch.hands, scratch.index);
    return copyList(kernel, handSize, live, scratch);
  }) as [List, List];
  const segments = kernel.segmentEnds(scratch.hands);
  const ends = reserve(kernel, segments * 8);
  new Uint8Array(kernel.memory.buffer).copyWithin(ends, scratch.hands, scratch.hands + segments * 8);
  return { lists, ends, segments };
}

function findTwins(
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
function gather(kernel: KernelExports, from: number, { count, index }: List): number {
  const at = reserve(kernel, count * 8);
  const source = new BigUint64Array(kernel.memory.buffer);
  const places = new Uint32Array(kernel.memory.buffer, index, count);
  const to = new BigUint64Array(kernel.memory.buffer, at, count);
  for (let i = 0; i < count; i++) to[i] = source[from / 8 + places[i]!]!;
  return at;
}

/** The second board's order, with places in the first board's. */
function layOther(kernel: KernelExports, plan: DealPlan, scratch: Scratch, first: readonly [List, List]): number[] {
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

function reserveTables(kernel: KernelExports, plan: DealPlan, player: 0 | 1, count: number): Tables {
  const bytes = kernel.tableBytes(plan.forest.at, player, padded(count) / 64) >>> 0;
  if (!plan.keepTables) return { regrets: 0, averages: 0, bytes: 0 };
  const regrets = reserve(kernel, bytes);
  const averages = reserve(kernel, bytes);
  new Uint8Array(kernel.memory.buffer, regrets, bytes).fill(0);
  new Uint8Array(kernel.memory.buffer, averages, bytes).fill(0);
  return { regrets, averages, bytes };
}
