// Suits that are alike: renamings that leave board, ranges, weights and locks as they are.

import { HOLE_CARDS } from '../job.ts';
import { IDENTITY, indexCombos, keepsCards, type SuitRenaming, suitRenamings } from '../suits.ts';
import type { NodeLock, SolveJob } from './job.ts';

const known = new WeakMap<SolveJob, readonly SuitRenaming[]>();

/** At least the identity. A lock that treats combos or next cards unequally leaves no other. */
export function solveSymmetries(job: SolveJob): readonly SuitRenaming[] {
  const found = known.get(job) ?? findSymmetries(job);
  known.set(job, found);
  return found;
}

function findSymmetries(job: SolveJob): readonly SuitRenaming[] {
  const groups = suitRenamings().filter((renaming) => job.boards.every((board) => keepsCards(board, renaming)));
  if (groups.length === 1) return [IDENTITY];
  if (job.locks.some((lock) => lock.dealt.some((card) => card >= 0) || !isEven(job, lock))) return [IDENTITY];
  const ranges = job.players.map(({ cards, weights }) => indexCombos(cards, weights, HOLE_CARDS[job.game]));
  return groups.filter((renaming) => ranges.every((range) => range.keeps(renaming)));
}

/** Whether a lock gives every combo the same shares. */
function isEven(job: SolveJob, { street, node, shares }: NodeLock): boolean {
  const player = job.streets[street]!.players[node]!;
  const combos = job.players[player]!.cards.length / HOLE_CARDS[job.game];
  return shares.every((share, i) => share === shares[i - (i % combos)]);
}
