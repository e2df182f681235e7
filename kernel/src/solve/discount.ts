// Discounted CFR (Brown and Sandholm 2019): what an iteration keeps of the ones before it.
//
// α 1.5 for positive regrets as in the paper, but a constant 0.7 for negative ones and the fourth power for averages:
// measured on four spots, `docs/decisions/0009-the-discount.md`.

export interface Discount {
  /** Factor of positive regrets. */
  readonly gain: number;
  /** Factor of negative regrets. */
  readonly loss: number;
  /** Factor of the average so far. */
  readonly keep: number;
}

const ALPHA = 1.5;
const LOSS = 0.7;
const GAMMA = 4;

/** `iteration` counts from 0. */
export function discountOf(iteration: number): Discount {
  const power = Math.max(iteration - 1, 0) ** ALPHA;
  return { gain: power / (power + 1), loss: LOSS, keep: (iteration / (iteration + 1)) ** GAMMA };
}
