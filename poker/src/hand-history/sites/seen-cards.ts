/** Cards as hand histories of programs write them: `AhKs`, with `??` for a card that was not seen. */
import { type Card, formatCards, RANKS, SUITS } from '../../cards.ts';

const UNSEEN = '??';

export interface SeenCards {
  /** Those that are known. */
  readonly cards: readonly Card[];
  /** How many there are, known or not. */
  readonly count: number;
}

/** Null for what is no row of cards. */
export const parseSeenCards = (text: string): SeenCards | null => {
  if (text.length % 2 !== 0) return null;
  const cards: Card[] = [];
  for (let at = 0; at < text.length; at += 2) {
    if (text.startsWith(UNSEEN, at)) continue;
    const rank = RANKS.indexOf(text.charAt(at));
    const suit = SUITS.indexOf(text.charAt(at + 1));
    if (rank < 0 || suit < 0) return null;
    cards.push(rank * SUITS.length + suit);
  }
  return { cards, count: text.length / 2 };
};

/** With `??` for as many as are missing. */
export const formatSeenCards = (cards: readonly Card[], count: number): string =>
  formatCards(cards) + UNSEEN.repeat(Math.max(0, count - cards.length));
