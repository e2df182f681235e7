// When tables were last played: a table is discounted for all iterations since, at once, when it is played again.

import { type Discount, discountOf } from '../discount.ts';

/**
 * The iteration of the last visit: regrets are learned where their player is the hero, averages where it is the
 * opponent.
 */
export interface Stamps {
  readonly regrets: Int32Array;
  readonly averages: Int32Array;
}

export function layStamps(count: number): Stamps {
  return { regrets: new Int32Array(count), averages: new Int32Array(count) };
}

/**
 * Part of negative regrets that an iteration keeps: a half at first, and more and more of them. What a visit finds of a hand
 * is noisy, and forgetting it as fast as the whole tree's passes may leaves the noise of the last ones.
 */
const BETA = 0.5;

/** `from` and `to` are iterations; everything in between is made up for at once. */
export function discountBetween(from: number, to: number): Discount {
  let gain = 1;
  let loss = 1;
  let keep = 1;
  for (let iteration = from + 1; iteration <= to; iteration++) {
    const discount = discountOf(iteration);
    const power = iteration ** BETA;
    gain *= discount.gain;
    loss *= power / (power + 1);
    keep *= discount.keep;
  }
  return { gain, loss, keep };
}
