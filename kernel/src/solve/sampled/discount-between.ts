// What a table keeps that was last played in one iteration and is played again in another.

import { type Discount, discountOf } from '../discount.ts';

/** `from` and `to` are iterations; everything in between is made up for at once. */
export function discountBetween(from: number, to: number): Discount {
  let gain = 1;
  let loss = 1;
  let keep = 1;
  for (let iteration = from + 1; iteration <= to; iteration++) {
    const discount = discountOf(iteration);
    gain *= discount.gain;
    loss *= discount.loss;
    keep *= discount.keep;
  }
  return { gain, loss, keep };
}
