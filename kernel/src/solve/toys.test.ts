// The solver on games small enough to be judged pair of hands by pair of hands, and on two whose values are published.

import { beforeAll, describe, expect, test } from 'vitest';
import golden from '../../golden/kuhn-leduc.json' with { type: 'json' };
import { testKernel } from '../../test/kernel.ts';
import { laidToy, massOf, putStrategy, strategyOf } from '../../test/solve/laid-toy.ts';
import { naiveCfr } from '../../test/solve/naive-cfr.ts';
import { bestResponse, evaluate, exploitability } from '../../test/solve/naive-solve.ts';
import {
  firstActionStrategy,
  pureStrategy,
  randomStrategy,
  type Strategy,
  uniformStrategy,
} from '../../test/solve/strategies.ts';
import {
  kuhn,
  leduc,
  smallDeckOmaha,
  smallDeckTwoBoards,
  smallHoldem,
  type ToyGame,
} from '../../test/solve/toy-game.ts';
import { Instance } from './instance.ts';
import type { Storage } from './job.ts';
import { iterate, type Measure, measure } from './local-solve.ts';

const STORAGES = ['f32', 'i16'] as const;

/** f32 keeps the figures of a pot of 10 to this part of the pot, whatever is played. */
const F32 = 1e-5;

function solved(toy: ToyGame, storage: Storage, iterations: number): Instance {
  const instance = new Instance(testKernel(), laidToy(toy), storage);
  for (let i = 0; i < iterations; i++) iterate(instance, i);
  return instance;
}

function played(toy: ToyGame, storage: Storage, strategy: Strategy): Instance {
  const instance = new Instance(testKernel(), laidToy(toy), storage);
  putStrategy(instance, strategy);
  return instance;
}

/** The kernel's figures of what it has stored against the naive recursion over the same strategies. */
function expectNaiveFigures(toy: ToyGame, instance: Instance, { worth, best, exploitability: own }: Measure): void {
  const stored = strategyOf(instance);
  const { ev } = evaluate(toy, stored);
  const responses = [bestResponse(toy, stored, 0), bestResponse(toy, stored, 1)] as const;
  for (const player of [0, 1] as const) {
    expect(Math.abs(worth[player] + toy.pot / 2 - ev[player])).toBeLessThan(F32 * toy.pot);
    expect(Math.abs(best[player] + toy.pot / 2 - responses[player])).toBeLessThan(F32 * toy.pot);
  }
  const gains = responses[0] - ev[0] + responses[1] - ev[1];
  expect(Math.abs(own - gains / 2)).toBeLessThan(F32 * toy.pot);
}

describe.each([
  ['Kuhn', kuhn(), golden.values.kuhn_poker_2p.game_value_player0, 1500],
  ['Leduc', leduc(), golden.values.leduc_poker_2p.game_value_player0, 4000],
] as const)('%s', (name, toy, value, iterations) => {
  const published = golden.values[name === 'Kuhn' ? 'kuhn_poker_2p' : 'leduc_poker_2p'];

  test.each(STORAGES)('uniform play can be exploited as published (%s)', (storage) => {
    const { exploitability: own } = measure(played(toy, storage, uniformStrategy(toy)), massOf(toy));
    expect(2 * own).toBeCloseTo(published.nash_conv_uniform_random, storage === 'f32' ? 5 : 3);
  });

  test('uniform play is what a fresh table holds', () => {
    const fresh = new Instance(testKernel(), laidToy(toy), 'f32');
    expect(2 * measure(fresh, massOf(toy)).exploitability).toBeCloseTo(published.nash_conv_uniform_random, 5);
  });

  test('who always checks and folds can be exploited as published', () => {
    const { exploitability: own } = measure(played(toy, 'f32', firstActionStrategy(toy)), massOf(toy));
    expect(2 * own).toBeCloseTo(2, 5);
  });

  test.each(STORAGES)('the solver finds the value, and what it plays can hardly be exploited (%s)', (storage) => {
    const { worth, exploitability: own } = measure(solved(toy, storage, iterations), massOf(toy));
    expect(own).toBeGreaterThan(-F32);
    expect(own).toBeLessThan(storage === 'f32' ? 1e-3 : 3e-3);
    expect(Math.abs(worth[0] - value)).toBeLessThan(2 * own + F32);
    expect(worth[0] + worth[1]).toBeCloseTo(0, 5);
  });
});

describe.each([
  ['Kuhn', kuhn(), 200, 500],
  ['Leduc', leduc(), 400, 120],
  ['Omaha on the river', smallDeckOmaha('river'), 200, 100],
  ['Omaha on the river, raked', smallDeckOmaha('river', { rate: 0.05, cap: 3 }), 200, 100],
  ['Omaha on the turn', smallDeckOmaha('turn'), 300, 20],
  ['Omaha on two boards', smallDeckTwoBoards(), 200, 60],
] as const)('%s', (_, toy, iterations, naiveIterations) => {
  const mass = massOf(toy);
  /** By storage: a solve that all tests look at. */
  const solves = new Map<Storage, { instance: Instance; at: Measure }>();

  beforeAll(() => {
    for (const storage of STORAGES) {
      const instance = solved(toy, storage, iterations);
      solves.set(storage, { instance, at: measure(instance, mass) });
    }
  });

  test('worth and best response of random play are those of the naive recursion', () => {
    const instance = played(toy, 'f32', randomStrategy(toy, 7));
    expectNaiveFigures(toy, instance, measure(instance, mass));
  });

  test('worth and best response of one action each are those of the naive recursion', () => {
    const instance = played(toy, 'i16', pureStrategy(toy, 3));
    expectNaiveFigures(toy, instance, measure(instance, mass));
  });

  test.each(STORAGES)('after a solve the kernel judges its own play as the naive recursion does (%s)', (storage) => {
    const { instance, at } = solves.get(storage)!;
    expectNaiveFigures(toy, instance, at);
    expect(at.exploitability).toBeLessThan(0.01 * toy.pot);
  });

  test('measuring changes nothing', () => {
    const { instance, at } = solves.get('f32')!;
    expect(measure(instance, mass)).toEqual(at);
  });

  test('both storages come to the same value', () => {
    const [wide, narrow] = STORAGES.map((storage) => solves.get(storage)!.at) as [Measure, Measure];
    const apart = Math.abs(wide.worth[0] - narrow.worth[0]);
    expect(apart).toBeLessThan(2 * (wide.exploitability + narrow.exploitability) + F32 * toy.pot);
  });

  test('the solved value is that of a naive CFR', () => {
    const { at } = solves.get('f32')!;
    const naive = naiveCfr(toy, naiveIterations);
    const { ev } = evaluate(toy, naive);
    const gain = at.exploitability + exploitability(toy, naive);
    for (const player of [0, 1] as const) {
      expect(Math.abs(at.worth[player] + toy.pot / 2 - ev[player])).toBeLessThan(2 * gain + F32 * toy.pot);
    }
  });
});

/** Too large for the naive CFR. */
describe.each([
  ['Omaha on the turn, raked', smallDeckOmaha('turn', { rate: 0.05, cap: 3 }), 300],
  ["Hold'em on the flop", smallHoldem(), 60],
] as const)('%s', (_, toy, iterations) => {
  test('worth and best response of random play are those of the naive recursion', () => {
    const instance = played(toy, 'i16', randomStrategy(toy, 8));
    expectNaiveFigures(toy, instance, measure(instance, massOf(toy)));
  });

  test('after a solve the kernel judges its own play as the naive recursion does', () => {
    const instance = solved(toy, 'f32', iterations);
    const at = measure(instance, massOf(toy));
    expectNaiveFigures(toy, instance, at);
    expect(at.exploitability).toBeLessThan(0.01 * toy.pot);
  });
});
