// From a tally to the answer: shares, standard errors, details.

import {
  type BoardShare,
  type EquityJob,
  type EquityResult,
  type JointShare,
  MADE_HANDS,
  type PlayerResult,
} from '../job.ts';
import type { ComboTally } from './combo-tally.ts';
import type { EquityPlan } from './plan.ts';
import type { TallyLayout } from './tally.ts';

/** Reads a finished tally. */
export function readTally(
  job: EquityJob,
  plan: EquityPlan,
  layout: TallyLayout,
  tally: Float64Array,
  combos: ComboTally | null,
  elapsedMs: number,
): EquityResult {
  const sampled = plan.chunks === Infinity;
  const jointSampled = sampled || plan.chunks > plan.exactChunks;
  const players = job.players.map((_, player) => readPlayer(job, plan, layout, tally, combos, player));
  return {
    exact: !sampled,
    jointExact: job.boards.length === 2 ? !jointSampled : null,
    jointStandardError: job.boards.length === 2 && jointSampled ? jointStandardError(layout, tally) : null,
    trials: tally[layout.trials]!,
    standardError: sampled ? Math.max(...players.map((player) => player.standardError ?? 0)) : null,
    elapsedMs,
    method: plan.method,
    players,
  };
}

function readPlayer(
  job: EquityJob,
  plan: EquityPlan,
  layout: TallyLayout,
  tally: Float64Array,
  combos: ComboTally | null,
  player: number,
): PlayerResult {
  const boards = job.boards.map((_, board) => readBoard(layout, tally, board, player));
  const joint = job.boards.length === 2 ? readJoint(layout, tally, player) : null;
  const counted = plan.method === 'hands';
  const shares = layout.shares(0, player);
  return {
    equity: boards.reduce((sum, board) => sum + board.equity, 0) / boards.length,
    // With two boards a win is the whole pot, a tie any part of it.
    win: joint ? joint.all : boards[0]!.win,
    tie: joint ? 1 - joint.all - joint.none : boards[0]!.tie,
    standardError: plan.chunks === Infinity ? standardError(layout, tally, player) : null,
    wins: counted ? tally[shares + 1]! : null,
    ties: counted ? tally[shares + 2]! : null,
    boards,
    joint,
    madeHands: job.detail.madeHands ? job.boards.map((_, board) => readMadeHands(layout, tally, board, player)) : null,
    nextCards: job.detail.nextCards ? job.boards.map((_, board) => readNextCards(layout, tally, board, player)) : null,
    comboEquities: combos ? combos.equities(player) : null,
    comboWeights: combos ? combos.weights(player) : null,
  };
}

function readBoard(layout: TallyLayout, tally: Float64Array, board: number, player: number): BoardShare {
  const deals = tally[layout.deals(board)]!;
  const at = layout.shares(board, player);
  return { equity: tally[at]! / deals, win: tally[at + 1]! / deals, tie: tally[at + 2]! / deals };
}

function readJoint(layout: TallyLayout, tally: Float64Array, player: number): JointShare {
  const deals = tally[layout.jointDeals]!;
  const at = layout.joint(player);
  const [all, threeQuarters, half, quarter, none, other] = Array.from(tally.subarray(at, at + 6), (n) => n / deals);
  return { all: all!, threeQuarters: threeQuarters!, half: half!, quarter: quarter!, none: none!, other: other! };
}

function readMadeHands(layout: TallyLayout, tally: Float64Array, board: number, player: number): Float64Array {
  const at = layout.madeHands(board, player);
  const counts = tally.slice(at, at + MADE_HANDS.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

function readNextCards(layout: TallyLayout, tally: Float64Array, board: number, player: number): Float64Array {
  const deals = layout.nextDeals(board);
  const at = layout.nextShares(board, player);
  return Float64Array.from({ length: 52 }, (_, card) => tally[at + card]! / tally[deals + card]!);
}

/**
 * Standard error of a player's equity. Deals on one sampled board are not independent, boards are: the equity is the
 * ratio of two sums over boards (pots won, deals), and this is the usual large-sample error of a ratio.
 */
function standardError(layout: TallyLayout, tally: Float64Array, player: number): number {
  const deals = tally[layout.deals(0)]!;
  let shares = 0;
  for (let board = 0; board < layout.boards; board++) shares += tally[layout.shares(board, player)]! / layout.boards;
  const squares = tally[layout.shareSquares(player)]!;
  return errorOfRatio(layout, tally, deals, shares, squares, tally[layout.shareWeights(player)]!);
}

/** The largest standard error among the joint shares of all players. */
function jointStandardError(layout: TallyLayout, tally: Float64Array): number {
  const deals = tally[layout.jointDeals]!;
  let largest = 0;
  for (let player = 0; player < layout.players; player++) {
    for (let i = 0; i < 6; i++) {
      const squares = tally[layout.jointSquares(player) + i]!;
      const products = tally[layout.jointWeights(player) + i]!;
      const error = errorOfRatio(layout, tally, deals, tally[layout.joint(player) + i]!, squares, products);
      largest = Math.max(largest, error);
    }
  }
  return largest;
}

/** Error of sum / deals, from the sums over clusters of the part's squares and of its products with the weight. */
function errorOfRatio(
  layout: TallyLayout,
  tally: Float64Array,
  deals: number,
  sum: number,
  squares: number,
  products: number,
): number {
  const clusters = tally[layout.clusters]!;
  if (clusters < 2 || deals === 0) return Infinity;
  const ratio = sum / deals;
  const spread = squares - 2 * ratio * products + ratio * ratio * tally[layout.weightSquares]!;
  return (Math.sqrt(Math.max(0, spread)) / deals) * Math.sqrt(clusters / (clusters - 1));
}
