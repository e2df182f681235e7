/**
 * Each combo of a list put into the kinds of the category tree, so that figures by combo can be summed by kind.
 *
 * A level numbers its kinds from 0 and gives every combo its number. Summing over combos by one level, or by several of
 * them together, is then one loop over arrays; no text is made before a label is asked for.
 */
import { rankOf, SUITS } from '../cards.ts';
import { type Game, HOLE_CARDS } from '../games.ts';
import { assignmentOf, multisetOf } from '../space/classes.ts';
import { compositionAt, type HandSpace, handSpace } from '../space/hand-space.ts';
import { classPattern, formatRanks } from './class-pattern.ts';
import { connection, connectionKind, type Kind, pairKind, SORTED_COUNTS, suitKind } from './kinds.ts';

export interface ComboKinds {
  /** Kinds that at least one combo has, coarse levels by code and the others in listing order. */
  readonly count: number;
  /** The kind of each combo, 0 … count - 1. */
  readonly of: Uint32Array<ArrayBuffer>;
  /** Key and label of a kind, those of `categoryTree`. */
  readonly kind: (index: number) => Kind;
}

/** The levels of `categoryTree`, coarsest first. */
export interface ComboCategories {
  readonly pairs: ComboKinds;
  readonly suits: ComboKinds;
  readonly connection: ComboKinds;
  /** `AAKT` */
  readonly ranks: ComboKinds;
  /** `AxAyKxTz`: combos that differ only by the names of suits. */
  readonly class: ComboKinds;
}

/** `combos` is `combos × hole cards` cards, ascending within a combo, as in the jobs of the kernel. */
export const comboCategories = (combos: Uint8Array, game: Game): ComboCategories => {
  const space = handSpace(game);
  const size = HOLE_CARDS[game];
  const count = combos.length / size;
  const pairs = new Uint32Array(count);
  const suits = new Uint32Array(count);
  const connections = new Uint32Array(count);
  const multisets = new Uint32Array(count);
  const classes = new Uint32Array(count);
  const pairsOf = pairCodes(space);
  const connectionOf = connectionCodes(space);
  const hand = new Array<number>(size).fill(0);
  const ranks = new Uint8Array(size);
  for (let combo = 0; combo < count; combo++) {
    for (let i = 0; i < size; i++) {
      const card = combos[(combo + 1) * size - 1 - i] ?? 0;
      hand[i] = card;
      ranks[i] = rankOf(card);
    }
    const multiset = multisetOf(space, ranks);
    const composition = compositionAt(space, multiset);
    const assignment = assignmentOf(composition, hand);
    multisets[combo] = multiset;
    pairs[combo] = pairsOf[space.compositionOf[multiset] ?? 0] ?? 0;
    connections[combo] = connectionOf[multiset] ?? 0;
    suits[combo] = SORTED_COUNTS[composition.suitCounts[assignment] ?? 0] ?? 0;
    classes[combo] = (space.firstClass[multiset] ?? 0) + (composition.classOf[assignment] ?? 0);
  }
  const ranksAt = (multiset: number): Uint8Array => space.ranks.subarray(multiset * size, (multiset + 1) * size);
  const plain = (text: string): Kind => ({ key: text, label: text });
  return {
    pairs: number(pairs, (code) => pairKind(space.compositions[code]?.parts ?? [])),
    suits: number(suits, suitKind),
    connection: number(connections, connectionKind),
    ranks: number(multisets, (multiset) => plain(formatRanks(ranksAt(multiset)))),
    class: number(classes, (suitClass) => plain(patternOf(space, suitClass))),
  };
};

/** Codes, of which few may be there, numbered from 0 in ascending order. Writes the numbers over the codes. */
const number = (codes: Uint32Array<ArrayBuffer>, kindOf: (code: number) => Kind): ComboKinds => {
  let most = 0;
  for (const code of codes) if (code > most) most = code;
  const numbers = new Int32Array(most + 1).fill(-1);
  for (const code of codes) numbers[code] = 0;
  const present: number[] = [];
  for (let code = 0; code <= most; code++) if (numbers[code] === 0) numbers[code] = present.push(code) - 1;
  for (let i = 0; i < codes.length; i++) codes[i] = numbers[codes[i] ?? 0] ?? 0;
  return { count: present.length, of: codes, kind: (index) => kindOf(present[index] ?? 0) };
};

/** By composition: the first composition of the same pairs. */
const pairCodes = ({ compositions }: HandSpace): Uint8Array => {
  const keys = compositions.map(({ parts }) => pairKind(parts).key);
  return Uint8Array.from(keys, (key) => keys.indexOf(key));
};

/** By multiset. */
const connectionCodes = ({ ranks, cards, multisets }: HandSpace): Uint8Array =>
  Uint8Array.from({ length: multisets }, (_, multiset) =>
    connection(ranks.subarray(multiset * cards, (multiset + 1) * cards)),
  );

/** The first hand of a class in listing order, its suits turned into variables. */
const patternOf = (space: HandSpace, suitClass: number): string => {
  let multiset = 0;
  let end = space.multisets;
  while (end - multiset > 1) {
    const middle = (multiset + end) >> 1;
    if ((space.firstClass[middle] ?? 0) <= suitClass) multiset = middle;
    else end = middle;
  }
  const { cards, firstClass } = space;
  const composition = compositionAt(space, multiset);
  const first = composition.orbits(0).first[suitClass - (firstClass[multiset] ?? 0)] ?? 0;
  let hand = '';
  const ranks = formatRanks(space.ranks.subarray(multiset * cards, (multiset + 1) * cards));
  for (let i = 0; i < cards; i++) hand += ranks.charAt(i) + SUITS.charAt(composition.suits[first * cards + i] ?? 0);
  return classPattern(hand);
};
