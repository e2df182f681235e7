// Deals that were solved once for several, told out card by card.

import { cardsDealt, dealsOf, renameDealt } from '../../src/solve/dealt.ts';
import type { SolveJob } from '../../src/solve/job.ts';
import type { NodeShares, SolvedDeal } from '../../src/solve/result.ts';
import { renameCard, type SuitRenaming } from '../../src/suits.ts';
import { combosOf } from './spots.ts';

/** Every sequence of deals that a spot's streets can have, the empty one first. */
export function allDealt(job: SolveJob): number[][] {
  const board = job.boards.flatMap((cards) => [...cards]);
  const all: number[][] = [[]];
  for (const dealt of all) {
    if (dealt.length === job.streets.length - 1) continue;
    const gone = [...board, ...dealt.flatMap(cardsDealt)];
    for (const next of dealsOf((card) => !gone.includes(card), job.boards.length)) all.push([...dealt, next]);
  }
  return all;
}

/** All deals of a spot, each by whichever renaming of `group` leads to one that is stored. */
export function expand(job: SolveJob, stored: readonly SolvedDeal[], group: readonly SuitRenaming[]): SolvedDeal[] {
  const known = new Map(stored.map((deal) => [deal.dealt.join(), deal]));
  const places = group.map((renaming) => ([0, 1] as const).map((player) => placesOf(job, player, renaming)));
  return allDealt(job).map((dealt) => {
    const names = (renaming: SuitRenaming) => known.get(dealt.map((deal) => renameDealt(deal, renaming)).join());
    const which = group.findIndex((renaming) => names(renaming) !== undefined);
    const from = names(group[which]!)!;
    const players = job.streets[dealt.length]!.players;
    const nodes = from.nodes.map(({ node, parts }): NodeShares => {
      const own = places[which]![players[node]!]!;
      const combos = own.length;
      return { node, parts: parts.map((_, at) => parts[at - (at % combos) + own[at % combos]!]!) };
    });
    return { dealt, nodes, buckets: null, exitWorth: null };
  });
}

/** Place of each combo's image. */
function placesOf(job: SolveJob, player: 0 | 1, renaming: SuitRenaming): number[] {
  const combos = combosOf(job, player);
  const byCards = new Map(combos.map((combo, i) => [combo.join(), i]));
  return combos.map((combo) => {
    const image = combo.map((card) => renameCard(card, renaming)).sort((a, b) => a - b);
    return byCards.get(image.join())!;
  });
}
