// Fixed strategies, laid out for the passes.

import type { KernelExports } from '../wasm.ts';
import type { Lock } from './game.ts';
import type { List } from './hand-lists.ts';
import { BLOCK, type LaidForest, padded, reserve, writeInts } from './layout.ts';

export interface LaidLocks {
  /** Address of u32[nodes], the address of each node's lock or 0; 0 when there is none at all. */
  readonly at: number;
  /** Addresses of f32[blocks][actions][BLOCK], −1 where a hand is free. */
  readonly byNode: ReadonlyMap<number, number>;
}

interface Plan {
  readonly position: { readonly locks: readonly Lock[] };
  readonly forest: LaidForest;
}

/** `placesOf` names each hand of a deal among the game's hands, whose order locks are in. */
export function layLocks(
  kernel: KernelExports,
  { position, forest: { forest } }: Plan,
  lists: readonly [List, List],
  placesOf: (player: 0 | 1) => Uint32Array,
): LaidLocks {
  if (position.locks.length === 0) return { at: 0, byNode: new Map() };
  const byNode = new Map<number, number>();
  for (const { node, shares } of position.locks) {
    const player = forest.players[node] as 0 | 1;
    const actions = forest.counts[node]!;
    const places = placesOf(player);
    const { count } = lists[player];
    const hands = shares.length / actions;
    const known = byNode.get(node);
    const to = known ?? reserve(kernel, padded(count) * actions * 4);
    const rows = new Float32Array(kernel.memory.buffer, to, padded(count) * actions);
    if (known === undefined) rows.fill(-1);
    for (let i = 0; i < count; i++) {
      const at = (i - (i % BLOCK)) * actions + (i % BLOCK);
      // Of two locks on a node the later one counts, where it fixes anything.
      if (shares[places[i]!]! < 0) continue;
      for (let a = 0; a < actions; a++) rows[at + a * BLOCK] = shares[a * hands + places[i]!]!;
    }
    byNode.set(node, to);
  }
  const table = Array.from(forest.kinds, (_, node) => byNode.get(node) ?? 0);
  return { at: writeInts(kernel, table), byNode };
}
