// Equity of every combo of two ranges, for equity graphs.

import type { PlayerRange } from '../job.ts';

/** Per player and combo: pots won and weight met, summed over run-outs. */
export interface ComboSums {
  readonly pots: readonly Float64Array[];
  readonly met: readonly Float64Array[];
}

/** Adds `part` to `sum`. */
export function addCombos(sum: ComboSums, part: ComboSums): void {
  for (const [player, pots] of sum.pots.entries()) {
    addTo(pots, part.pots[player]!);
    addTo(sum.met[player]!, part.met[player]!);
  }
}

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
}

/** One player's equity with each combo; NaN where a combo meets nobody. */
export function comboEquities(sums: ComboSums, player: number): Float32Array {
  const pots = sums.pots[player]!;
  const met = sums.met[player]!;
  const equities = new Float32Array(pots.length);
  for (let i = 0; i < equities.length; i++) equities[i] = pots[i]! / met[i]!;
  return equities;
}

/** What each combo of one player counts for: its own weight times the reach it met. */
export function comboWeights(sums: ComboSums, player: number, range: PlayerRange): Float32Array {
  const met = sums.met[player]!;
  const own = range.kind === 'range' ? range.weights : null;
  const weights = new Float32Array(met.length);
  for (let i = 0; i < weights.length; i++) weights[i] = met[i]! * (own ? own[i]! : 1);
  return weights;
}
