// A spot after the flop as the solver's game: boards, run-outs and their suits.
//
// Run-outs that only rename suits are solved once, where board, ranges, weights and locks allow.

import { HOLE_CARDS } from '../job.ts';
import { IDENTITY, renameCard, type SuitRenaming } from '../suits.ts';
import type { KernelExports } from '../wasm.ts';
import { cardOn, dealsOf, renameDealt } from './dealt.ts';
import { largestPayoff } from './forest.ts';
import type { Branch, Game, Position } from './game.ts';
import type { NodeLock, SolveJob } from './job.ts';
import { startWeights } from './start-weights.ts';
import { solveSymmetries } from './symmetry.ts';

/** The job must have passed `checkSolveJob`. */
export function postflopGame(job: SolveJob): Game {
  const weights = startWeights(job);
  return {
    handSize: HOLE_CARDS[job.game],
    hands: [
      { cards: job.players[0].cards, weights: weights[0] },
      { cards: job.players[1].cards, weights: weights[1] },
    ],
    start: positionOf(job, [], solveSymmetries(job)),
    largestPayoff: largestPayoff(job.streets),
  };
}

/** The position after some cards, no two of its branches taken for one. */
export function positionAfter(job: SolveJob, dealt: readonly number[]): Position {
  return positionOf(job, dealt, [IDENTITY]);
}

/** A bit for each card. */
export function maskOf(cards: Iterable<number>): bigint {
  let mask = 0n;
  for (const card of cards) mask |= 1n << BigInt(card);
  return mask;
}

function positionOf(job: SolveJob, dealt: readonly number[], symmetries: readonly SuitRenaming[]): Position {
  const boards = job.boards.map((board, b) => [...board, ...dealt.map((deal) => cardOn(b, deal))]);
  const gone = maskOf(boards.flat());
  const final = boards[0]!.length === 5;
  return {
    forest: job.streets[dealt.length]!,
    names: null,
    locks: job.locks.filter((lock) => isAt(lock, dealt)),
    gone,
    boards: final ? boards.length : 0,
    branches: final ? null : branchesOf(job, dealt, gone, symmetries),
    rank: (kernel, board, dead, hands, count, to) => rankOn(kernel, job, boards[board]!, dead, hands, count, to),
  };
}

/** Strengths on a full board, as `Position.rank` writes them. */
export function rankOn(
  kernel: KernelExports,
  job: SolveJob,
  board: readonly number[],
  gone: bigint,
  hands: number,
  count: number,
  to: number,
): void {
  const [a, b, c, d, e] = board;
  kernel.setBoard(0, job.game === 'holdem', a!, b!, c!, d!, e!);
  kernel.buildPairs(0, job.game === 'holdem');
  kernel.rankHands(HOLE_CARDS[job.game], hands, count, gone, to);
}

/** Whether a lock is on the street after these cards. */
function isAt(lock: NodeLock, dealt: readonly number[]): boolean {
  return lock.street === dealt.length && lock.dealt.every((card, i) => card < 0 || card === dealt[i]);
}

function branchesOf(
  job: SolveJob,
  dealt: readonly number[],
  gone: bigint,
  symmetries: readonly SuitRenaming[],
): Branch[] {
  const two = job.boards.length > 1;
  const isLive = (card: number): boolean => !((gone >> BigInt(card)) & 1n);
  const left = dealsOf(isLive, 1).length - 2 * HOLE_CARDS[job.game];
  const share = two ? 1 / (left * (left - 1)) : 1 / left;
  const branches: Branch[] = [];
  const done = new Set<number>();
  for (const next of dealsOf(isLive, job.boards.length)) {
    if (done.has(next)) continue;
    const images = new Map<number, SuitRenaming>();
    for (const renaming of symmetries) {
      const other = renameDealt(next, renaming);
      if (other !== next && !images.has(other)) images.set(other, renaming);
    }
    done.add(next);
    for (const other of images.keys()) done.add(other);
    branches.push({
      dealt: next,
      share,
      images: [...images.values()].map(cardNames),
      position: () =>
        positionOf(
          job,
          [...dealt, next],
          symmetries.filter((renaming) => renameDealt(next, renaming) === next),
        ),
    });
  }
  return branches;
}

function cardNames(renaming: SuitRenaming): number[] {
  return Array.from({ length: 52 }, (_, card) => renameCard(card, renaming));
}
