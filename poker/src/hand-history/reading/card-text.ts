/**
 * Cards in the lines of sites: `[Ad Kh 7c]`, `[ Qc, Tc ]`, `10h`. Quicker and narrower than `parseCards`, because a file
 * has millions of them: two signs each, with blanks, commas and brackets between.
 */
import { type Card, cardOf, rankOfLetter, suitOfLetter } from '../../cards.ts';

const BETWEEN = ' ,[]\u00a0';

/** In the order written; null for what is no row of different cards. */
export const readCards = (text: string): Card[] | null => {
  const cards: Card[] = [];
  let at = 0;
  while (at < text.length) {
    if (BETWEEN.includes(text.charAt(at))) {
      at += 1;
      continue;
    }
    const isTen = text.startsWith('10', at);
    const rank = isTen ? rankOfLetter('T') : rankOfLetter(text.charAt(at));
    const suit = suitOfLetter(text.charAt(at + (isTen ? 2 : 1)));
    if (rank < 0 || suit < 0) return null;
    const card = cardOf(rank, suit);
    if (cards.includes(card)) return null;
    cards.push(card);
    at += isTen ? 3 : 2;
  }
  return cards;
};

/** What stands in the last brackets of a line: the card or cards that are new on `*** TURN *** [2d 4h Ac] [7h]`. */
export const lastBracketed = (line: string): string | null => {
  const end = line.lastIndexOf(']');
  const start = line.lastIndexOf('[', end);
  return end < 0 || start < 0 ? null : line.slice(start + 1, end);
};

/** The same cards, in whatever order. */
export const sameCards = (a: readonly Card[], b: readonly Card[]): boolean =>
  a.length === b.length && a.every((card) => b.includes(card));
