/**
 * A range as it was read: what the expression says, and advice about it. Immutable; all questions about a range
 * (`countRange`, `rangeCombos`, `listRange`, `categoryTree`) are functions of it.
 */
import type { Card } from '../cards.ts';
import type { Game } from '../games.ts';
import type { Orderings } from '../ordering/ordering.ts';
import type { TextError } from '../result.ts';
import type { RangeExpr } from './expression.ts';

export interface Range {
  readonly game: Game;
  /** As it was written. */
  readonly text: string;
  readonly expr: RangeExpr;
  /** Advice where the text is valid but perhaps not what was meant, such as `AA:ds` for `AA:$ds`. */
  readonly hints: readonly TextError[];
}

/** What the answers about a range depend on besides the range. */
export interface RangeView {
  /** Cards out of the deck: boards and dead cards. None by default. */
  readonly known?: Iterable<Card>;
  /** The percentage orderings `orderingsOf(range)` names; without them `15%` holds no hand. */
  readonly orderings?: Orderings;
  /**
   * Asked now and then; once true, the answer is what was found so far. For callers that must not be held up by a range
   * made to be slow.
   */
  readonly isOver?: () => boolean;
}
