/** What a hand comes to: bets that come back, pots, and who gets how much of each. */
import type { PlayerIndex } from './operation.ts';

/** One pot and who can win it: a main pot, then side pots in the order in which players were all-in. */
export interface Pot {
  /** Before rake. */
  readonly chips: number;
  /** Taken by the house out of this pot: rake, and fees beside it. */
  readonly rake: number;
  readonly contenders: readonly PlayerIndex[];
}

/** A part of a pot that one player gets. */
export interface Award {
  readonly pot: number;
  /** Which board it is won on; 0 where nothing had to be shown. */
  readonly board: number;
  readonly player: PlayerIndex;
  readonly chips: number;
}

export interface Settlement {
  /** Bets that nobody called, by player. */
  readonly returned: readonly number[];
  readonly pots: readonly Pot[];
  readonly awards: readonly Award[];
  /** What each player got out of the pots (or for cashing out), by player. */
  readonly won: readonly number[];
  /** Stacks at the end, by player. */
  readonly stacks: readonly number[];
  /** Stacks at the end less stacks at the start, by player. */
  readonly net: readonly number[];
  /** What the house kept: rake, fees, and the difference of what was cashed out, less what it put into the pot. */
  readonly rake: number;
}
