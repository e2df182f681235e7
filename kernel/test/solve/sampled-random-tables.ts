// Random numbers for a sampled solve to go on from.

import { ACT } from '../../src/solve/forest.ts';
import type { LocalSampled } from '../../src/solve/sampled/local-sampled.ts';
import { testRandom } from '../kernel.ts';
import { isBundled } from './sampled-deals.ts';
import { type Player, TableView } from './sampled-tables.ts';

/** Averages from 0 up to `size`, regrets of either sign, in the tables of the start and of some branches. */
export function putRandomTables(local: LocalSampled, branches: readonly number[], seed: number, size: number): void {
  const { kernel, forests } = local.common;
  const random = testRandom(seed);
  const put = (tables: LocalSampled['trunk']['tables'], depth: number): void => {
    const { forest } = forests[depth]!;
    for (const which of ['regrets', 'averages'] as const) {
      const views = [0, 1].map((player) => new TableView(kernel, tables[player]!, forest, player as Player, which));
      for (let node = 0; node < forest.kinds.length; node++) {
        if (forest.kinds[node] !== ACT) continue;
        const view = views[forest.players[node]!]!;
        for (let place = 0; place < view.places; place++) {
          for (let a = 0; a < forest.counts[node]!; a++) {
            view.set(node, a, place, size * (random() - (which === 'regrets' ? 0.4 : 0)));
          }
        }
      }
    }
  };
  put(local.trunk.tables, 0);
  for (const number of branches) {
    const { tables, runOuts } = local.branches[number]!;
    if (!isBundled(local)) put(tables, 1);
    for (const runOut of runOuts) put(runOut.tables, 2);
  }
}
