// From the tables of a sampled solve to what is stored: by combo on the streets above, by bucket on run-outs.

import type { KernelExports } from '../../wasm.ts';
import type { LaidForest } from '../layout.ts';
import type { NodeShares, SolvedDeal } from '../result.ts';
import { averageShares, type Kept, putAverageShares } from '../shares.ts';
import { actNodes, partsOf } from '../solved.ts';
import type { Common } from './common.ts';
import type { LaidRunOut } from './run-outs.ts';

const NO_LOCKS: ReadonlyMap<number, number> = new Map();

/** A street above the run-outs, as its tables have it. */
export function keptByPlace(common: Common, forest: LaidForest, tables: Kept['tables']): Kept {
  return { forest, counts: common.laid.counts, tables, locks: NO_LOCKS };
}

export function keptByBucket(common: Common, { tables, rows }: LaidRunOut): Kept {
  return { forest: common.forests[2], counts: rows, tables, locks: NO_LOCKS };
}

/**
 * Makes hands that suits make alike play alike: each what the average of them plays. Cards that only rename suits then
 * meet the same play above, whichever of them is dealt.
 */
export function makeAlike({ kernel, settings, packs }: Common, kept: Kept): void {
  kernel.setStorage(settings.storage === 'f32');
  const keeper = { kernel, storage: settings.storage };
  for (const node of actNodes(kept)) {
    const player = kept.forest.forest.players[node] as 0 | 1;
    const families = packs.families[player];
    if (families.length === 0) continue;
    const shares = averageShares(keeper, kept, node);
    const places = kept.counts[player];
    for (let row = 0; row < shares.length; row += places) {
      for (const family of families) {
        const mean = family.reduce((sum, place) => sum + shares[row + place]!, 0) / family.length;
        for (const place of family) shares[row + place] = mean;
      }
    }
    putAverageShares(keeper, kept, node, shares);
  }
}

/** Strategies by combo, in the order of the game's hands. */
export function storedByCombo(common: Common, kept: Kept): NodeShares[] {
  const { kernel, settings, game, packs } = common;
  kernel.setStorage(settings.storage === 'f32');
  return storedNodes(kept, (node, player) => {
    const total = game.hands[player].weights.length;
    const own = partsAt({ kernel, storage: settings.storage }, kept, node);
    const actions = kept.forest.forest.counts[node]!;
    const places = kept.counts[player];
    const parts = new Uint8Array(actions * total);
    packs.hands[player].forEach((hand, place) => {
      if (hand < 0) return;
      for (let a = 0; a < actions; a++) parts[a * total + hand] = own[a * places + place]!;
    });
    return parts;
  });
}

/** Strategies by bucket. */
export function storedByBucket(common: Common, runOut: LaidRunOut): Pick<SolvedDeal, 'nodes' | 'buckets'> {
  const { kernel } = common;
  kernel.setStorage(true);
  const kept = keptByBucket(common, runOut);
  const nodes = storedNodes(kept, (node, player) => {
    const own = partsAt({ kernel, storage: 'f32' }, kept, node);
    const actions = kept.forest.forest.counts[node]!;
    const count = runOut.buckets[player];
    const parts = new Uint8Array(actions * count);
    for (let a = 0; a < actions; a++)
      parts.set(own.subarray(a * kept.counts[player], a * kept.counts[player] + count), a * count);
    return parts;
  });
  return { nodes, buckets: runOut.buckets };
}

function partsAt(keeper: { kernel: KernelExports; storage: 'f32' | 'i16' }, kept: Kept, node: number): Uint8Array {
  return partsOf(averageShares(keeper, kept, node), kept.forest.forest.counts[node]!);
}

function storedNodes(kept: Kept, partsOfNode: (node: number, player: 0 | 1) => Uint8Array): NodeShares[] {
  const { players } = kept.forest.forest;
  return actNodes(kept).map((node) => ({ node, parts: partsOfNode(node, players[node] as 0 | 1) }));
}

/** f32[exits][combos] out of f64[exits][stride] by place. */
export function exitWorthByCombo(
  common: Common,
  player: 0 | 1,
  worth: ArrayLike<number>,
  stride: number,
): Float32Array {
  const total = common.game.hands[player].weights.length;
  const exits = worth.length / stride;
  const out = new Float32Array(exits * total);
  common.packs.hands[player].forEach((hand, place) => {
    if (hand < 0) return;
    for (let exit = 0; exit < exits; exit++) out[exit * total + hand] = worth[exit * stride + place]!;
  });
  return out;
}
