/** A hand at some moment. Every operation makes a new one; none is ever changed. */
import type { Card } from '../cards.ts';
import type { PlayerIndex } from './operation.ts';
import type { TableSetup } from './setup.ts';

export const HAND_STREETS = ['preflop', 'flop', 'turn', 'river'] as const;
export type HandStreet = (typeof HAND_STREETS)[number];

/**
 * - `posting`: antes and blinds, then hole cards
 * - `betting`: `actor` decides
 * - `dealing`: the next card or cards of every board
 * - `showdown`: hands are shown or mucked
 * - `over`: the hand can be settled
 */
export type Phase = 'posting' | 'betting' | 'dealing' | 'showdown' | 'over';

export interface TableState {
  readonly setup: TableSetup;
  readonly phase: Phase;
  readonly street: HandStreet;
  /** Whose turn it is; null when it is nobody's. */
  readonly actor: PlayerIndex | null;
  /** Chips each player has behind. */
  readonly stacks: readonly number[];
  /** Chips each player has bet on this street. */
  readonly bets: readonly number[];
  /** Chips each player has put in since the hand began, antes, dead chips and this street's bets with them. */
  readonly paid: readonly number[];
  /** Of `paid`, what was no bet: antes. */
  readonly antes: readonly number[];
  /** Of `paid`, what was neither bet nor ante. */
  readonly dead: readonly number[];
  /** Who has hole cards, seen or not. */
  readonly dealt: readonly boolean[];
  readonly folded: readonly boolean[];
  /** Whose cards lie open, all of them. */
  readonly shown: readonly boolean[];
  readonly mucked: readonly boolean[];
  /** Hole cards as far as they are known; empty where they are not. */
  readonly hands: readonly (readonly Card[])[];
  /** One board, two, or one for each time that the rest is dealt. */
  readonly boards: readonly (readonly Card[])[];
  /** The highest bet of the street, which a call has to match. */
  readonly highest: number;
  /** The least by which the next raise must be more. */
  readonly leastRaise: number;
  /** Who posted the big blind or the last straddle, to whose left betting begins; null when nobody did. */
  readonly lastBlind: PlayerIndex | null;
  /** Who bet or raised last on this street, at the showdown on the last one; null when nobody has. */
  readonly aggressor: PlayerIndex | null;
  /** Who has acted since the last full bet or raise, and may raise again only when facing as much as a full raise. */
  readonly acted: readonly boolean[];
  /** Chips taken from the house in place of what is won; null for players who did not. */
  readonly cashedOut: readonly (number | null)[];
}

/** All chips in the middle, bets of this street and what the house gave with them. */
export const potOf = (state: TableState): number =>
  state.paid.reduce((sum, chips) => sum + chips, state.setup.fromHouse ?? 0);
