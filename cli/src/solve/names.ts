/** What places, players and actions of a solved spot are called. */
import type { Seat, SolveSpot, TreeAction } from '@ploscope/poker';
import { formatCount } from '../terminal/numbers.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';

/** `OOP` or `IP`. */
export function seatName(seat: Seat): string {
  return seat === 0 ? saySolve.seats.oop : saySolve.seats.ip;
}

/** `Check`, `Bet 60`, `Raise 240 all-in`. */
export function actionName({ kind, to, allIn }: TreeAction): string {
  const name = saySolve.actions[kind](formatCount(to));
  return allIn ? saySolve.allIn(name) : name;
}

/** `PLO4 · board Ks9d4c2h7s · pot 60 · stacks 540`. */
export function formatSpotHead({ game, board, board2, dead, pot, stack }: SolveSpot): string {
  return [
    say.games[game],
    board2 === null ? say.headBoard(board.trim()) : say.headBoards(board.trim(), board2.trim()),
    ...(dead.trim() === '' ? [] : [say.headDead(dead.trim())]),
    saySolve.head.pot(formatCount(pot)),
    saySolve.head.stacks(formatCount(stack)),
  ].join(' · ');
}
