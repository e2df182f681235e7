// Deals that only rename suits are solved once: which one stands for a deal, and who is who.

import { HOLE_CARDS } from '../job.ts';
import { comboIndex, IDENTITY, renameCard, type SuitRenaming } from '../suits.ts';
import { renameDealt } from './dealt.ts';
import type { SolveJob } from './job.ts';
import type { SolvedDeal } from './result.ts';
import { solveSymmetries } from './symmetry.ts';

export interface StandIn {
  /** What was dealt where the deal was solved. */
  readonly dealt: readonly number[];
  /** From the deal's suits to those it was solved under. */
  readonly renaming: SuitRenaming;
}

/** The same choice as the game's: of deals that are alike, the lowest is solved. */
export function standInOf(job: SolveJob, dealt: readonly number[]): StandIn {
  let group = solveSymmetries(job);
  let renaming: SuitRenaming = IDENTITY;
  const solved: number[] = [];
  for (const next of dealt) {
    const here = renameDealt(next, renaming);
    const lowest = Math.min(...group.map((names) => renameDealt(here, names)));
    // The very renaming by which the game takes one for the other: what is sampled need not be alike under another.
    const names = inverseOf(group.find((candidate) => renameDealt(lowest, candidate) === here) ?? IDENTITY);
    renaming = renaming.map((suit) => names[suit]!);
    solved.push(lowest);
    group = group.filter((candidate) => renameDealt(lowest, candidate) === lowest);
  }
  return { dealt: solved, renaming };
}

function inverseOf(renaming: SuitRenaming): SuitRenaming {
  return IDENTITY.map((suit) => renaming.indexOf(suit));
}

/** What was solved under other suits, in the suits and the order of the job. */
export function renamedDeal(
  job: SolveJob,
  solved: SolvedDeal,
  dealt: readonly number[],
  renaming: SuitRenaming,
): SolvedDeal {
  if (renaming.every((suit, i) => suit === i)) return { ...solved, dealt };
  const places = ([0, 1] as const).map((player) => placesOf(job, player, renaming));
  const forest = job.streets[dealt.length]!;
  const nodes = solved.nodes.map(({ node, parts }) => {
    const own = places[forest.players[node]!]!;
    const out = new Uint8Array(parts.length);
    for (let at = 0; at < out.length; at++) out[at] = parts[at - (at % own.length) + own[at % own.length]!]!;
    return { node, parts: out };
  });
  const exitWorth = solved.exitWorth?.map((worth, player) => {
    const own = places[player]!;
    const out = new Float32Array(worth.length);
    for (let at = 0; at < out.length; at++) out[at] = worth[at - (at % own.length) + own[at % own.length]!]!;
    return out;
  });
  return { dealt, nodes, buckets: null, exitWorth: exitWorth ? (exitWorth as [Float32Array, Float32Array]) : null };
}

/** Place of each combo's image in a player's range. */
function placesOf(job: SolveJob, player: 0 | 1, renaming: SuitRenaming): Uint32Array {
  const { cards } = job.players[player];
  const holeCards = HOLE_CARDS[job.game];
  const count = cards.length / holeCards;
  const byNumber = new Map<number, number>();
  for (let i = 0; i < count; i++) byNumber.set(comboIndex(cards.subarray(i * holeCards, (i + 1) * holeCards)), i);
  const image: number[] = [];
  return Uint32Array.from({ length: count }, (_, i) => {
    for (let c = 0; c < holeCards; c++) image[c] = renameCard(cards[i * holeCards + c]!, renaming);
    return byNumber.get(comboIndex(image.sort((a, b) => a - b)))!;
  });
}
