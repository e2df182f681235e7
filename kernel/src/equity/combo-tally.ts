// Equity of every combo of two ranges, for equity graphs.

/** Per player and combo: pots won and weight met, summed over run-outs. */
export class ComboTally {
  readonly pots: readonly Float64Array[];
  readonly met: readonly Float64Array[];

  constructor(pots: readonly Float64Array[], met: readonly Float64Array[]) {
    this.pots = pots;
    this.met = met;
  }

  add(part: ComboTally): void {
    for (let player = 0; player < this.pots.length; player++) {
      addTo(this.pots[player]!, part.pots[player]!);
      addTo(this.met[player]!, part.met[player]!);
    }
  }

  /** NaN where a combo meets nobody. */
  equities(player: number): Float32Array {
    const met = this.met[player]!;
    return Float32Array.from(this.pots[player]!, (pots, combo) => pots / met[combo]!);
  }

  weights(player: number): Float32Array {
    return Float32Array.from(this.met[player]!);
  }
}

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
}
