// Average strategies read from an instance's tables, and put there.

import { gamePlaces, type LaidDeal } from './deal.ts';
import { ACT } from './forest.ts';
import type { Instance } from './instance.ts';
import { BLOCK, padded } from './layout.ts';

/** What a strategy is read from: a deal of hands, or of buckets. */
export type Kept = Pick<LaidDeal, 'forest' | 'counts' | 'tables' | 'locks'>;
export type Keeper = Pick<Instance, 'kernel' | 'storage'>;

/** First row of each ACT node in its player's tables, and its number among that player's; −1 elsewhere. */
interface Places {
  readonly rows: Int32Array;
  readonly ordinals: Int32Array;
}

function placesOf({ forest: { forest } }: Kept): Places {
  const rows = new Int32Array(forest.kinds.length).fill(-1);
  const ordinals = new Int32Array(rows.length).fill(-1);
  const next = [0, 0];
  const acts = [0, 0];
  for (let node = 0; node < rows.length; node++) {
    if (forest.kinds[node] !== ACT) continue;
    const player = forest.players[node]!;
    rows[node] = next[player]!;
    next[player]! += forest.counts[node]!;
    ordinals[node] = acts[player]!++;
  }
  return { rows, ordinals };
}

/** f32[actions][hands in the deal's order]: how often each hand takes each action on average; even where it never is. */
export function averageShares({ kernel, storage }: Keeper, deal: Kept, node: number): Float32Array {
  const { forest } = deal.forest;
  const player = forest.players[node] as 0 | 1;
  const actions = forest.counts[node]!;
  const hands = deal.counts[player];
  const { rows } = placesOf(deal);
  const perBlock = deal.forest.tableRows[player];
  const { averages, bytes } = deal.tables[player];
  const blockBytes = bytes / (padded(hands) / BLOCK);
  const shares = new Float32Array(actions * hands);
  const lockAt = deal.locks.get(node);
  const fixed = lockAt === undefined ? null : new Float32Array(kernel.memory.buffer, lockAt, padded(hands) * actions);
  for (let block = 0; block * BLOCK < hands; block++) {
    const at = averages + block * blockBytes;
    const table =
      storage === 'f32'
        ? new Float32Array(kernel.memory.buffer, at, perBlock * BLOCK)
        : new Uint16Array(kernel.memory.buffer, at, perBlock * BLOCK);
    const first = rows[node]! * BLOCK;
    for (let i = 0; i < BLOCK && block * BLOCK + i < hands; i++) {
      const hand = block * BLOCK + i;
      const own = block * BLOCK * actions + i;
      if (fixed && fixed[own]! >= 0) {
        for (let a = 0; a < actions; a++) shares[a * hands + hand] = fixed[own + a * BLOCK]!;
        continue;
      }
      let sum = 0;
      for (let a = 0; a < actions; a++) sum += table[first + a * BLOCK + i]!;
      for (let a = 0; a < actions; a++) {
        shares[a * hands + hand] = sum > 0 ? table[first + a * BLOCK + i]! / sum : 1 / actions;
      }
    }
  }
  return shares;
}

/** The same in the order of the game's hands; hands that are not left have 0. */
export function gameShares(instance: Instance, deal: LaidDeal, node: number): Float32Array {
  const { forest } = deal.forest;
  const player = forest.players[node] as 0 | 1;
  const own = averageShares(instance, deal, node);
  const hands = deal.counts[player];
  const total = instance.game.hands[player].weights.length;
  const out = new Float32Array(forest.counts[node]! * total);
  const places = gamePlaces(instance.kernel, deal, player);
  for (let i = 0; i < own.length; i++) out[Math.floor(i / hands) * total + places[i % hands]!] = own[i]!;
  return out;
}

/** Replaces a node's average strategy; `shares` as `averageShares` gives them. */
export function putAverageShares({ kernel, storage }: Keeper, deal: Kept, node: number, shares: Float32Array): void {
  const { forest } = deal.forest;
  const player = forest.players[node] as 0 | 1;
  const actions = forest.counts[node]!;
  const hands = deal.counts[player];
  const { rows, ordinals } = placesOf(deal);
  const perBlock = deal.forest.tableRows[player];
  const { averages, bytes } = deal.tables[player];
  const blockBytes = bytes / (padded(hands) / BLOCK);
  const wide = storage === 'f32';
  for (let block = 0; block * BLOCK < hands; block++) {
    const at = averages + block * blockBytes;
    const table = wide
      ? new Float32Array(kernel.memory.buffer, at, perBlock * BLOCK)
      : new Uint16Array(kernel.memory.buffer, at, perBlock * BLOCK);
    const first = rows[node]! * BLOCK;
    for (let a = 0; a < actions; a++) {
      for (let i = 0; i < BLOCK && block * BLOCK + i < hands; i++) {
        const share = shares[a * hands + block * BLOCK + i]!;
        table[first + a * BLOCK + i] = wide ? share : Math.round(share * 65535);
      }
    }
    if (!wide)
      new Float32Array(kernel.memory.buffer, at + perBlock * BLOCK * 2, ordinals[node]! + 1)[ordinals[node]!] =
        1 / 65535;
  }
}
