/**
 * Where each hand class stands in an ordering, as a share of all hands.
 *
 * Classes stand in the order of their keys, equal keys in class order. A class's place is the middle of the hands it
 * takes up, and it belongs to `10%-30%` when its place lies above 10 % and not above 30 %. Whole classes only, so the
 * bands `10%`, `10%-30%`, `30%-100%` share no hand and leave none out; a class on the border goes where most of it is.
 */
import { classSizes } from '../space/classes.ts';
import { handSpace } from '../space/hand-space.ts';
import type { Ordering } from './ordering.ts';

export interface ClassPlaces {
  /** Twice the middle of each class, in combos from the top. */
  readonly places: Uint32Array;
  /** Twice the number of combos: the place just behind the last hand. */
  readonly end: number;
  /** First and last place among the classes of each rank multiset. */
  readonly best: Uint32Array;
  readonly worst: Uint32Array;
}

const known = new WeakMap<Ordering, ClassPlaces>();

/** Worked out once per ordering. */
export const placesOf = (ordering: Ordering): ClassPlaces => {
  const cached = known.get(ordering);
  if (cached !== undefined) return cached;
  const made = makePlaces(ordering);
  known.set(ordering, made);
  return made;
};

const makePlaces = (ordering: Ordering): ClassPlaces => {
  const { game } = ordering.header;
  const space = handSpace(game);
  const sizes = classSizes(game);
  const places = new Uint32Array(space.classes);
  let before = 0;
  for (const index of classesByKey(ordering.keys)) {
    const size = sizes[index] ?? 0;
    places[index] = 2 * before + size;
    before += size;
  }
  const best = new Uint32Array(space.multisets).fill(0xffffffff);
  const worst = new Uint32Array(space.multisets);
  for (let multiset = 0; multiset < space.multisets; multiset++) {
    for (let index = space.firstClass[multiset] ?? 0; index < (space.firstClass[multiset + 1] ?? 0); index++) {
      const place = places[index] ?? 0;
      if (place < (best[multiset] ?? 0)) best[multiset] = place;
      if (place > (worst[multiset] ?? 0)) worst[multiset] = place;
    }
  }
  return { places, end: 2 * space.combos, best, worst };
};

/** Class numbers in the order of their keys: a counting sort, stable. */
const classesByKey = (keys: Uint16Array): Uint32Array => {
  const starts = new Uint32Array(0x10001);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < 0x10000; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const sorted = new Uint32Array(keys.length);
  keys.forEach((key, index) => {
    const at = starts[key] ?? 0;
    sorted[at] = index;
    starts[key] = at + 1;
  });
  return sorted;
};
