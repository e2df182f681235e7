// A game solved by one instance: the plain loop, and what its average strategies are worth.

import { discountOf } from './discount.ts';
import type { Instance, Player, Worths } from './instance.ts';

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
  return measureOf(sideOf(instance, 0, instance.pass(0, true)), sideOf(instance, 1, instance.pass(1, true)), mass);
}

interface Side {
  readonly worth: number;
  readonly best: number;
}

/** A player's worths summed over the hands, by weight. */
export function sideOf(instance: Instance, hero: Player, { worth, best }: Worths): Side {
  return { worth: weighted(instance, hero, worth), best: weighted(instance, hero, best) };
}

export function measureOf(first: Side, second: Side, mass: number): Measure {
  return {
    worth: [first.worth / mass, second.worth / mass],
    best: [first.best / mass, second.best / mass],
    exploitability: (first.best - first.worth + second.best - second.worth) / (2 * mass),
  };
}

export function weighted(instance: Instance, hero: Player, worth: Float64Array): number {
  const { weights } = instance.game.hands[hero];
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * worth[i]!;
  return sum;
}
