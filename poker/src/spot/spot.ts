/**
 * The spot document `spot/1`, `hands` form: who holds what, on which boards, with which cards dead.
 *
 * One noun for a saved hand, a batch line, a permalink and an equity request. Cards stay as the player wrote them;
 * `canonical.ts` has the one spelling that ids are made of.
 */
import type { Game } from '../games.ts';
import type { TextError } from '../result.ts';

export const SPOT_VERSION = 'spot/1';

export interface Spot {
  readonly ploscope: typeof SPOT_VERSION;
  readonly game: Game;
  /** Known cards of the board, as written: none, three, four or five. */
  readonly board: string;
  /** The second board: null when there is one board only, '' when its cards are still to come. */
  readonly board2: string | null;
  /** Cards known to be out of the deck, as written. */
  readonly dead: string;
  /** What each player holds: a hand, a range, or `*`. Two to eight players (PLO6: seven). */
  readonly hands: readonly string[];
}

/** A mistake in a spot: its field (`hands[1]`, `board`, `game` …) and the characters of that field's text. */
export interface SpotError extends TextError {
  readonly field: string;
}
