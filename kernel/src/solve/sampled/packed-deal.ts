// A street played a pack of each player at a time: one record for the passes, moved from pack to pack.

import type { KernelExports } from '../../wasm.ts';
import type { Tables } from '../deal.ts';
import { BOTH } from '../hand-lists.ts';
import { BLOCK, type LaidForest, reserve, writeInts } from '../layout.ts';
import type { LaidPacks } from './laid-packs.ts';

/** Fields of a deal's record, as `assembly/solve/layout.ts` reads them. */
const FIELDS = 24;
const COUNTS = 1;
const HANDS = 3;
const INDEX = 5;
const TWINS = 7;
const REGRETS = 11;
const AVERAGES = 13;

/** Tables over all places of a player, zero. */
export function reserveTables(
  kernel: KernelExports,
  forest: LaidForest,
  counts: readonly [number, number],
): [Tables, Tables] {
  return BOTH.map((player) => {
    const bytes = kernel.tableBytes(forest.at, player, counts[player] / BLOCK) >>> 0;
    const regrets = reserve(kernel, bytes);
    const averages = reserve(kernel, bytes);
    new Uint8Array(kernel.memory.buffer, regrets, bytes).fill(0);
    new Uint8Array(kernel.memory.buffer, averages, bytes).fill(0);
    return { regrets, averages, bytes };
  }) as [Tables, Tables];
}

export class PackedDeal {
  /** Address of the record. */
  readonly at: number;
  readonly forest: LaidForest;
  /** Addresses of u32[stride]: where the pack's hands stand above. */
  readonly index: readonly [number, number];
  /** Addresses of i32[stride]: twins within the two packs. */
  readonly twins: readonly [number, number];
  private readonly laid: LaidPacks;

  constructor(laid: LaidPacks, forest: LaidForest) {
    const { kernel, packs } = laid;
    this.laid = laid;
    this.forest = forest;
    this.index = BOTH.map(() => reserve(kernel, packs.stride * 4)) as [number, number];
    this.twins = BOTH.map(() => reserve(kernel, packs.stride * 4)) as [number, number];
    this.at = writeInts(kernel, new Array<number>(FIELDS).fill(0));
    const fields = this.fields;
    fields[0] = forest.at;
    for (const player of BOTH) {
      fields[COUNTS + player] = packs.stride;
      fields[INDEX + player] = this.index[player];
      fields[TWINS + player] = this.twins[player];
    }
  }

  private get fields(): Uint32Array {
    return new Uint32Array(this.laid.kernel.memory.buffer, this.at, FIELDS);
  }

  /** What the hero's hands meet at the lanes of a room, its pack against the other. */
  meet(packs: readonly [number, number], room: number, hero: 0 | 1): void {
    const { kernel, handSize, seated, seatedBytes, packs: all } = this.laid;
    if (!this.laid.isPaired) {
      kernel.evaluateLanes(this.at, room, handSize, hero);
      return;
    }
    const opponent = hero === 0 ? 1 : 0;
    const offsets = (player: 0 | 1): number => seated[player] + packs[player] * all.stride * seatedBytes;
    kernel.meetPairs(this.at, room, hero, offsets(hero), offsets(opponent));
  }

  /** Moves to a pack of each player; tables are those of all packs. */
  take(packs: readonly [number, number], tables: readonly [Tables, Tables]): void {
    const { kernel, hands, handBytes, twins, packs: all } = this.laid;
    const fields = this.fields;
    const { stride } = all;
    for (const player of BOTH) {
      const first = packs[player] * stride;
      const share = tables[player].bytes / all.counts[player];
      fields[HANDS + player] = hands[player] + first * handBytes;
      fields[REGRETS + player] = tables[player].regrets + packs[player] * share;
      fields[AVERAGES + player] = tables[player].averages + packs[player] * share;
      const opponent = player === 0 ? 1 : 0;
      kernel.twinPack(twins[player], first, stride, packs[opponent] * stride, stride, this.twins[player]);
    }
  }
}
