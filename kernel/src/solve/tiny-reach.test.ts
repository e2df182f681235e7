// Reach so small that its reciprocal is no number of f32: play there is still play.

import { expect, test } from 'vitest';
import { testKernel } from '../../test/kernel.ts';
import { laidToy, massOf, strategyOf } from '../../test/solve/laid-toy.ts';
import { leduc, type ToyGame } from '../../test/solve/toy-game.ts';
import { ACT } from './forest.ts';
import { Instance } from './instance.ts';
import { iterate, measure } from './local-solve.ts';

const WEIGHTS = [1e-37, 1e-39, 1e-40];

test.each(WEIGHTS.flatMap((weight) => [[weight, 'f32'] as const, [weight, 'i16'] as const]))(
  'hands of weight %d are played in shares that sum to 1, and worth a number (%s)',
  (weight, storage) => {
    const plain = leduc();
    const toy: ToyGame = { ...plain, weights: [plain.weights[0], plain.weights[1].map(() => weight)] };
    const instance = new Instance(testKernel(), laidToy(toy), storage);
    for (let i = 0; i < 300; i++) iterate(instance, i);
    const { worth, best, exploitability } = measure(instance, massOf(toy));
    for (const figure of [...worth, ...best, exploitability]) expect(Number.isFinite(figure)).toBe(true);
    const strategy = strategyOf(instance);
    const { kinds, players } = toy.forests[0]!;
    for (const [node, kind] of kinds.entries()) {
      if (kind !== ACT) continue;
      for (const hand of toy.deck) {
        const shares = strategy(players[node] as 0 | 1, 0, node, [], hand);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 4);
      }
    }
  },
);
