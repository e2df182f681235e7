/**
 * All hands of a game as rank multisets × suit assignments.
 *
 * This is what makes counting cheap: a range is first judged on the few rank multisets (PLO4 1,820, PLO5 6,175, PLO6
 * 18,395), then on suit classes, and only what names suits is judged finer. Nothing here is a list of hands.
 */
import { type Game, HOLE_CARDS } from '../games.ts';
import { type Composition, makeComposition } from './compositions.ts';

export interface HandSpace {
  readonly game: Game;
  /** Cards a hand has. */
  readonly cards: number;
  /** Rank multisets, in listing order: AAAA, AAAK … 3222, 2222. */
  readonly multisets: number;
  /** `multisets × cards` ranks, high to low. */
  readonly ranks: Uint8Array;
  readonly compositions: readonly Composition[];
  /** Which composition each multiset has. */
  readonly compositionOf: Uint8Array;
  /** Number of the first hand class of each multiset; one more entry than multisets. */
  readonly firstClass: Uint32Array;
  readonly classes: number;
  readonly combos: number;
}

/** Every multiset of `cards` ranks with at most four of one rank, from the highest to the lowest. */
const rankMultisets = (cards: number): Uint8Array => {
  const found: number[] = [];
  const hand = new Array<number>(cards).fill(0);
  const deal = (at: number, highest: number): void => {
    if (at === cards) {
      found.push(...hand);
      return;
    }
    for (let rank = highest; rank >= 0; rank--) {
      if (at >= 4 && hand[at - 4] === rank) continue;
      hand[at] = rank;
      deal(at + 1, rank);
    }
  };
  deal(0, 12);
  return Uint8Array.from(found);
};

/** Lengths of the runs of equal ranks. */
const partsOf = (ranks: Uint8Array): number[] => {
  const parts: number[] = [];
  ranks.forEach((rank, at) => {
    if (at > 0 && ranks[at - 1] === rank) parts[parts.length - 1] = (parts.at(-1) ?? 0) + 1;
    else parts.push(1);
  });
  return parts;
};

const makeSpace = (game: Game): HandSpace => {
  const cards = HOLE_CARDS[game];
  const ranks = rankMultisets(cards);
  const multisets = ranks.length / cards;
  const compositions: Composition[] = [];
  const byParts = new Map<string, number>();
  const compositionOf = new Uint8Array(multisets);
  const firstClass = new Uint32Array(multisets + 1);
  let combos = 0;
  for (let multiset = 0; multiset < multisets; multiset++) {
    const parts = partsOf(ranks.subarray(multiset * cards, (multiset + 1) * cards));
    const key = parts.join();
    let index = byParts.get(key);
    if (index === undefined) {
      index = compositions.length;
      byParts.set(key, index);
      compositions.push(makeComposition(parts));
    }
    const composition = compositions[index]!;
    compositionOf[multiset] = index;
    firstClass[multiset + 1] = (firstClass[multiset] ?? 0) + composition.classes;
    combos += composition.size;
  }
  return {
    game,
    cards,
    multisets,
    ranks,
    compositions,
    compositionOf,
    firstClass,
    classes: firstClass[multisets] ?? 0,
    combos,
  };
};

const spaces = new Map<Game, HandSpace>();

/** The space of a game, made when first asked for. */
export const handSpace = (game: Game): HandSpace => {
  const known = spaces.get(game);
  if (known !== undefined) return known;
  const made = makeSpace(game);
  spaces.set(game, made);
  return made;
};

export const compositionAt = (space: HandSpace, multiset: number): Composition =>
  space.compositions[space.compositionOf[multiset] ?? 0]!;
