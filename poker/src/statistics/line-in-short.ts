/**
 * A hand's betting on one line: `R3.5 c / x B75 c / x x / B50 f`.
 *
 * Streets stand between slashes. `f` folds, `x` checks, `c` calls; `b75` bets 75 % of the pot, `r100` raises by the pot
 * as it is after calling; before the flop `r3.5` raises to 3.5 big blinds. `!` after it: all-in. The player the line is
 * told for has capital letters. Folds before the flop of everybody else are left out.
 */
import { HAND_STREETS } from '../table/table-state.ts';
import { type HandCourse, type PlayedAction, potPercent } from './hand-course.ts';

export const lineInShort = (course: HandCourse, player: number): string =>
  HAND_STREETS.flatMap((street) => {
    const told = course.streets[street]?.actions.filter((action) => isTold(action, player)) ?? [];
    return told.length === 0 ? [] : [told.map((action) => wordOf(action, player, course)).join(' ')];
  }).join(' / ');

const isTold = (action: PlayedAction, player: number): boolean =>
  action.street !== 'preflop' || action.kind !== 'fold' || action.player === player;

const wordOf = (action: PlayedAction, player: number, course: HandCourse): string => {
  const letter = LETTERS[action.kind];
  const size = action.kind === 'bet' || action.kind === 'raise' ? sizeOf(action, course) : '';
  return `${action.player === player ? letter.toUpperCase() : letter}${size}${action.allIn ? '!' : ''}`;
};

const LETTERS = { fold: 'f', check: 'x', call: 'c', bet: 'b', raise: 'r' } as const;

const sizeOf = (action: PlayedAction, course: HandCourse): string =>
  action.street === 'preflop'
    ? String(Math.round((action.to / course.replay.hand.bigBlind) * 10) / 10)
    : String(Math.round(potPercent(action)));
