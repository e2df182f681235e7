/**
 * Cards: one integer each, and the text of them.
 *
 * A card is `rank * 4 + suit`, 0…51; rank 0 is the deuce, suits are c d h s = 0 1 2 3, as in the kernel. Reading is
 * lenient (`AsKs`, `as ks`, `A♠ K♠`, `10s`, with spaces or commas between); writing has one form, `AsKs`.
 */
import { fail, type Result, succeed, type TextError, textError } from './result.ts';
import { say } from './text/en.ts';

/** `rank * 4 + suit`, 0…51. */
export type Card = number;

export const RANKS = '23456789TJQKA';
export const SUITS = 'cdhs';

export const rankOf = (card: Card): number => card >> 2;
export const suitOf = (card: Card): number => card & 3;
export const cardOf = (rank: number, suit: number): Card => rank * 4 + suit;

/** `As`; empty for a number that is no card. */
export const formatCard = (card: Card): string => RANKS.charAt(card >> 2) + SUITS.charAt(card & 3);

/** `AsKs`, in the order given. */
export const formatCards = (cards: Iterable<Card>): string => {
  let text = '';
  for (const card of cards) text += formatCard(card);
  return text;
};

/** 0…12, or -1. */
export const rankOfLetter = (letter: string): number => (letter === '' ? -1 : RANKS.indexOf(letter.toUpperCase()));

/** Suit signs as they are pasted from chats and sites; filled and outlined, in suit order. */
const SUIT_SIGNS = ['♣♧', '♦♢', '♥♡', '♠♤'];

/** 0…3, or -1. Letters and suit signs. */
export const suitOfLetter = (letter: string): number => {
  if (letter === '') return -1;
  const plain = SUITS.indexOf(letter.toLowerCase());
  return plain >= 0 ? plain : SUIT_SIGNS.findIndex((signs) => signs.includes(letter));
};

/** What may stand between cards: spaces, commas, and the invisible mark that turns a suit sign into an emoji. */
const isBetween = (letter: string): boolean => letter === ',' || letter === '\uFE0F' || letter.trim() === '';

/** Reads the one card at `at`: the card and where it ends. */
const readCard = (text: string, at: number): Result<{ card: Card; end: number }, TextError> => {
  const ten = text.startsWith('10', at);
  const rank = ten ? rankOfLetter('T') : rankOfLetter(text.charAt(at));
  if (rank < 0) return fail(textError(say.badRank(letterAt(text, at)), at, at + letterAt(text, at).length));
  const suitAt = at + (ten ? 2 : 1);
  if (suitAt >= text.length) return fail(textError(say.missingSuit(text.slice(at)), suitAt, suitAt));
  const suit = suitOfLetter(text.charAt(suitAt));
  if (suit < 0) {
    const letter = letterAt(text, suitAt);
    return fail(textError(say.badSuit(letter), suitAt, suitAt + letter.length));
  }
  return succeed({ card: cardOf(rank, suit), end: suitAt + 1 });
};

/** The whole character at `at`, so that an error never names half an emoji. */
const letterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);

/** One card, nothing else in the text. Codes: those of `parseCards`, and `card-count`. */
export const parseCard = (text: string): Result<Card, TextError> => {
  const cards = parseCards(text);
  if (!cards.ok) return cards;
  const [card] = cards.value;
  if (card === undefined || cards.value.length > 1) {
    return fail(textError(say.cardCount('A card', 1, cards.value.length), 0, text.length));
  }
  return succeed(card);
};

/**
 * Any number of different cards, in the order written.
 * Codes: `bad-rank`, `bad-suit`, `missing-suit`, `duplicate-card`.
 */
export const parseCards = (text: string): Result<Card[], TextError> => {
  const placed = parsePlacedCards(text);
  return placed.ok ? succeed(placed.value.map(({ card }) => card)) : placed;
};

export interface PlacedCard {
  readonly card: Card;
  readonly at: number;
  readonly end: number;
}

/** The same, with the characters each card was read from. */
export const parsePlacedCards = (text: string): Result<PlacedCard[], TextError> => {
  const cards: PlacedCard[] = [];
  const seen = new Set<Card>();
  let at = 0;
  while (at < text.length) {
    if (isBetween(text.charAt(at))) {
      at += 1;
      continue;
    }
    const read = readCard(text, at);
    if (!read.ok) return read;
    const { card, end } = read.value;
    if (seen.has(card)) return fail(textError(say.duplicateCard(formatCard(card)), at, end));
    seen.add(card);
    cards.push({ card, at, end });
    at = end;
  }
  return succeed(cards);
};
