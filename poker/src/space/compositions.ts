/**
 * Suit assignments of a rank pattern, and their classes under relabelling suits.
 *
 * A hand is a multiset of ranks and, for each of its ranks, a set of suits. How many cards each rank has, from the
 * highest rank to the lowest, is the hand's composition: [2, 1, 1] is a pair above two singles. All multisets of one
 * composition share one table of suit assignments, so everything about suits is worked out once per composition:
 * PLO6 has 18,395 multisets but only 29 compositions. Assignments run in listing order: the highest rank's suits first,
 * spades before hearts before diamonds before clubs.
 */

/** Suit assignments that a group of suit permutations turns into each other. */
export interface Orbits {
  /** One assignment per orbit, the first of it. */
  readonly first: Uint16Array;
  /** `members[starts[i]] … members[starts[i + 1] - 1]` are the assignments of orbit i. */
  readonly starts: Uint16Array;
  readonly members: Uint16Array;
}

export interface Composition {
  /** Cards per rank, highest rank first. */
  readonly parts: readonly number[];
  /** Number of suit assignments: 24 for [2, 1] is 6 × 4. */
  readonly size: number;
  /** `size × cards` suits, cards high to low. */
  readonly suits: Uint8Array;
  /** `size × parts` suit sets as bits, bit 0 clubs. */
  readonly masks: Uint8Array;
  /** Cards of each suit per assignment, three bits a suit, clubs lowest. */
  readonly suitCounts: Uint16Array;
  /** Suit class of each assignment, 0… in order of first appearance. */
  readonly classOf: Uint16Array;
  readonly classes: number;
  /** Orbits under the permutations that leave each suit of `fixed` (bits) where it is; `orbits(0)` are the classes. */
  readonly orbits: (fixed: number) => Orbits;
}

/** Suit sets by number of suits, in listing order: spades before hearts before diamonds before clubs. */
export const SUIT_SETS: readonly (readonly number[])[] = (() => {
  const bySize: number[][] = [[], [], [], [], []];
  for (const set of suitSets([3, 2, 1, 0])) bySize[set.length]?.push(set.reduce((mask, suit) => mask | (1 << suit), 0));
  return bySize;
})();

/** Subsets, those with the earlier suits first. */
function suitSets(suits: readonly number[]): number[][] {
  const [first, ...rest] = suits;
  if (first === undefined) return [[]];
  const without = suitSets(rest);
  return [...without.map((set) => [first, ...set]), ...without];
}

/** All 24 relabellings of four suits. */
const PERMUTATIONS: readonly (readonly number[])[] = (() => {
  const all: number[][] = [];
  for (let code = 0; code < 256; code++) {
    const order = [code & 3, (code >> 2) & 3, (code >> 4) & 3, code >> 6];
    if (new Set(order).size === 4) all.push(order);
  }
  return all;
})();

const permuteSet = (set: number, order: readonly number[]): number => {
  let permuted = 0;
  for (let suit = 0; suit < 4; suit++) if (set & (1 << suit)) permuted |= 1 << (order[suit] ?? 0);
  return permuted;
};

export const makeComposition = (parts: readonly number[]): Composition => {
  const cards = parts.reduce((sum, part) => sum + part, 0);
  const radices = parts.map((part) => SUIT_SETS[part]?.length ?? 0);
  const size = radices.reduce((product, radix) => product * radix, 1);
  const suits = new Uint8Array(size * cards);
  const masks = new Uint8Array(size * parts.length);
  const suitCounts = new Uint16Array(size);

  for (let assignment = 0; assignment < size; assignment++) {
    let rest = assignment;
    let weight = size;
    let at = assignment * cards;
    parts.forEach((part, group) => {
      weight /= radices[group] ?? 1;
      const set = SUIT_SETS[part]?.[Math.floor(rest / weight)] ?? 0;
      rest %= weight;
      masks[assignment * parts.length + group] = set;
      for (let suit = 3; suit >= 0; suit--) {
        if ((set & (1 << suit)) === 0) continue;
        suits[at++] = suit;
        suitCounts[assignment] = (suitCounts[assignment] ?? 0) + (1 << (3 * suit));
      }
    });
  }

  const indexOfMasks = (groupMasks: readonly number[]): number =>
    parts.reduce((index, part, group) => {
      const place = SUIT_SETS[part]?.indexOf(groupMasks[group] ?? 0) ?? 0;
      return index * (radices[group] ?? 1) + place;
    }, 0);

  const makeOrbits = (fixed: number): Orbits => {
    const group = PERMUTATIONS.filter((order) => order.every((to, suit) => (fixed & (1 << suit)) === 0 || to === suit));
    const seen = new Uint8Array(size);
    const first: number[] = [];
    const starts: number[] = [];
    const members: number[] = [];
    for (let assignment = 0; assignment < size; assignment++) {
      if (seen[assignment] === 1) continue;
      first.push(assignment);
      starts.push(members.length);
      const own = [...masks.subarray(assignment * parts.length, (assignment + 1) * parts.length)];
      for (const order of group) {
        const image = indexOfMasks(own.map((set) => permuteSet(set, order)));
        if (seen[image] === 1) continue;
        seen[image] = 1;
        members.push(image);
      }
    }
    starts.push(members.length);
    return { first: Uint16Array.from(first), starts: Uint16Array.from(starts), members: Uint16Array.from(members) };
  };

  const cache = new Map<number, Orbits>();
  const orbits = (fixed: number): Orbits => {
    // Three suits in place leave the fourth no choice: all such groups are the trivial one.
    const key = [7, 11, 13, 14].includes(fixed) ? 15 : fixed;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = makeOrbits(key);
    cache.set(key, made);
    return made;
  };

  const all = orbits(0);
  const classOf = new Uint16Array(size);
  for (let orbit = 0; orbit < all.first.length; orbit++) {
    for (let i = all.starts[orbit] ?? 0; i < (all.starts[orbit + 1] ?? 0); i++) classOf[all.members[i] ?? 0] = orbit;
  }
  return { parts, size, suits, masks, suitCounts, classOf, classes: all.first.length, orbits };
};
