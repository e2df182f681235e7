/** From rows of cards as written to the patterns a hand is matched against. */
import { formatCard } from '../cards.ts';
import { say } from '../text/en.ts';
import { type CardItem, choiceOf, isPlainRank, isPlainSuit } from './card-item.ts';
import type { Draft, Piece } from './draft.ts';
import type { Pattern, Shape, Slot } from './expression.ts';
import type { Reader } from './reader.ts';

/** Cards a draft names. */
export const namedCards = (draft: Draft): number =>
  draft.pieces.reduce((sum, piece) => sum + (piece.kind === 'rows' ? (piece.rows[0]?.length ?? 0) : 1), 0);

/**
 * Every pattern a draft stands for; more than one when a bracket holds several cards that move together. At most 1,728:
 * six cards have room for three brackets of two.
 */
export const patternsOf = (reader: Reader, draft: Draft): Pattern[] | null => {
  if (duplicateCard(reader, draft)) return null;
  let rows: Piece[][] = [[]];
  for (const piece of draft.pieces) {
    const ways: Piece[][] =
      piece.kind === 'rows' ? piece.rows.map((row) => row.map((card) => inBracket(card, piece.apart))) : [[piece]];
    rows = rows.flatMap((row) => ways.map((way) => [...row, ...way]));
  }
  return rows.map((row) => makePattern(row, draft.shapes));
};

/** The pattern of one row of a span. */
export const patternOfCards = (cards: readonly CardItem[], shapes: readonly Shape[]): Pattern =>
  makePattern(
    cards.map((card) => ({ kind: 'card', card, apart: 0 })),
    shapes,
  );

const inBracket = (card: CardItem, apart: number): Piece => ({ kind: 'list', choices: [choiceOf(card)], apart });

const makePattern = (pieces: readonly Piece[], shapes: readonly Shape[]): Pattern => {
  const slots: Slot[] = [];
  let plainRanks = 0;
  let plainSuits = 0;
  for (const piece of pieces) {
    if (piece.kind === 'card') {
      // Only what is written plainly binds; what stands in brackets is left free for variables.
      if (isPlainRank(piece.card.rank)) plainRanks |= 1 << piece.card.rank;
      if (isPlainSuit(piece.card.suit)) plainSuits |= 1 << piece.card.suit;
      slots.push({ choices: [choiceOf(piece.card)], apart: piece.apart });
    } else if (piece.kind === 'list') slots.push({ choices: piece.choices, apart: piece.apart });
  }
  return { slots, shapes, plainRanks, plainSuits };
};

/** One and the same card named twice in a row can never be held. */
const duplicateCard = (reader: Reader, draft: Draft): boolean => {
  const seen = new Set<number>();
  for (const piece of draft.pieces) {
    if (piece.kind !== 'card' || !isPlainRank(piece.card.rank) || !isPlainSuit(piece.card.suit)) continue;
    const card = piece.card.rank * 4 + piece.card.suit;
    if (seen.has(card)) {
      reader.fail(say.duplicateCard(formatCard(card)), piece.card.at, piece.card.end);
      return true;
    }
    seen.add(card);
  }
  return false;
};
