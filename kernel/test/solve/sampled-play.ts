// What a sampled solve plays on average, and random numbers for it to play.

import { ACT, type Forest } from '../../src/solve/forest.ts';
import type { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import { testRandom } from '../kernel.ts';
import { dealFinder, isBundled, standFinder } from './sampled-deals.ts';
import { type Player, TableView } from './sampled-tables.ts';

/** f64[actions][hands of the game] of an ACT node; zeros for hands that cannot be there. */
export type Play = (street: number, dealt: readonly number[], node: number) => Float64Array;

type BothTables = LocalSampled['trunk']['tables'];

/** The average strategies in the tables as they are now. */
export function averagePlay(local: LocalSampled): Play {
  const { forests, settings } = local.common;
  const find = dealFinder(local);
  const standsOf = standFinder(local);
  const deals = new Map<string, (node: number) => Float64Array>();
  const open = (street: number, dealt: readonly number[]): ((node: number) => Float64Array) => {
    const found = dealt.length === 0 ? null : find(dealt);
    const runOut = found?.runOut ?? null;
    const { forest } = forests[runOut ? 2 : street]!;
    const tables = runOut?.tables ?? found?.branch.tables ?? local.trunk.tables;
    const wide = runOut !== null || settings.storage === 'f32';
    const stands = [standsOf(found, 0), standsOf(found, 1)] as const;
    const nodes = new Map<number, Float64Array>();
    return (node) => {
      const known = nodes.get(node);
      if (known) return known;
      const shares = sharesAt(local, forest, node, tables, stands, wide);
      nodes.set(node, shares);
      return shares;
    };
  };
  return (street, dealt, node) => {
    const key = dealt.join();
    const deal = deals.get(key) ?? open(street, dealt);
    deals.set(key, deal);
    return deal(node);
  };
}

function sharesAt(
  { common: { kernel } }: LocalSampled,
  forest: Forest,
  node: number,
  tables: BothTables,
  stands: readonly [Int32Array, Int32Array],
  wide: boolean,
): Float64Array {
  const player = forest.players[node] as Player;
  const view = new TableView(kernel, tables[player], forest, player, 'averages', wide);
  const actions = forest.counts[node]!;
  const hands = stands[player].length;
  const out = new Float64Array(actions * hands);
  stands[player].forEach((place, hand) => {
    if (place < 0) return;
    let sum = 0;
    for (let a = 0; a < actions; a++) sum += view.get(node, a, place);
    for (let a = 0; a < actions; a++) out[a * hands + hand] = sum > 0 ? view.get(node, a, place) / sum : 1 / actions;
  });
  return out;
}

/** Random numbers into every average of every street, free places and all; about a quarter of them 0, nodes all 0 too. */
export function putRandomPlay(local: LocalSampled, seed: number): void {
  const { kernel, forests, settings } = local.common;
  const random = testRandom(seed);
  const put = (tables: BothTables, depth: number, wide: boolean): void => {
    const { forest } = forests[depth]!;
    for (let node = 0; node < forest.kinds.length; node++) {
      if (forest.kinds[node] !== ACT) continue;
      const player = forest.players[node] as Player;
      const view = new TableView(kernel, tables[player], forest, player, 'averages', wide);
      for (let place = 0; place < view.places; place++) {
        const some = random() < 0.95;
        for (let a = 0; a < forest.counts[node]!; a++) {
          const amount = some ? Math.max(0, random() - 0.25) : 0;
          view.set(node, a, place, wide ? amount : Math.round(amount * 65535));
        }
      }
    }
  };
  const wide = settings.storage === 'f32';
  put(local.trunk.tables, 0, wide);
  for (const { tables, runOuts } of local.branches) {
    if (!isBundled(local)) put(tables, 1, wide);
    for (const runOut of runOuts) put(runOut.tables, 2, true);
  }
}
