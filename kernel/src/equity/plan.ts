// Which method answers a job, in how many parts, and what it will cost.
//
// The same job gives the same plan everywhere, whatever the number of workers.

import { type EquityJob, HOLE_CARDS, type JobError, type Method, type PlayerRange } from '../job.ts';
import type { SuitRenaming } from '../suits.ts';
import { choose, handsOf, liveCards } from './cards.ts';
import { partsOfClusters } from './deals.ts';
import { listRunOuts, type RunOut } from './run-outs.ts';
import { suitSymmetries } from './symmetry.ts';
import { listTuples } from './tuples.ts';

export interface EquityPlan {
  readonly method: Method;
  /** Parts the work is cut into; any worker can do any part. Infinity when sampling: parts are made until a stop. */
  readonly parts: number;
  /** Parts that enumerate; the rest, if any, sample the joint shares of two boards. */
  readonly exactParts: number;
  /** Run-outs in a part. */
  readonly perPart: number;
  /** Estimated milliseconds of one thread; for sampled methods of one part. */
  readonly estimateMs: number;
  /** Estimated milliseconds of the longest part: one run-out of wide PLO6 ranges takes more than a second. */
  readonly partMs: number;
  /** Renamings of suits that change nothing. */
  readonly symmetries: readonly SuitRenaming[];
}

/** Aim for parts that take this long: short enough to cancel, long enough to be worth a message. */
const PART_MS = 30;
/** The same where parts carry the sums of every combo with them. */
const COMBO_PART_MS = 150;
/** Milliseconds to rank, sort and sweep one combo, by cards in it: rounded up from runs on a 2-core EPYC. */
const SWEEP_MS: Readonly<Record<number, number>> = { 2: 1e-5, 4: 2e-5, 5: 5e-5, 6: 1.6e-4 };
/** A board's own tables, whatever the ranges; and those of all subsets, which small ranges do without. */
const BOARD_MS = 0.01;
const SUBSETS_MS: Readonly<Record<number, number>> = { 2: 0, 4: 0.03, 5: 0.5, 6: 12 };
/** Run-outs of one board, and pairs of run-outs of two, that are still counted one by one. */
const MOST_JOINT_RUN_OUTS = 20_000;
const MOST_JOINT_PAIRS = 4_000_000;
/** Combos whose sums are still kept one by one: beyond, memory is what they cost. */
const MOST_KEPT_COMBOS = 4_000_000;
/** Error of joint shares when none is asked for; parts that sample them at most. */
const JOINT_ERROR = 0.001;
const MOST_JOINT_PARTS = 512;
/** Clusters times squared error, as measured on double-board flops: a cluster of ranges has many deals. */
const HANDS_SPREAD = 0.035;
const RANGES_SPREAD = 0.1;
const NO_SYMMETRY: readonly SuitRenaming[] = [[0, 1, 2, 3]];

/** The plan, or why the job cannot be done as asked. */
export function planEquity(job: EquityJob): EquityPlan | JobError {
  if (job.method !== 'sampled') {
    if (handsOf(job).length === job.players.length) {
      const hands = planHands(job);
      return job.method === 'exact' && hands.parts > hands.exactParts ? tooLarge(job) : hands;
    }
    const sweep = job.players.length === 2 ? planSweep(job) : null;
    const wholly = sweep && sweep.parts === sweep.exactParts && sweep.estimateMs < Infinity;
    if (wholly && (job.method === 'exact' || sweep.estimateMs <= job.budgetMs)) return sweep;
    const tuples = planTuples(job);
    if (tuples && (job.method === 'exact' || tuples.estimateMs <= job.budgetMs)) return tuples;
    if (job.method === 'exact') return tooLarge(job);
    if (sweep && sweep.estimateMs <= job.budgetMs) return sweep;
  }
  const base = { parts: Infinity, exactParts: Infinity, symmetries: NO_SYMMETRY };
  if (!keepsCombos(job)) return { ...base, method: 'deals', perPart: 0, partMs: PART_MS, estimateMs: PART_MS };
  const partMs = Math.max(COMBO_PART_MS, sweepMs(job));
  return { ...base, method: 'sweep-sampled', perPart: runOutsPerPart(job), partMs, estimateMs: partMs };
}

function tooLarge(job: EquityJob): JobError {
  const hands = handsOf(job).length === job.players.length;
  const reason =
    hands || (job.boards.length === 2 && job.players.length === 2)
      ? 'what two boards bring together has too many run-outs to enumerate'
      : 'ranges as wide as these are enumerated for two players from the flop on only';
  return { code: 'too-large', player: null, message: reason };
}

/** Narrow ranges taken apart; null when they are not narrow, or when two boards have too much to come. */
function planTuples(job: EquityJob): EquityPlan | null {
  if (job.boards.length === 2 && !enumeratesJoint(job)) return null;
  const symmetries = tupleSymmetries(job);
  const tuples = listTuples(job, symmetries);
  if (tuples === null) return null;
  const perPart = Math.max(1, Math.round(PART_MS / tupleMs(job)));
  const parts = Math.max(1, Math.ceil(tuples.length / perPart));
  const partMs = perPart * tupleMs(job);
  return {
    method: 'tuples',
    parts,
    exactParts: parts,
    perPart,
    partMs,
    estimateMs: tuples.length * tupleMs(job),
    symmetries,
  };
}

/** What is told by card or by combo is not the same under a renaming of suits; sums are. */
function tupleSymmetries(job: EquityJob): readonly SuitRenaming[] {
  return job.detail.nextCards || job.detail.combos ? NO_SYMMETRY : suitSymmetries(job);
}

/** Estimated milliseconds of one tuple. */
function tupleMs(job: EquityJob): number {
  const live = 52 - HOLE_CARDS[job.game] * job.players.length;
  const boards = job.boards.map((board) => {
    if (board.length === 0) return (job.game === 'holdem' ? 18 : 2.5) * (job.detail.madeHands ? 3 : 1);
    return 0.05 * job.players.length * (job.detail.nextCards && board.length < 5 ? live : 1);
  });
  const runOuts = job.boards.map((board) => choose(live, 5 - board.length));
  const joint = job.boards.length === 2 ? runOuts[0]! * runOuts[1]! * 2e-5 + (runOuts[0]! + runOuts[1]!) * 0.005 : 0;
  return boards.reduce((sum, ms) => sum + ms, joint);
}

/** Whether a sampled job can say something of every combo: two ranges, one board, not too many. */
function keepsCombos(job: EquityJob): boolean {
  return (
    job.detail.combos && job.players.length === 2 && job.boards.length === 1 && unitedCombos(job) <= MOST_KEPT_COMBOS
  );
}

function planHands(job: EquityJob): EquityPlan {
  const base = { exactParts: 1, perPart: 1, partMs: PART_MS, symmetries: NO_SYMMETRY };
  const detailMs = (job.detail.madeHands ? 10 : 0) + (job.detail.nextCards ? 5 : 0);
  const holdemMs = job.game === 'holdem' ? 15 : 0;
  if (job.boards.length === 1) return { ...base, method: 'hands', parts: 1, estimateMs: 3 + holdemMs + detailMs };
  const enumerated = enumeratesJoint(job);
  const parts = enumerated ? 1 : 1 + jointParts(job);
  return {
    ...base,
    method: 'hands-two-boards',
    parts,
    estimateMs: 12 + holdemMs + detailMs + (parts - 1) * PART_MS,
  };
}

/** Parts that bring the joint shares about as near as the job asks for. */
function jointParts(job: EquityJob): number {
  const standardError = job.stop.standardError > 0 ? job.stop.standardError : JOINT_ERROR;
  const hands = handsOf(job).length === job.players.length;
  return Math.min(MOST_JOINT_PARTS, partsOfClusters((hands ? HANDS_SPREAD : RANGES_SPREAD) / standardError ** 2));
}

/** Whether the pairs of run-outs of two boards are few enough to count. */
export function enumeratesJoint(job: EquityJob): boolean {
  const live = liveCards(job).length;
  const runOuts = job.boards.map((board) => choose(live, 5 - board.length));
  return (
    runOuts.every((count) => count <= MOST_JOINT_RUN_OUTS) && runOuts.reduce((a, b) => a * b, 1) <= MOST_JOINT_PAIRS
  );
}

/** A sweep of every run-out; its estimate is Infinity before the flop, where there are millions. */
function planSweep(job: EquityJob): EquityPlan {
  const method = job.boards.length === 1 ? 'sweep' : 'sweep-two-boards';
  const partMs = Math.max(job.detail.combos ? COMBO_PART_MS : PART_MS, sweepMs(job));
  const cut = {
    method,
    symmetries: NO_SYMMETRY,
    perPart: 1,
    exactParts: 0,
    parts: 0,
    partMs,
    estimateMs: Infinity,
  } as const;
  if (job.boards.some((board) => board.length === 0)) return cut;
  if (job.detail.combos && unitedCombos(job) > MOST_KEPT_COMBOS) return cut;
  const symmetries = symmetriesWorthFinding(job);
  const runOuts = runOutsOfBoards({ ...cut, symmetries }, job).length;
  const perPart = runOutsPerPart(job);
  const exactParts = Math.ceil(runOuts / perPart);
  const joint = job.boards.length === 2 ? jointParts(job) : 0;
  const estimateMs = runOuts * sweepMs(job) + joint * PART_MS;
  return { method, symmetries, perPart, exactParts, parts: exactParts + joint, partMs, estimateMs };
}

/** Renamings of suits, not looked for where they could not bring the job within its budget. */
function symmetriesWorthFinding(job: EquityJob): readonly SuitRenaming[] {
  // Equities of single combos are not the same under a renaming, only their sums are.
  if (job.detail.combos) return NO_SYMMETRY;
  const live = liveCards(job).length;
  const all = job.boards.reduce((sum, board) => sum + choose(live, 5 - board.length), 0);
  const leastMs = (all * sweepMs(job)) / 6;
  return job.method === 'exact' || leastMs <= job.budgetMs ? suitSymmetries(job) : NO_SYMMETRY;
}

function runOutsPerPart(job: EquityJob): number {
  return Math.max(1, Math.round((job.detail.combos ? COMBO_PART_MS : PART_MS) / sweepMs(job)));
}

/** All run-outs of all boards, as a plan takes them in order: the boards by turns, so that progress shows both. */
export function runOutsOfBoards(
  plan: EquityPlan,
  job: EquityJob,
): { readonly board: number; readonly runOut: RunOut }[] {
  const live = liveCards(job);
  const lists = job.boards.map((cards) => listRunOuts(live, 5 - cards.length, plan.symmetries));
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => i).flatMap((i) =>
    lists.flatMap((list, board) => (i < list.length ? [{ board, runOut: list[i]! }] : [])),
  );
}

/** Estimated milliseconds to sweep one run-out. */
function sweepMs(job: EquityJob): number {
  const holeCards = HOLE_CARDS[job.game];
  const combosMs = unitedCombos(job) * SWEEP_MS[holeCards]!;
  const details = (job.detail.madeHands ? 1.4 : 1) * (job.detail.combos ? 2 : 1);
  return BOARD_MS + Math.min(SUBSETS_MS[holeCards]!, combosMs) + combosMs * details;
}

/** At most so many combos do the players hold between them. */
function unitedCombos(job: EquityJob): number {
  const holeCards = HOLE_CARDS[job.game];
  const known = job.boards.reduce((sum, board) => sum + board.length, job.dead.length);
  const all = choose(52 - known, holeCards);
  const combos = job.players.reduce((sum, player) => sum + comboCount(player, holeCards, all), 0);
  return Math.min(all, combos);
}

function comboCount(player: PlayerRange, holeCards: number, all: number): number {
  return player.kind === 'random' ? all : player.cards.length / holeCards;
}
