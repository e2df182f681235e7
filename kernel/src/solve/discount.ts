// Discounted CFR (Brown and Sandholm 2019): what an iteration keeps of the ones before it.
//
// α 1.5 for positive regrets and ½ (β 0) for negative ones as in the paper; the fourth power for averages. How others
// did: `docs/decisions/0009-the-discount.md`.

export interface Discount {
  /** Factor of positive regrets. */
  readonly gain: number;
  /** Factor of negative regrets. */
  readonly loss: number;
  /** Factor of the average so far. */
  readonly keep: number;
}

const ALPHA = 1.5;
const LOSS = 0.5;
const GAMMA = 4;

/** `iteration` counts from 0. */
export function discountOf(iteration: number): Discount {
  const power = iteration ** ALPHA;
  return { gain: power / (power + 1), loss: LOSS, keep: (iteration / (iteration + 1)) ** GAMMA };
}
