/**
 * How a statistic is counted: a question put to every action of a player, or to the hand as a whole.
 *
 * `null`: no chance. `false`: a chance that was not taken. `true`: taken. So a player who is all-in, has folded or never
 * came to act has no chances: nobody asks them. Sizes answer with a number in place of `true`.
 */
import type { PlayerIndex } from '../table/operation.ts';
import type { HandStreet } from '../table/table-state.ts';
import type { HandCourse, PlayedAction } from './hand-course.ts';

export type StatisticGroup =
  | 'preflop'
  | 'open'
  | 'three-bet'
  | 'blinds'
  | 'c-bet'
  | 'facing'
  | 'attack'
  | 'aggression'
  | 'showdown'
  | 'sizes';

/**
 * - `share`: taken of chances
 * - `factor`: taken for each chance not taken (bets and raises to one call)
 * - `big-blinds`, `pot-percent`: the mean of a size; `taken` is the sum of sizes in hundredths of a big blind, or in
 *   percent of the pot
 */
export type StatisticUnit = 'share' | 'factor' | 'big-blinds' | 'pot-percent';

export type Counting =
  /** Once for a hand: a chance if any action had one, taken if any took it. */
  | { readonly per: 'hand'; readonly street: HandStreet; readonly ask: ActionQuestion }
  /** Each action by itself. */
  | { readonly per: 'action'; readonly street: HandStreet | 'postflop'; readonly ask: ActionQuestion }
  | { readonly per: 'player'; readonly ask: (course: HandCourse, player: PlayerIndex) => boolean | null };

export type ActionQuestion = (action: PlayedAction, course: HandCourse) => boolean | number | null;

export interface CountedStatistic<Key extends string> {
  /** Stable; also the order and the names of what is stored. */
  readonly key: Key;
  readonly group: StatisticGroup;
  readonly unit: StatisticUnit;
  /** From … to, in percent for shares: what is usual among winning regulars of 6-max PLO; null where nothing is known. */
  readonly band: readonly [number, number] | null;
  /** Where the band is from, if it is not our own estimate. */
  readonly source?: string;
  readonly counting: Counting;
}

/** What readers are told; the sentences stand in `text/en-statistics.ts`. */
export interface StatisticText {
  /** As a column is headed: `Fold to 3-bet`. */
  readonly name: string;
  /** One sentence. */
  readonly definition: string;
  /** What an opportunity is. */
  readonly chance: string;
  /** When it is taken. */
  readonly taken: string;
  /** What is done in corner cases, and where trackers differ; '' where there is nothing to say. */
  readonly note: string;
}
