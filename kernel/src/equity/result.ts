// From a tally to the answer: shares, standard errors, details.

import {
  type BoardShare,
  type EquityJob,
  type EquityResult,
  type JointShare,
  MADE_HANDS,
  type PlayerResult,
} from '../job.ts';
import { type ComboSums, comboEquities, comboWeights } from './combo-tally.ts';
import type { EquityPlan } from './plan.ts';
import { jointStandardError, standardError } from './standard-error.ts';
import type { TallyLayout } from './tally.ts';

/** Reads a finished tally. */
export function readTally(
  job: EquityJob,
  plan: EquityPlan,
  layout: TallyLayout,
  tally: Float64Array,
  combos: ComboSums | null,
  elapsedMs: number,
): EquityResult {
  const sampled = plan.parts === Infinity;
  const jointSampled = sampled || plan.parts > plan.exactParts;
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
  combos: ComboSums | null,
  player: number,
): PlayerResult {
  const boards = job.boards.map((_, board) => readBoard(layout, tally, board, player));
  const joint = job.boards.length === 2 ? readJoint(layout, tally, player) : null;
  const counts = plan.method.startsWith('hands') && plan.parts === plan.exactParts;
  return {
    equity: boards.reduce((sum, board) => sum + board.equity, 0) / boards.length,
    // With two boards a win is the whole pot, a tie any part of it.
    win: joint ? joint.all : boards[0]!.win,
    tie: joint ? 1 - joint.all - joint.none : boards[0]!.tie,
    standardError: plan.parts === Infinity ? standardError(layout, tally, player) : null,
    wins: counts ? countWins(layout, tally, player) : null,
    ties: counts ? countTies(layout, tally, player) : null,
    boards,
    joint,
    madeHands: job.detail.madeHands ? job.boards.map((_, board) => readMadeHands(layout, tally, board, player)) : null,
    nextCards: job.detail.nextCards ? job.boards.map((_, board) => readNextCards(layout, tally, board, player)) : null,
    comboEquities: combos ? comboEquities(combos, player) : null,
    comboWeights: combos ? comboWeights(combos, player, job.players[player]!) : null,
  };
}

/** Run-outs won alone; with two boards, pairs of run-outs that bring the whole pot. */
function countWins(layout: TallyLayout, tally: Float64Array, player: number): number {
  return layout.boards === 2 ? tally[layout.joint(player)]! : tally[layout.shares(0, player) + 1]!;
}

/** Run-outs tied; with two boards, pairs of run-outs that bring a part of the pot. */
function countTies(layout: TallyLayout, tally: Float64Array, player: number): number {
  if (layout.boards === 1) return tally[layout.shares(0, player) + 2]!;
  const joint = layout.joint(player);
  return tally[layout.jointDeals]! - tally[joint]! - tally[joint + 4]!;
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
  const deals = tally[layout.deals(board)]!;
  return tally.slice(at, at + MADE_HANDS.length).map((count) => count / deals);
}

function readNextCards(layout: TallyLayout, tally: Float64Array, board: number, player: number): Float64Array {
  const deals = layout.nextDeals(board);
  const at = layout.nextShares(board, player);
  return Float64Array.from({ length: 52 }, (_, card) => tally[at + card]! / tally[deals + card]!);
}
