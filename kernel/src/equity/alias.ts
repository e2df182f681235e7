// Walker's alias method: a weighted draw with one random index and one comparison (Vose's construction).

/** `cuts[i]`: keep index i when 32 random bits are at most this; else take `alias[i]`. */
export interface AliasTable {
  readonly cuts: Uint32Array;
  readonly alias: Uint32Array;
}

export function aliasTable(weights: Uint8Array): AliasTable {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cuts = new Uint32Array(count).fill(0xffffffff);
  const alias = Uint32Array.from(weights, (_, index) => index);
  const scaled = Float64Array.from(weights, (weight) => (weight * count) / total);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < count; i++) (scaled[i]! < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!;
    const more = large.pop()!;
    cuts[less] = Math.floor(scaled[less]! * 0xffffffff);
    alias[less] = more;
    scaled[more]! -= 1 - scaled[less]!;
    (scaled[more]! < 1 ? small : large).push(more);
  }
  return { cuts, alias };
}
