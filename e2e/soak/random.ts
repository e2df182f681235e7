/**
 * Moments and choices of a fault run. They follow from a seed, which each run prints: `SOAK_SEED` repeats the choices,
 * though never the machine's own timing.
 */

export interface Random {
  readonly seed: number;
  /** From 0 to 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number;
  /** One of these, each as often as its weight says. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T;
}

/** Mulberry32, as published by Tommy Ettinger in 2017. */
export function createRandom(seed = Number(process.env.SOAK_SEED) || (Date.now() ^ (process.pid << 12)) >>> 0): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    seed,
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick(weighted) {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [what, weight] of weighted) {
        left -= weight;
        if (left < 0) return what;
      }
      return weighted[weighted.length - 1]![0];
    },
  };
}
