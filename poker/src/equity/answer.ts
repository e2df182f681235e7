/**
 * The answer to an equity question, as it leaves the program: the JSON of the command line, of a batch line and of
 * `POST /api/study/equity`. Shares are 0…1; counts are integers.
 */
import type { BoardShare, JointShare, MadeHand, Method } from '@ploscope/kernel';
import type { Game } from '../games.ts';

export interface EquityAnswer {
  readonly game: Game;
  /** Everything was enumerated. */
  readonly exact: boolean;
  readonly method: Method;
  /** Run-outs enumerated (times deals of hands when ranges meet) or deals sampled. */
  readonly trials: number;
  /** The largest of the players' standard errors; null when exact. */
  readonly standardError: number | null;
  /** The joint shares of two boards may be sampled while the equities are exact. Null for one board. */
  readonly jointExact: boolean | null;
  readonly elapsedMs: number;
  readonly players: readonly PlayerAnswer[];
}

export interface PlayerAnswer {
  /** As the player wrote it. */
  readonly input: string;
  /** Hands the entry holds once boards and dead cards are out. */
  readonly combos: number;
  readonly equity: number;
  /** Share of run-outs won alone, and shared. */
  readonly win: number;
  readonly tie: number;
  /** Run-outs won alone and shared: only when exact, on one board, and every player is a single hand. */
  readonly wins: number | null;
  readonly ties: number | null;
  readonly standardError: number | null;
  readonly boards: readonly BoardShare[];
  /** Two boards only. */
  readonly joint: JointShare | null;
  /** Per board, share of deals by made hand; only when asked. */
  readonly madeHands?: readonly Readonly<Record<MadeHand, number>>[];
  /** Per board, equity by the next card, `{"As": 0.61}`; impossible cards are left out; only when asked. */
  readonly nextCards?: readonly Readonly<Record<string, number>>[];
  /**
   * Equity along the player's range from its best hand to its worst: 101 points, at 0 %, 1 % … 100 % of its weight;
   * only when asked.
   */
  readonly graph?: readonly number[];
}
