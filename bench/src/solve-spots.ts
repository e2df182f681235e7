// The spots that the solver is measured on, as a player would write them. Everybody bets and raises the pot unless it says more.

import type { SolveJob } from '@ploscope/kernel';
import { orderingsOfSolveSpot, parseSolveSpot, type SolveOptions, type SolveSpot, solveJob } from '@ploscope/poker';
import type { OrderingsOf } from './orderings.ts';

export interface Chips {
  readonly pot: number;
  readonly stack: number;
}

const DEEP: Chips = { pot: 60, stack: 540 };
export const SHALLOW: Chips = { pot: 60, stack: 240 };

/** All hands against all hands. */
export const RIVER = spot('plo4', 'Ks9d4c2h7s', DEEP, '*');
export const RIVER_TENTH = spot('plo4', 'Td7h2c9dKs', DEEP, '10%');
export const RIVER_UNEQUAL = spot('plo4', 'QsJs5s5d2h', SHALLOW, '30%', 'AA, KK, 20%-40%');
export const TURN_TENTH = potSpot('Td7h2c9d', SHALLOW, '10%');
export const FLOP_TENTH = potSpot('Td7h2c', SHALLOW, '10%');
export const PLO5_RIVER = spot('plo5', 'Ks9d4c2h7s', DEEP, '10%');
export const PLO6_RIVER = spot('plo6', 'Ks9d4c2h7s', DEEP, '1%');
/** The one on which postflop-solver was timed. */
export const HOLDEM_RIVER = spot('holdem', 'Td9d6hQc2s', { pot: 100, stack: 300 }, '*');
export const HOLDEM_TURN = spot('holdem', 'Td9d6hQc', { pot: 100, stack: 300 }, '*', '*', ['50%', 'pot']);

/** Two equal ranges of PLO4 with pot bets and raises on every street; two boards with a space between them. */
export function potSpot(board: string, chips: Chips, range: string): SolveSpot {
  return spot('plo4', board, chips, range);
}

/** The same with the tree that a spot gets which has none of its own. */
export function presetSpot(board: string, chips: Chips, range: string): SolveSpot {
  return read({ game: 'plo4', board, ...chips, oop: { range }, ip: { range } });
}

function spot(game: string, board: string, chips: Chips, oop: string, ip = oop, bets = ['pot']): SolveSpot {
  const [first, board2 = null] = board.split(' ');
  const streets = ['flop', 'turn', 'river'].slice(first!.length > 6 ? 1 : 0);
  const everywhere = (sizes: readonly string[]) => Object.fromEntries(streets.map((street) => [street, sizes]));
  const side = (range: string) => ({ range, bets: everywhere(bets), raises: everywhere(['pot']) });
  const boards = board2 === null ? { board } : { board: first, board2 };
  return read({ game, ...boards, ...chips, oop: side(oop), ip: side(ip) });
}

function read(document: object): SolveSpot {
  const spot = parseSolveSpot({ ploscope: 'spot/1', ...document });
  if (!spot.ok) throw new Error(spot.error.message);
  return spot.value;
}

/** `load` is asked for the orderings of percentages; a spot without any needs none. */
export function jobOf(of: SolveSpot, load?: OrderingsOf, options: Omit<SolveOptions, 'orderings'> = {}): SolveJob {
  const names = orderingsOfSolveSpot(of);
  const orderings = load && names.length > 0 ? { orderings: load(names) } : {};
  const prepared = solveJob(of, { ...orderings, maxBytes: 3.9e9, ...options });
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.value.job;
}
