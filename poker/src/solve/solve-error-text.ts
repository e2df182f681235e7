/** The kernel's refusal of a solve as a mistake in the spot: the field it is about, and a sentence for the player. */
import type { SolveError } from '@ploscope/kernel';
import { parseCards } from '../cards.ts';
import { textError } from '../result.ts';
import type { SolveSpot } from '../spot/solve-spot.ts';
import type { SpotError } from '../spot/spot.ts';
import { atField } from '../spot/spot-form.ts';
import { say } from '../text/en.ts';
import { openingStreet } from './streets.ts';

const FIELDS: Readonly<Partial<Record<SolveError['code'], string>>> = { board: 'board', pot: 'pot', lock: 'locks' };

/** A flop of two boards has millions of run-outs: it is estimated, and never solved. */
export const isFlopOfTwoBoards = ({ board, board2 }: Pick<SolveSpot, 'board' | 'board2'>): boolean => {
  const cards = parseCards(board);
  return board2 !== null && cards.ok && openingStreet(cards.value.length) === 'flop';
};

/** Codes: those of `SolveError`. */
export const solveErrorText = ({ code, player, estimate }: SolveError, spot: SolveSpot): SpotError => {
  if ((code === 'board' || code === 'memory') && isFlopOfTwoBoards(spot)) {
    return atField('board', say.flopOfTwoBoards(estimate ?? null), spot.board);
  }
  if (code === 'memory' && estimate !== undefined) {
    const least = Math.min(...Object.values(estimate.bytes));
    return { ...textError(say.tooMuchMemory(least), 0, 0), field: '' };
  }
  const side = player === 0 ? 'oop' : player === 1 ? 'ip' : null;
  if (side !== null) return atField(`${side}.range`, say.solve(code), spot[side].range);
  return { ...textError(say.solve(code), 0, 0), field: FIELDS[code] ?? '' };
};
