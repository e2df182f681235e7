/** Numbers and cards of tests that are the same in every run. */

export interface Dealer {
  /** From 0 up to 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`. */
  readonly whole: (least: number, most: number) => number;
  /** One of these. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** So many different cards of a fresh deck. */
  readonly deal: (count: number) => number[];
}

export const dealer = (seed: number): Dealer => {
  let state = seed >>> 0;
  const deck = Uint8Array.from({ length: 52 }, (_, card) => card);
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    return ((mixed ^ (mixed >>> 13)) >>> 0) / 4294967296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
    deal: (count) => {
      for (let i = 0; i < count; i++) {
        const j = whole(i, 51);
        [deck[i], deck[j]] = [deck[j] as number, deck[i] as number];
      }
      return [...deck.subarray(0, count)];
    },
  };
};
