/**
 * The tally of a hand: for each statistic two small numbers, chances and taken, in the fixed order of `STATISTICS`.
 *
 * Tallies of many hands are added number by number, by SQL on a column `smallint[]` or here; `statisticsOf` makes values
 * of the sum. The order is part of what is stored, so every change of the list, or of what is counted, raises
 * `TALLY_VERSION`.
 */
import type { HandStreet } from '../table/table-state.ts';
import type { Counting } from './counting.ts';
import type { HandCourse, PlayedAction } from './hand-course.ts';
import { STATISTICS } from './statistics.ts';

export const TALLY_VERSION = 1;

/** `[chances, taken, chances, taken, …]`; whole numbers from 0 to 32,767 in the tally of one hand. */
export type Tally = readonly number[];

export const TALLY_LENGTH = 2 * STATISTICS.length;

/** What the smallint of a column holds. A hand reaches it with sizes of thousands of big blinds alone. */
const MOST = 32_767;

/** Tallies of all players of the hand, by player. */
export const talliesOf = (course: HandCourse): Tally[] => {
  const tallies = course.replay.hand.players.map(() => new Array<number>(TALLY_LENGTH).fill(0));
  for (const [player, tally] of tallies.entries()) {
    for (const [index, { counting }] of STATISTICS.entries()) {
      if (counting.per === 'player') add(tally, index, counting.ask(course, player));
    }
  }
  for (const action of course.actions) {
    const tally = tallies[action.player];
    if (tally === undefined) continue;
    for (const { index, counting } of ASKED[action.street]) {
      const answer = counting.ask(action, course);
      if (answer === null) continue;
      if (counting.per === 'action') add(tally, index, answer);
      else once(tally, index, answer !== false);
    }
  }
  return tallies;
};

const add = (tally: number[], index: number, answer: boolean | number | null): void => {
  if (answer === null) return;
  tally[2 * index] = Math.min(MOST, (tally[2 * index] ?? 0) + 1);
  tally[2 * index + 1] = Math.min(MOST, (tally[2 * index + 1] ?? 0) + Number(answer));
};

const once = (tally: number[], index: number, taken: boolean): void => {
  tally[2 * index] = 1;
  if (taken) tally[2 * index + 1] = 1;
};

interface Asked {
  readonly index: number;
  readonly counting: Exclude<Counting, { readonly per: 'player' }>;
}

/** Which statistics an action of a street is asked for. */
const askedOn = (street: HandStreet): Asked[] =>
  STATISTICS.flatMap(({ counting }, index) => {
    if (counting.per === 'player') return [];
    const fits = counting.street === street || (counting.street === 'postflop' && street !== 'preflop');
    return fits ? [{ index, counting }] : [];
  });

const ASKED: Readonly<Record<PlayedAction['street'], readonly Asked[]>> = {
  preflop: askedOn('preflop'),
  flop: askedOn('flop'),
  turn: askedOn('turn'),
  river: askedOn('river'),
};

/** One tally, or sum of tallies, more. */
export const addTally = (sum: number[], tally: Tally): void => {
  for (let at = 0; at < TALLY_LENGTH; at++) sum[at] = (sum[at] ?? 0) + (tally[at] ?? 0);
};

export const emptyTally = (): number[] => new Array<number>(TALLY_LENGTH).fill(0);
