// Tables of a sampled solve, number by number, by the layout alone: blocks of 64 places or buckets, in each a row for
// every action of every node, in each row 64 numbers.

import { ACT, type Forest } from '../../src/solve/forest.ts';
import type { KernelExports } from '../../src/wasm.ts';

const BLOCK = 64;

export type Player = 0 | 1;

/** Addresses of a player's two tables and how many bytes each has. */
export interface TablesAt {
  readonly regrets: number;
  readonly averages: number;
  readonly bytes: number;
}

/** First row of each node that a player acts at, and how many rows there are. */
export function rowsOf(forest: Forest, player: Player): { readonly first: ReadonlyMap<number, number>; rows: number } {
  const first = new Map<number, number>();
  let rows = 0;
  for (let node = 0; node < forest.kinds.length; node++) {
    if (forest.kinds[node] !== ACT || forest.players[node] !== player) continue;
    first.set(node, rows);
    rows += forest.counts[node]!;
  }
  return { first, rows };
}

/** One player's table of one street, as numbers. In 16 bits they lack a factor that a node and block have in common. */
export class TableView {
  private readonly numbers: Float32Array | Uint16Array | Int16Array;
  private readonly blockNumbers: number;
  private readonly first: ReadonlyMap<number, number>;

  constructor(
    kernel: KernelExports,
    { regrets, averages, bytes }: TablesAt,
    forest: Forest,
    player: Player,
    which: 'regrets' | 'averages',
    wide = true,
  ) {
    const { first, rows } = rowsOf(forest, player);
    this.first = first;
    const { buffer } = kernel.memory;
    const at = which === 'regrets' ? regrets : averages;
    if (wide) {
      this.numbers = new Float32Array(buffer, at, bytes / 4);
      this.blockNumbers = rows * BLOCK;
    } else {
      const Row = which === 'regrets' ? Int16Array : Uint16Array;
      this.numbers = new Row(buffer, at, bytes / 2);
      this.blockNumbers = rows * BLOCK + 8 * Math.ceil(first.size / 4);
    }
  }

  get(node: number, action: number, place: number): number {
    return this.numbers[this.placeOf(node, action, place)]!;
  }

  set(node: number, action: number, place: number, to: number): void {
    this.numbers[this.placeOf(node, action, place)] = to;
  }

  /** Places or buckets that there is room for. */
  get places(): number {
    return this.blockNumbers === 0 ? 0 : (this.numbers.length / this.blockNumbers) * BLOCK;
  }

  private placeOf(node: number, action: number, place: number): number {
    const row = this.first.get(node)! + action;
    return Math.floor(place / BLOCK) * this.blockNumbers + row * BLOCK + (place % BLOCK);
  }
}
