// A position in the module's memory: its hands in order, its tables, and the deals that follow.

import type { KernelExports } from '../wasm.ts';
import type { Branch, Position } from './game.ts';
import {
  BOTH,
  findTwins,
  gather,
  type HandsAbove,
  keepBoth,
  layOther,
  numberCards,
  type Scratch,
  sortBoard,
} from './hand-lists.ts';
import { type LaidForest, padded, reserve, writeInts } from './layout.ts';
import { type LaidLocks, layLocks } from './locks.ts';

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
  /** Addresses of f32[blocks][actions][BLOCK] by node: fixed shares, −1 where free. */
  readonly locks: ReadonlyMap<number, number>;
  readonly parent: LaidDeal | null;
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

export interface DealPlan extends HandsAbove {
  readonly depth: number;
  readonly forest: LaidForest;
  readonly branch: Branch | null;
  /** The deal above; null at the start, whose hands are the game's. */
  readonly parent: LaidDeal | null;
  /** By player: tables of images. */
  readonly images: readonly [readonly number[], readonly number[]];
  /** A bit for each card that any hand holds. */
  readonly deck: bigint;
  readonly keepTables: boolean;
}

const NO_LOCKS: LaidLocks = { at: 0, byNode: new Map() };

/** Lays a deal without its children. */
export function layDeal(kernel: KernelExports, plan: DealPlan, scratch: Scratch): LaidDeal {
  const { position, forest, handSize, above } = plan;
  numberCards(kernel, plan.deck & ~position.gone);
  const final = position.branches === null;
  const sorted = final ? sortBoard(kernel, plan, scratch, 0) : null;
  const lists = sorted ? sorted.lists : keepBoth(kernel, plan, scratch);
  const [first, second] = lists;
  const twins = findTwins(kernel, handSize, first, second, scratch.twins);
  const originals = final
    ? null
    : (BOTH.map((player) => gather(kernel, above[player], lists[player])) as [number, number]);
  const other =
    final && position.boards > 1 ? layOther(kernel, plan, scratch, [first, second]) : [0, 0, 0, 0, 0, 0, 0, 0];
  const tables = BOTH.map((player) => reserveTables(kernel, plan, player, lists[player].count)) as [Tables, Tables];
  const locks = plan.keepTables
    ? layLocks(kernel, plan, lists, (player) =>
        gamePlaces(
          kernel,
          { index: [first.index, second.index], counts: [first.count, second.count], parent: plan.parent },
          player,
        ),
      )
    : NO_LOCKS;
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
    locks.at,
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
    locks: locks.byNode,
    parent: plan.parent,
    branch: plan.branch,
    children: [],
    images: [writeInts(kernel, plan.images[0]), writeInts(kernel, plan.images[1])],
    imageCount: plan.images[0].length,
  };
}

/** Places of a deal's hands among the game's. */
export function gamePlaces(
  kernel: KernelExports,
  deal: Pick<LaidDeal, 'index' | 'counts' | 'parent'>,
  player: 0 | 1,
): Uint32Array {
  const own = new Uint32Array(kernel.memory.buffer, deal.index[player], deal.counts[player]);
  if (!deal.parent) return own.slice();
  const above = gamePlaces(kernel, deal.parent, player);
  return own.map((i) => above[i]!);
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
