// A game solved by one instance: the plain loop, and what its average strategies are worth.

import { discountOf } from './discount.ts';
import type { Instance, Player } from './instance.ts';

/** What average strategies are worth against each other and against a best response, in chips beyond half the pot. */
export interface Measure {
  readonly worth: readonly [number, number];
  readonly best: readonly [number, number];
  /** Half the sum of what either could gain. */
  readonly exploitability: number;
}

/** Both players' regrets once, the first player first. */
export function iterate(instance: Instance, iteration: number): void {
  instance.setDiscount(discountOf(iteration));
  instance.pass(0, false);
  instance.pass(1, false);
}

/** `mass`: weight of all pairs of hands that can meet. */
export function measure(instance: Instance, mass: number): Measure {
  const sides = ([0, 1] as const).map((hero) => {
    const { worth, best } = instance.pass(hero, true);
    return { worth: weighted(instance, hero, worth) / mass, best: weighted(instance, hero, best) / mass };
  });
  const [first, second] = sides as [(typeof sides)[0], (typeof sides)[0]];
  return {
    worth: [first.worth, second.worth],
    best: [first.best, second.best],
    exploitability: (first.best - first.worth + second.best - second.worth) / 2,
  };
}

export function weighted(instance: Instance, hero: Player, worth: Float32Array): number {
  const { weights } = instance.game.hands[hero];
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * worth[i]!;
  return sum;
}
