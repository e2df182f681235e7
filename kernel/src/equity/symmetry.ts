// Suit isomorphism: run-outs that only rename suits give the same equities, and are enumerated once.

import { type EquityJob, HOLE_CARDS, type PlayerRange } from '../job.ts';
import { indexCombos, keepsCards, type RenamedRange, type SuitRenaming, suitRenamings } from '../suits.ts';

/** Renamings that leave the boards, the dead cards and every player's range and weights as they are. */
export function suitSymmetries(job: EquityJob): SuitRenaming[] {
  const holeCards = HOLE_CARDS[job.game];
  const fixed = [...job.boards, job.dead];
  const groups = suitRenamings().filter((renaming) => fixed.every((cards) => keepsCards(cards, renaming)));
  if (groups.length === 1) return groups;
  const ranges = job.players.map((player) => indexRange(player, holeCards));
  return groups.filter((renaming) => ranges.every((range) => range === null || range.keeps(renaming)));
}

/** Null for a random player, whom every renaming keeps. */
function indexRange(player: PlayerRange, holeCards: number): RenamedRange | null {
  if (player.kind === 'random') return null;
  if (player.kind === 'hand') return indexCombos(Uint8Array.from(player.cards).sort(), null, holeCards);
  return indexCombos(player.cards, player.weights, holeCards);
}
