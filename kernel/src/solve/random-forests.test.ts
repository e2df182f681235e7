// Forests of shapes that no spot has, against the naive recursion: what the kernel holds its own play to be worth.

import { describe, expect, test } from 'vitest';
import { testKernel } from '../../test/kernel.ts';
import { laidToy, massOf, putStrategy, strategyOf } from '../../test/solve/laid-toy.ts';
import { bestResponse, evaluate } from '../../test/solve/naive-solve.ts';
import { randomToy, type Shape } from '../../test/solve/random-toy.ts';
import { randomStrategy } from '../../test/solve/strategies.ts';
import type { ToyGame } from '../../test/solve/toy-game.ts';
import { largestPayoff } from './forest.ts';
import { Instance } from './instance.ts';
import type { Storage } from './job.ts';
import { iterate, measure } from './local-solve.ts';

/** Sums of f32: known to this part of all that is weighed times the most that is paid. */
const F32 = 3e-6;
const GAMES = 3;
const ITERATIONS = 15;

function expectNaiveFigures(toy: ToyGame, instance: Instance): void {
  const mass = massOf(toy);
  const { worth, best } = measure(instance, mass);
  const stored = strategyOf(instance);
  const { ev } = evaluate(toy, stored);
  const weights = toy.weights.map((own) => own.reduce((sum, weight) => sum + weight, 0)) as [number, number];
  const most = Math.max(toy.pot, largestPayoff(toy.forests));
  const near = (F32 * weights[0] * weights[1] * most) / mass;
  for (const player of [0, 1] as const) {
    expect(Math.abs(worth[player] + toy.pot / 2 - ev[player])).toBeLessThan(near);
    expect(Math.abs(best[player] + toy.pot / 2 - bestResponse(toy, stored, player))).toBeLessThan(near);
  }
}

function played(toy: ToyGame, storage: Storage, seed: number): Instance {
  const instance = new Instance(testKernel(), laidToy(toy), storage);
  putStrategy(instance, randomStrategy(toy, seed));
  return instance;
}

function solved(toy: ToyGame, storage: Storage): Instance {
  const instance = new Instance(testKernel(), laidToy(toy), storage);
  for (let i = 0; i < ITERATIONS; i++) iterate(instance, i);
  return instance;
}

const SHAPES = [1, 2, 4, 5, 6].flatMap((handSize) =>
  [0, 1, 2].flatMap((deals) => ([1, 2] as const).map((boards): Shape => ({ handSize, deals, boards }))),
);

describe.each(SHAPES.map((shape, i) => [shape.handSize, shape.deals, shape.boards, shape, 100 * i] as const))(
  '%i-card hands, %i cards to come, boards: %i',
  (_k, _deals, _boards, shape, seed) => {
    const toys = Array.from({ length: GAMES }, (_, i) => randomToy(shape, seed + i));

    test.each(['f32', 'i16'] as const)('random play is worth what the naive recursion says (%s)', (storage) => {
      for (const [i, toy] of toys.entries()) expectNaiveFigures(toy, played(toy, storage, seed + i));
    });

    test.each(['f32', 'i16'] as const)('and so is what a solve comes to (%s)', (storage) => {
      for (const toy of toys) expectNaiveFigures(toy, solved(toy, storage));
    });
  },
);
