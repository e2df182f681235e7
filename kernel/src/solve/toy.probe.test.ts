import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kernel } from '../../test/kernel.ts';
import { laidToy, putStrategy, strategyOf } from '../../test/solve/laid-toy.ts';
import { bestResponse, evaluate, exploitability } from '../../test/solve/naive-solve.ts';
import { randomStrategy } from '../../test/solve/strategies.ts';
import { kuhn, leduc, smallDeckOmaha, smallDeckTwoBoards, smallHoldem } from '../../test/solve/toy-game.ts';
import { openKernel } from '../wasm.ts';
import { Instance } from './instance.ts';
import { iterate, measure } from './local-solve.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../../build/kernel.wasm', import.meta.url)));
const mass = (toy: any) => {
  let sum = 0;
  toy.hands[0].forEach((a: number[], i: number) =>
    toy.hands[1].forEach((b: number[], j: number) => {
      if (!a.some((c) => b.includes(c))) sum += toy.weights[0][i] * toy.weights[1][j];
    }),
  );
  return sum;
};
for (const [name, make, its] of [
  ['kuhn', kuhn, 1000],
  ['leduc', leduc, 600],
  ['river', () => smallDeckOmaha('river'), 200],
  ['turn', () => smallDeckOmaha('turn'), 60],
  ['raked', () => smallDeckOmaha('turn', { rate: 0.05, cap: 3 }), 60],
  ['two', smallDeckTwoBoards, 100],
  ['holdem', smallHoldem, 50],
] as const)
  for (const storage of ['f32', 'i16'] as const)
    it(`${name} ${storage}`, () => {
      const toy = make();
      const instance = new Instance(openKernel(module), laidToy(toy), storage);
      const strategy = randomStrategy(toy, 7);
      putStrategy(instance, strategy);
      const m = measure(instance, mass(toy));
      const e = evaluate(toy, strategy);
      console.log(
        name,
        storage,
        m.worth.map((x) => x + toy.pot / 2),
        e.ev,
        m.best.map((x) => x + toy.pot / 2),
        [bestResponse(toy, strategyOf(instance), 0), bestResponse(toy, strategyOf(instance), 1)],
      );
      const fresh = new Instance(openKernel(module), laidToy(toy), storage);
      const t = performance.now();
      for (let i = 0; i < its; i++) iterate(fresh, i);
      const ms = performance.now() - t;
      const s = measure(fresh, mass(toy));
      console.log(
        name,
        storage,
        'solved',
        s.worth.map((x) => x + toy.pot / 2),
        s.exploitability,
        ms,
        name === 'holdem' ? '' : exploitability(toy, strategyOf(fresh)),
      );
    });
