// Two streets on, what was solved in place of a deal is that deal under other names of the suits.

import { describe, expect, test } from 'vitest';
import { cardsOf } from '../../test/kernel.ts';
import { allDealt } from '../../test/solve/expand.ts';
import { combosOf, renamedSpot, spot } from '../../test/solve/spots.ts';
import { keepsCards, renameCard, type SuitRenaming, suitRenamings } from '../suits.ts';
import type { Position } from './game.ts';
import type { SolveJob } from './job.ts';
import { postflopGame } from './postflop.ts';
import { standInOf } from './stand-in.ts';
import { solveSymmetries } from './symmetry.ts';

/** The sequences of cards that a game deals. */
function solvedDeals(position: Position, dealt: readonly number[] = []): string[] {
  const below = (position.branches ?? []).flatMap((branch) => solvedDeals(branch.position(), [...dealt, branch.dealt]));
  return [dealt.join(), ...below];
}

/** Combos with their weights, in no order. */
function rangesOf(job: SolveJob): string[][] {
  return ([0, 1] as const).map((player) =>
    combosOf(job, player)
      .map((combo, i) => `${combo.join()}: ${job.players[player].weights![i]}`)
      .sort(),
  );
}

describe.each([
  ['Td9d6d', 6],
  ['Td9d6h', 2],
  ['TdTh6s', 2],
  ['TdThTs', 6],
  ['Ks9d4c', 1],
] as const)("the Hold'em flop %s", (flop, alike) => {
  const board = cardsOf(flop);
  const group = suitRenamings().filter((renaming) => keepsCards(board, renaming));
  const job = spot({ game: 'holdem', boards: [flop], combos: [60, 50], alike: group, stack: 60, maxRaises: 1 });
  const deals = allDealt(job);
  const standIns = deals.map((dealt) => standInOf(job, dealt));

  test('every deal of one or two cards is renamed to one that is solved, and none is solved in vain', () => {
    const solved = solvedDeals(postflopGame(job).start);
    expect(deals).toHaveLength(1 + 49 + 49 * 48);
    expect(solveSymmetries(job)).toHaveLength(alike);
    expect(new Set(standIns.map(({ dealt }) => dealt.join()))).toEqual(new Set(solved));
  });

  test('the renaming leads from the cards to those that were solved', () => {
    for (const [i, { dealt, renaming }] of standIns.entries()) {
      expect(deals[i]!.map((card) => renameCard(card, renaming))).toEqual(dealt);
    }
  });

  test('board and ranges stay as they are', () => {
    const renamings = new Map<string, SuitRenaming>(standIns.map(({ renaming }) => [renaming.join(), renaming]));
    const ranges = rangesOf(job);
    for (const renaming of renamings.values()) {
      expect(keepsCards(board, renaming)).toBe(true);
      expect(rangesOf(renamedSpot(job, renaming))).toEqual(ranges);
    }
  });
});
