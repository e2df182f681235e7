/**
 * Patterns of a board: the notation of hands for five cards, where order counts.
 *
 * The first three cards of a pattern are the flop, in any order; the fourth is the turn and the fifth the river.
 */
import { type Card, rankOf, suitOf } from '../cards.ts';
import { fail, type Result, succeed, type TextError, textError } from '../result.ts';
import { say } from '../text/en.ts';
import type { RangeExpr } from './expression.ts';
import { makeMatcher } from './match.ts';
import { parseExpression } from './parse.ts';
import type { HandView } from './search.ts';

const FORM = { cards: 5, holdem: false, percent: false, name: 'A board' } as const;

/** The places a slot of the pattern may take on the board, as bits. */
const placesOnBoard = (slot: number): number => (slot < 3 ? 0b111 : 1 << slot);

/** Does the board, five cards in the order dealt, fit the pattern? Weights are ignored. */
export const matchesBoardPattern = (pattern: string, board: readonly Card[]): Result<boolean, TextError> => {
  const read = parseExpression(pattern, FORM);
  if (!read.ok) return read;
  if (board.length !== 5) return fail(textError(say.cardCount('A board', 5, board.length), 0, pattern.length));
  return succeed(holds(read.value.expr, viewOf(board)));
};

const viewOf = (board: readonly Card[]): HandView => ({
  cards: board.length,
  ranks: Uint8Array.from(board, rankOf),
  ranksFrom: 0,
  suits: Uint8Array.from(board, suitOf),
  suitsFrom: 0,
  rankSet: board.reduce((set, card) => set | (1 << rankOf(card)), 0),
  suitCounts: board.reduce((counts, card) => counts + (1 << (3 * suitOf(card))), 0),
});

const holds = (expr: RangeExpr, board: HandView): boolean => {
  switch (expr.kind) {
    case 'cards':
      return expr.patterns.some((pattern) => {
        const matcher = makeMatcher(pattern, placesOnBoard);
        return matcher.matchesRanks(board) && matcher.matchesSuits(board);
      });
    case 'or':
      return expr.terms.some((term) => holds(term, board));
    case 'and':
      return expr.parts.every((part) => holds(part, board));
    case 'minus':
      return holds(expr.from, board) && !expr.without.some((part) => holds(part, board));
    case 'weight':
    case 'group':
      return holds(expr.of, board);
    case 'percent':
      return false;
  }
};
