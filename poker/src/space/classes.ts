/**
 * Hand classes: hands that differ only by the names of suits are one class.
 *
 * 169 in Hold'em, 16,432 in PLO4, 134,459 in PLO5, 962,988 in PLO6. Classes are numbered multiset by multiset in
 * listing order (AAAA first, 2222 last), and within a multiset by their first suit assignment. Ordering files and the
 * percentage notation use these numbers, so their order is part of the file format.
 */
import { type Card, cardOf, rankOf, suitOf } from '../cards.ts';
import { choose, type Game } from '../games.ts';
import { comboTerm } from './combo-index.ts';
import { type Composition, SUIT_SETS } from './compositions.ts';
import { compositionAt, type HandSpace, handSpace } from './hand-space.ts';

export const classCount = (game: Game): number => handSpace(game).classes;

/** Multiset numbers by their place among all multisets, those with five of a rank included; one table per game. */
const multisetTables = new Map<Game, Int32Array>();

/** Place of ranks (high to low) among all multisets of that size, ascending. */
const multisetPlace = (ranks: ArrayLike<number>, offset: number, cards: number): number => {
  let place = 0;
  for (let i = 0; i < cards; i++) {
    const below = cards - 1 - i;
    place += PLACE_TERMS[((ranks[offset + i] ?? 0) + below) * 8 + below + 1] ?? 0;
  }
  return place;
};

const PLACE_TERMS = (() => {
  const terms = new Uint32Array(20 * 8);
  for (let n = 0; n < 20; n++) for (let k = 0; k < 8; k++) terms[n * 8 + k] = choose(n, k);
  return terms;
})();

const multisetTable = (space: HandSpace): Int32Array => {
  const known = multisetTables.get(space.game);
  if (known !== undefined) return known;
  const table = new Int32Array(choose(12 + space.cards, space.cards)).fill(-1);
  for (let multiset = 0; multiset < space.multisets; multiset++) {
    table[multisetPlace(space.ranks, multiset * space.cards, space.cards)] = multiset;
  }
  multisetTables.set(space.game, table);
  return table;
};

/** Number of the multiset with these ranks, high to low. */
export const multisetOf = (space: HandSpace, ranks: ArrayLike<number>): number =>
  multisetTable(space)[multisetPlace(ranks, 0, space.cards)] ?? -1;

/** Number of a hand's suit assignment within its composition; cards high to low. */
export const assignmentOf = (composition: Composition, hand: readonly Card[]): number => {
  let assignment = 0;
  let at = 0;
  for (const part of composition.parts) {
    let set = 0;
    for (let i = 0; i < part; i++) set |= 1 << suitOf(hand[at++] ?? 0);
    const sets = SUIT_SETS[part] ?? [];
    assignment = assignment * sets.length + sets.indexOf(set);
  }
  return assignment;
};

/** Class of a hand, 0…; -1 unless the cards are one hand of the game. */
export const handClass = (cards: readonly Card[], game: Game): number => {
  const space = handSpace(game);
  if (cards.length !== space.cards || new Set(cards).size !== cards.length) return -1;
  if (!cards.every((card) => Number.isInteger(card) && card >= 0 && card < 52)) return -1;
  const sorted = [...cards].sort((a, b) => b - a);
  const multiset = multisetOf(space, sorted.map(rankOf));
  const composition = compositionAt(space, multiset);
  const assignment = assignmentOf(composition, sorted);
  return (space.firstClass[multiset] ?? 0) + (composition.classOf[assignment] ?? 0);
};

/** Hands in each class, 4…24 (fewer for the most regular), by class number. */
export const classSizes = (game: Game): Uint8Array<ArrayBuffer> => {
  const space = handSpace(game);
  const sizes = new Uint8Array(space.classes);
  for (let multiset = 0; multiset < space.multisets; multiset++) {
    const { starts, first } = compositionAt(space, multiset).orbits(0);
    const base = space.firstClass[multiset] ?? 0;
    for (let i = 0; i < first.length; i++) sizes[base + i] = (starts[i + 1] ?? 0) - (starts[i] ?? 0);
  }
  return sizes;
};

/** One hand of each class, `classes × cards`, ascending within a hand. */
export const classHands = (game: Game): Uint8Array<ArrayBuffer> => {
  const space = handSpace(game);
  const hands = new Uint8Array(space.classes * space.cards);
  let at = 0;
  for (let multiset = 0; multiset < space.multisets; multiset++) {
    const composition = compositionAt(space, multiset);
    for (const assignment of composition.orbits(0).first) {
      for (let i = space.cards - 1; i >= 0; i--) {
        const rank = space.ranks[multiset * space.cards + i] ?? 0;
        hands[at++] = cardOf(rank, composition.suits[assignment * space.cards + i] ?? 0);
      }
    }
  }
  return hands;
};

/** Class number of every combo, in ascending combo order: 20,358,520 entries for PLO6. */
export const classOfEveryCombo = (game: Game): Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> => {
  const space = handSpace(game);
  const { cards } = space;
  const classes = space.classes <= 0x10000 ? new Uint16Array(space.combos) : new Uint32Array(space.combos);
  for (let multiset = 0; multiset < space.multisets; multiset++) {
    const { size, suits, classOf } = compositionAt(space, multiset);
    const base = space.firstClass[multiset] ?? 0;
    for (let assignment = 0; assignment < size; assignment++) {
      let index = 0;
      for (let i = 0; i < cards; i++) {
        const card = (space.ranks[multiset * cards + i] ?? 0) * 4 + (suits[assignment * cards + i] ?? 0);
        index += comboTerm(cards - 1 - i, card);
      }
      classes[index] = base + (classOf[assignment] ?? 0);
    }
  }
  return classes;
};
