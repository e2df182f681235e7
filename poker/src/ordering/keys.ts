/**
 * Keys from equities: how a generator turns one equity per class into an ordering.
 *
 * A key is the class's place among all hands scaled to 16 bits, so a key also says roughly "top x %". Equal equities
 * get equal keys; beyond 65,536 steps neighbours may share one.
 */
import type { Game } from '../games.ts';
import { classSizes } from '../space/classes.ts';

/** `equities` has one share per hand class; larger is stronger. */
export const orderingKeys = (game: Game, equities: ArrayLike<number>): Uint16Array<ArrayBuffer> => {
  const sizes = classSizes(game);
  const order = Uint32Array.from({ length: sizes.length }, (_, index) => index).sort(
    (a, b) => (equities[b] ?? 0) - (equities[a] ?? 0) || a - b,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const keys = new Uint16Array(sizes.length);
  let before = 0;
  let key = 0;
  order.forEach((index, at) => {
    const previous = order[at - 1];
    if (previous === undefined || equities[previous] !== equities[index]) key = Math.floor((before / total) * 0x10000);
    keys[index] = key;
    before += sizes[index] ?? 0;
  });
  return keys;
};
