// Discounted CFR (Brown and Sandholm 2019): what an iteration keeps of the ones before it.
//
// α 1.5 for positive regrets, a factor of ½ for negative ones (β 0), γ 3 for averages. Averages start anew at every
// power of four, as b-inary's postflop-solver does: early strategies are forgotten for good, not merely discounted.

export interface Discount {
  /** Factor of positive regrets. */
  readonly gain: number;
  /** Factor of negative regrets. */
  readonly loss: number;
  /** Factor of the average so far. */
  readonly keep: number;
}

/** `iteration` counts from 0. */
export function discountOf(iteration: number): Discount {
  const power = Math.max(iteration - 1, 0) ** 1.5;
  const since = iteration - startOfAverage(iteration);
  return { gain: power / (power + 1), loss: 0.5, keep: (since / (since + 1)) ** 3 };
}

/** The power of four at which the average of an iteration was started; 0 before the first. */
export function startOfAverage(iteration: number): number {
  let start = 0;
  for (let power = 1; power <= iteration; power *= 4) start = power;
  return start;
}
