/**
 * The spot document `spot/1`, `hands` form: who holds what, on which boards, with which cards dead.
 *
 * One noun for a saved hand, a batch line, a permalink and an equity request. Cards stay as the player wrote them;
 * `canonical.ts` has the one spelling that ids are made of.
 */
import type { Game } from '../games.ts';
import type { TextError } from '../result.ts';

export interface Spot {
  readonly ploscope: 'spot/1';
  readonly game: Game;
  /** Known cards of the board, as written; empty before the flop. */
  readonly board: string;
  /** Known cards of the second board, as written; empty when it is still to come; null when there is one board. */
  readonly board2: string | null;
  /** Cards known to be out of the deck, as written. */
  readonly dead: string;
  /** What each player holds: a hand, a range, or `*`. Two to eight (PLO6: seven). */
  readonly hands: readonly string[];
}

/** Where in a spot a mistake is: `hands[1]`, `board`, `game`, and the characters of that text. */
export interface SpotError extends TextError {
  readonly field: string;
}
