// The same kernel work for Node and for a page: exact hands and a sweep, on the calling thread.

import { openEquityRun } from '../../kernel/src/equity/engine.ts';
import { planEquity } from '../../kernel/src/equity/plan.ts';
import { openKernel } from '../../kernel/src/wasm.ts';
import { cardsOf, hand, job, RANDOM } from './cards.ts';

/** Milliseconds of the best of nine rounds of a hundred preflop enumerations and a turn of all hands. */
export function workloadMs(module: WebAssembly.Module): number {
  const kernel = openKernel(module);
  const jobs = [
    ...Array.from({ length: 100 }, () => job({ players: [hand('AsAhKsKh'), hand('9d8d7c6c')] })),
    job({ players: [RANDOM, RANDOM], boards: [cardsOf('Ks9d4c2h')] }),
  ];
  let best = Infinity;
  for (let round = 0; round < 9; round++) {
    const before = performance.now();
    for (const each of jobs) {
      const plan = planEquity(each);
      if ('code' in plan) throw new Error(plan.message);
      const run = openEquityRun(kernel, each, plan);
      for (let part = 0; part < plan.parts; part++) run.part(part);
      run.close();
    }
    best = Math.min(best, performance.now() - before);
  }
  return best;
}
