// The spots that the solver is measured on, as a player would write them. Everybody bets and raises the pot unless it says more.

import type { SolveJob } from '@ploscope/kernel';
import { orderingsOfSolveSpot, parseSolveSpot, type SolveSpot, solveJob } from '@ploscope/poker';
import type { OrderingsOf } from './orderings.ts';

interface Chips {
  readonly pot: number;
  readonly stack: number;
}

const DEEP: Chips = { pot: 60, stack: 540 };
const SHALLOW: Chips = { pot: 60, stack: 240 };

/** All hands against all hands. */
export const RIVER = spot('plo4', 'Ks9d4c2h7s', DEEP, '*');
export const RIVER_TENTH = spot('plo4', 'Td7h2c9dKs', DEEP, '10%');
export const RIVER_UNEQUAL = spot('plo4', 'QsJs5s5d2h', SHALLOW, '30%', 'AA, KK, 20%-40%');
export const TURN_TENTH = spot('plo4', 'Td7h2c9d', SHALLOW, '10%');
export const PLO5_RIVER = spot('plo5', 'Ks9d4c2h7s', DEEP, '10%');
export const PLO6_RIVER = spot('plo6', 'Ks9d4c2h7s', DEEP, '1%');
/** The one on which postflop-solver was timed. */
export const HOLDEM_RIVER = spot('holdem', 'Td9d6hQc2s', { pot: 100, stack: 300 }, '*');
export const HOLDEM_TURN = spot('holdem', 'Td9d6hQc', { pot: 100, stack: 300 }, '*', '*', ['50%', 'pot']);

function spot(game: string, board: string, chips: Chips, oop: string, ip = oop, bets = ['pot']): SolveSpot {
  const raises = { turn: ['pot'], river: ['pot'] };
  const side = (range: string) => ({ range, bets: { turn: bets, river: bets }, raises });
  const read = parseSolveSpot({ ploscope: 'spot/1', game, board, ...chips, oop: side(oop), ip: side(ip) });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** `load` is asked for the orderings of percentages; a spot without any needs none. */
export function jobOf(of: SolveSpot, load?: OrderingsOf): SolveJob {
  const names = orderingsOfSolveSpot(of);
  const prepared = solveJob(of, { ...(load && names.length > 0 ? { orderings: load(names) } : {}), maxBytes: 3.9e9 });
  if (!prepared.ok) throw new Error(prepared.error.message);
  return prepared.value.job;
}
