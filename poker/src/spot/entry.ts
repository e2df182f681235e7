/** What one player's entry says: a hand, a range, or any hand. */

import { type PlacedCard, parsePlacedCards } from '../cards.ts';
import type { Game } from '../games.ts';
import { HOLE_CARDS } from '../games.ts';
import { formatHand } from '../hands.ts';
import { plainText } from '../plain-text.ts';
import { formatRange } from '../range/format.ts';
import { parseRange } from '../range/parse.ts';
import type { Range } from '../range/range.ts';
import { type Result, succeed, type TextError } from '../result.ts';

export type Entry =
  | { readonly kind: 'hand'; readonly cards: readonly PlacedCard[] }
  | { readonly kind: 'range'; readonly range: Range }
  | { readonly kind: 'random' };

const RANDOM = /^\s*(\*|random|any|any\s?two|any\s(cards|hand)|100\s*%)\s*$/i;

/**
 * Reads an entry. As many cards as a hand has are that hand; a comma always means "or", so `As,Ah` is a range.
 * Codes: those of `parseRange`.
 */
export const parseEntry = (written: string, game: Game): Result<Entry, TextError> => {
  const text = plainText(written);
  if (RANDOM.test(text)) return succeed({ kind: 'random' });
  if (!text.includes(',')) {
    const cards = parsePlacedCards(text);
    if (cards.ok && cards.value.length === HOLE_CARDS[game]) return succeed({ kind: 'hand', cards: cards.value });
  }
  const range = parseRange(written, game);
  return range.ok ? succeed({ kind: 'range', range: range.value }) : range;
};

/** The one spelling of an entry. */
export const formatEntry = (entry: Entry): string => {
  switch (entry.kind) {
    case 'random':
      return '*';
    case 'hand':
      return formatHand(entry.cards.map(({ card }) => card));
    case 'range':
      return formatRange(entry.range);
  }
};
