// A table of regrets or averages as plain numbers, copied from where a sampled solve keeps it.

import { ACT, type Forest } from '../../src/solve/forest.ts';
import type { KernelExports } from '../../src/wasm.ts';
import { type Player, type TablesAt, TableView } from './sampled-tables.ts';

/** What an iteration keeps of positive and of negative regrets, and of averages. */
export interface Kept {
  readonly gain: number;
  readonly loss: number;
  readonly keep: number;
}

/** From the iteration of the last visit to that of the next, by the formulas of the paper. */
export function keptBetween(from: number, to: number): Kept {
  const kept = { gain: 1, loss: 1, keep: 1 };
  for (let t = from + 1; t <= to; t++) {
    kept.gain *= t ** 1.5 / (t ** 1.5 + 1);
    kept.loss *= t ** 0.5 / (t ** 0.5 + 1);
    kept.keep *= (t / (t + 1)) ** 4;
  }
  return kept;
}

export class PlainTable {
  private readonly view: TableView;
  private readonly numbers = new Map<number, Float64Array>();
  private readonly counts: Uint8Array;

  constructor(kernel: KernelExports, at: TablesAt, forest: Forest, player: Player, which: 'regrets' | 'averages') {
    this.view = new TableView(kernel, at, forest, player, which);
    this.counts = forest.counts;
    for (let node = 0; node < forest.kinds.length; node++) {
      if (forest.kinds[node] !== ACT || forest.players[node] !== player) continue;
      const { places } = this.view;
      const own = new Float64Array(forest.counts[node]! * places);
      for (let i = 0; i < own.length; i++) own[i] = this.view.get(node, Math.floor(i / places), i % places);
      this.numbers.set(node, own);
    }
  }

  get places(): number {
    return this.view.places;
  }

  /** Each action's positive part of their sum; all alike where there is none. */
  shares(node: number, place: number): number[] {
    const own = this.numbers.get(node)!;
    const actions = this.counts[node]!;
    const parts = Array.from({ length: actions }, (_, a) => Math.max(0, own[a * this.places + place]!));
    const sum = parts.reduce((all, part) => all + part, 0);
    return parts.map((part) => (sum > 0 ? part / sum : 1 / actions));
  }

  /** Keeps `positive` of what is above 0 and `negative` of the rest, in some places of every node. */
  shrink(positive: number, negative: number, from: number, to: number): void {
    for (const own of this.numbers.values()) {
      for (let i = 0; i < own.length; i++) {
        const place = i % this.places;
        if (place >= from && place < to) own[i]! *= own[i]! > 0 ? positive : negative;
      }
    }
  }

  add(node: number, action: number, place: number, amount: number): void {
    this.numbers.get(node)![action * this.places + place]! += amount;
  }

  /** The largest difference from what the solve keeps in memory `now`, as a part of the largest number of its node. */
  missed(kernel: KernelExports, at: TablesAt, forest: Forest, player: Player, which: 'regrets' | 'averages'): number {
    const now = new TableView(kernel, at, forest, player, which);
    let worst = 0;
    for (const [node, own] of this.numbers) {
      const largest = own.reduce((most, x) => Math.max(most, Math.abs(x)), 1e-9);
      own.forEach((x, i) => {
        const there = now.get(node, Math.floor(i / this.places), i % this.places);
        const miss = Math.abs(x - there) / largest;
        worst = miss <= worst ? worst : miss;
      });
    }
    return worst;
  }
}
