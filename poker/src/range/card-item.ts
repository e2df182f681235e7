/**
 * One card as it is written in a range: a rank, a suit, both, `*`, or variables for either.
 *
 * `A` `s` `As` `*` `R` `x` `Rx` `*x`. A rank and a suit belong together only when nothing stands between them.
 */
import { RANKS, rankOfLetter, SUITS, suitOfLetter } from '../cards.ts';
import type { Choice } from './expression.ts';
import type { Reader } from './reader.ts';

/** Ranks 0…12 are plain, 13 is any, and 14… are variables by letter. */
const ANY_RANK = 13;
const FIRST_RANK_VARIABLE = 14;
/** Suits 0…3 are plain, 4 is any, 5…8 are the variables w x y z. */
export const ANY_SUIT = 4;
const FIRST_SUIT_VARIABLE = 5;

const SUIT_VARIABLES = 'wxyz';
const RANK_VARIABLES = 'BEFGILMNOPRUV';

export interface CardItem {
  readonly rank: number;
  readonly suit: number;
  readonly at: number;
  readonly end: number;
}

export const isPlainRank = (rank: number): boolean => rank < ANY_RANK;
export const isRankVariable = (rank: number): boolean => rank >= FIRST_RANK_VARIABLE;
export const isPlainSuit = (suit: number): boolean => suit < ANY_SUIT;

/** The suit variables of Hold'em's `AKs` (both X) and `AKo` (X and Y). */
export const SUIT_X = FIRST_SUIT_VARIABLE + 1;
export const SUIT_Y = FIRST_SUIT_VARIABLE + 2;

/** Rank written at `at`: its number and length, or null. */
const readRank = (reader: Reader, at: number): { rank: number; length: number } | null => {
  if (reader.text.startsWith('10', at)) return { rank: rankOfLetter('T'), length: 2 };
  const letter = reader.text.charAt(at);
  if (letter === '') return null;
  if (letter === '*') return { rank: ANY_RANK, length: 1 };
  const plain = rankOfLetter(letter);
  if (plain >= 0) return { rank: plain, length: 1 };
  const variable = RANK_VARIABLES.indexOf(letter.toUpperCase());
  return variable < 0 ? null : { rank: FIRST_RANK_VARIABLE + variable, length: 1 };
};

const readSuit = (reader: Reader, at: number): number => {
  const letter = reader.text.charAt(at);
  if (letter === '') return -1;
  const plain = suitOfLetter(letter);
  if (plain >= 0) return plain;
  const variable = SUIT_VARIABLES.indexOf(letter.toLowerCase());
  return variable < 0 ? -1 : FIRST_SUIT_VARIABLE + variable;
};

/** The card that starts here, or null (without an error) when none does. */
export const readCardItem = (reader: Reader): CardItem | null => {
  const at = reader.at;
  const rank = readRank(reader, at);
  const suitAt = at + (rank?.length ?? 0);
  const suit = readSuit(reader, suitAt);
  if (rank === null && suit < 0) return null;
  reader.at = suit < 0 ? suitAt : suitAt + 1;
  return { rank: rank?.rank ?? ANY_RANK, suit: suit < 0 ? ANY_SUIT : suit, at, end: reader.at };
};

export const choiceOf = ({ rank, suit }: CardItem): Choice => ({
  ranks: isPlainRank(rank) ? 1 << rank : 0x1fff,
  rankVariable: isRankVariable(rank) ? rank - FIRST_RANK_VARIABLE : -1,
  suits: isPlainSuit(suit) ? 1 << suit : 15,
  suitVariable: suit > ANY_SUIT ? suit - FIRST_SUIT_VARIABLE : -1,
});

const rankLetter = (rank: number): string =>
  isPlainRank(rank) ? RANKS.charAt(rank) : rank === ANY_RANK ? '*' : RANK_VARIABLES.charAt(rank - FIRST_RANK_VARIABLE);

const suitLetter = (suit: number): string =>
  isPlainSuit(suit) ? SUITS.charAt(suit) : suit === ANY_SUIT ? '' : SUIT_VARIABLES.charAt(suit - FIRST_SUIT_VARIABLE);

/** Canonical spelling. A suit alone loses its `*` unless a rank before it would swallow it. */
export const formatCardItem = (item: CardItem, before: string): string => {
  const alone = item.rank === ANY_RANK && item.suit !== ANY_SUIT && !/[A-Z0-9*]$/.test(before);
  return (alone ? '' : rankLetter(item.rank)) + suitLetter(item.suit);
};

/** Is it the same kind of card, ranks aside: the same suit, and the same rank unless both are plain? */
export const sameKind = (a: CardItem, b: CardItem): boolean =>
  a.suit === b.suit && (isPlainRank(a.rank) ? isPlainRank(b.rank) : a.rank === b.rank);
