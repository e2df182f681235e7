/**
 * A hand that was played: the document `hand/1` that every hand history is translated into, whatever site wrote it.
 *
 * It has what the source says and nothing worked out from it: replaying the operations through the rules (`replay.ts`)
 * gives pots, winners and results, which must be those of `told`. Chips are integers in minor units of `money`; players
 * stand in the order of play after the flop (`table/operation.ts`).
 */

import type { Game } from '../games.ts';
import type { Operation, PlayerIndex } from '../table/operation.ts';
import type { Betting, Opening } from '../table/setup.ts';

export const HAND_VERSION = 'hand/1';

export const SITES = ['pokerstars', 'gg', 'ignition', '888', 'winamax', 'phh', 'ohh'] as const;
export type Site = (typeof SITES)[number];

export interface PlayedHand {
  readonly hand: typeof HAND_VERSION;
  /** Which form it was read from. */
  readonly site: Site;
  /** The site's own number of the hand; '' where it has none. */
  readonly id: string;
  /** UTC, ISO 8601 with seconds: `2026-11-21T10:30:00Z`; null where the source does not say. */
  readonly playedAt: string | null;
  /** The table's name; '' where it has none. */
  readonly table: string;
  /** How many can sit at the table; null where the source does not say. */
  readonly seats: number | null;
  readonly tournament: Tournament | null;
  readonly money: Money;
  readonly game: Game;
  readonly betting: Betting;
  readonly opening: Opening;
  readonly boards: 1 | 2;
  readonly smallBlind: number;
  readonly bigBlind: number;
  /** The ante that everybody pays; 0 for none. Of the big blind alone, what that player pays. */
  readonly ante: number;
  /** Chips that the house put into the pot as a gift; absent where it put none. */
  readonly fromHouse?: number;
  readonly players: readonly HandPlayer[];
  /** Whose cards the source shows because it is theirs; null where nobody's. */
  readonly hero: PlayerIndex | null;
  readonly operations: readonly Operation[];
  readonly told: Told;
}

export interface HandPlayer {
  readonly name: string;
  /** The number of the seat at the table, from 1. */
  readonly seat: number;
  /** Before anything was posted. */
  readonly stack: number;
}

export interface Money {
  /** ISO 4217 (`USD`), a coin (`USDT`, `BTC`), `play` for play money, or `chips` in a tournament. */
  readonly currency: string;
  /** Digits behind the point of the major unit: an amount of 150 with 2 is 1.50. */
  readonly decimals: number;
}

export interface Tournament {
  readonly id: string;
  /** As the source writes it, `$10+$1`; '' where it does not. */
  readonly buyIn: string;
}

/** What the source itself says of the end, for comparison; null or empty where it says nothing. */
export interface Told {
  /** All chips that were won or raked. */
  readonly pot: number | null;
  readonly rake: number | null;
  /** Taken beside the rake, for jackpots and the like. */
  readonly fees: number | null;
  /** What each player got out of the pots, bets that came back not with it; null where the source has no such lines. */
  readonly won: readonly number[] | null;
  /** Bets that nobody called and that came back. */
  readonly returned: readonly number[] | null;
  /** Main pot, then side pots, as far as the source names them; after rake where the site writes them so. */
  readonly pots: readonly number[] | null;
  /** Stacks at the end. */
  readonly stacks: readonly number[] | null;
}
