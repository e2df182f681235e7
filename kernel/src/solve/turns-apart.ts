// A turn of two boards as two turns of one board, for what is won when all is checked down.
//
// There it makes no difference to a board what comes on the other one, whose cards are only dead: some forty cards a board
// take the place of two thousand pairs.

import { HOLE_CARDS } from '../job.ts';
import { dealsOf } from './dealt.ts';
import type { Branch, Position } from './game.ts';
import type { SolveJob } from './job.ts';
import { maskOf, rankOn } from './postflop.ts';

/** The positions whose mean says what is won from `position`, which is the only one of them in any other case. */
export function turnsApart(job: SolveJob, position: Position): readonly Position[] {
  if (job.boards.length === 1 || !position.branches) return [position];
  const { gone } = position;
  const river = job.streets.at(-1)!;
  const cards = dealsOf((card) => !((gone >> BigInt(card)) & 1n), 1);
  const share = 1 / (cards.length - 2 * HOLE_CARDS[job.game]);
  return job.boards.map((board): Position => {
    const branches = cards.map((card): Branch => {
      const then: Position = {
        forest: river,
        names: null,
        locks: [],
        gone: gone | maskOf([card]),
        boards: 1,
        branches: null,
        rank: (kernel, _, dead, hands, count, to) => rankOn(kernel, job, [...board, card], dead, hands, count, to),
      };
      return { dealt: card, share, images: [], position: () => then };
    });
    return { ...position, branches };
  });
}
