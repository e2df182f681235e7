/** What is settled before the first card: the game, how it is bet, the blinds, and who sits with how much. */
import type { Game } from '../games.ts';

export const BETTINGS = ['pot-limit', 'no-limit'] as const;
export type Betting = (typeof BETTINGS)[number];

/** Where betting begins: before the flop, or (bomb pots) after it, when everybody has paid an ante. */
export type Opening = 'preflop' | 'flop';

export interface TableSetup {
  readonly game: Game;
  readonly betting: Betting;
  readonly opening: Opening;
  /** 2: two boards from the flop on, half of every pot for each. */
  readonly boards: 1 | 2;
  /** The smallest bet, and what a call before the flop comes to when the blind itself is short. */
  readonly bigBlind: number;
  readonly smallBlind: number;
  /** Chips of each player before anything is posted, in the order of play after the flop; two to ten players. */
  readonly stacks: readonly number[];
  /** Chips that the house puts into the pot before anything is posted, as a gift; absent for none. */
  readonly fromHouse?: number;
}
