// Which method answers a job, in how many parts, and what it will cost.
//
// The same job gives the same plan everywhere, whatever the number of workers.

import { type EquityJob, HOLE_CARDS, type JobError, type Method, type PlayerRange } from '../job.ts';
import { choose, handsOf, liveCards } from './cards.ts';
import { listRunOuts, type RunOut } from './run-outs.ts';
import { type SuitRenaming, suitSymmetries } from './symmetry.ts';

export interface EquityPlan {
  readonly method: Method;
  /** Parts the work is cut into; any worker can do any part. Infinity when sampling: parts are made until a stop. */
  readonly chunks: number;
  /** Parts that enumerate; the rest, if any, sample the joint shares of two boards. */
  readonly exactChunks: number;
  /** Run-outs in a part. */
  readonly perChunk: number;
  /** Estimated milliseconds of one thread; for sampled methods of one part. */
  readonly estimateMs: number;
  /** Renamings of suits that change nothing. */
  readonly symmetries: readonly SuitRenaming[];
}

/** Aim for parts that take this long: short enough to cancel, long enough to be worth a message. */
const CHUNK_MS = 30;
/** Milliseconds to rank, sort and sweep one combo, by cards in it (measured by `npm run bench`). */
const SWEEP_MS: Readonly<Record<number, number>> = { 2: 1e-5, 4: 2e-5, 5: 5e-5, 6: 1.6e-4 };
/** A board's own tables, whatever the ranges. */
const BOARD_MS = 0.01;
/** Pairs of run-outs that are still counted one by one. */
const MOST_JOINT_PAIRS = 4_000_000;
/** Parts that sample a joint share: an error well below 0.1 %. */
const JOINT_CHUNKS = 64;
const NO_SYMMETRY: readonly SuitRenaming[] = [[0, 1, 2, 3]];

/** The plan, or why the job cannot be done as asked. */
export function planEquity(job: EquityJob): EquityPlan | JobError {
  if (job.method !== 'sampled') {
    if (handsOf(job).length === job.players.length) return planHands(job);
    const sweep = job.players.length === 2 ? planSweep(job) : null;
    if (sweep && (job.method === 'exact' || sweep.estimateMs <= job.budgetMs)) {
      if (sweep.estimateMs < Infinity) return sweep;
    }
    if (job.method === 'exact') return tooLarge(job, sweep);
  }
  const method = job.detail.combos && job.players.length === 2 && job.boards.length === 1 ? 'sweep-sampled' : 'deals';
  const perChunk = Math.max(1, Math.round(CHUNK_MS / sweepMs(job)));
  return { method, chunks: Infinity, exactChunks: Infinity, perChunk, estimateMs: CHUNK_MS, symmetries: NO_SYMMETRY };
}

function tooLarge(job: EquityJob, sweep: EquityPlan | null): JobError {
  const reason =
    sweep === null
      ? `${job.players.length} players of whom not all are single hands cannot be enumerated`
      : 'two ranges cannot be enumerated before the flop';
  return { code: 'too-large', player: null, message: reason };
}

function planHands(job: EquityJob): EquityPlan {
  const base = { exactChunks: 1, perChunk: 1, symmetries: NO_SYMMETRY };
  const detailMs = (job.detail.madeHands ? 10 : 0) + (job.detail.nextCards ? 5 : 0);
  const holdemMs = job.game === 'holdem' ? 15 : 0;
  if (job.boards.length === 1) return { ...base, method: 'hands', chunks: 1, estimateMs: 3 + holdemMs + detailMs };
  const enumerated = enumeratesJoint(job);
  const chunks = enumerated ? 1 : 1 + JOINT_CHUNKS;
  return {
    ...base,
    method: 'hands-two-boards',
    chunks,
    estimateMs: 12 + holdemMs + detailMs + (chunks - 1) * CHUNK_MS,
  };
}

/** Whether the pairs of run-outs of two boards are few enough to count. */
export function enumeratesJoint(job: EquityJob): boolean {
  const live = liveCards(job).length;
  const pairs = job.boards.reduce((product, board) => product * choose(live, 5 - board.length), 1);
  return pairs <= MOST_JOINT_PAIRS;
}

/** A sweep of every run-out; its estimate is Infinity before the flop, where there are millions. */
function planSweep(job: EquityJob): EquityPlan {
  const method = job.boards.length === 1 ? 'sweep' : 'sweep-two-boards';
  const cut = {
    method,
    symmetries: NO_SYMMETRY,
    perChunk: 1,
    exactChunks: 0,
    chunks: 0,
    estimateMs: Infinity,
  } as const;
  if (job.boards.some((board) => board.length === 0)) return cut;
  // Equities of single combos are not the same under a renaming, only their sums are.
  const symmetries = job.detail.combos ? NO_SYMMETRY : suitSymmetries(job);
  const runOuts = runOutsOfBoards({ ...cut, symmetries }, job).length;
  const perChunk = Math.max(1, Math.round(CHUNK_MS / sweepMs(job)));
  const exactChunks = Math.ceil(runOuts / perChunk);
  const joint = job.boards.length === 2 ? JOINT_CHUNKS : 0;
  const estimateMs = runOuts * sweepMs(job) + joint * CHUNK_MS;
  return { method, symmetries, perChunk, exactChunks, chunks: exactChunks + joint, estimateMs };
}

/** All run-outs of all boards, as a plan takes them in order. */
export function runOutsOfBoards(
  plan: EquityPlan,
  job: EquityJob,
): { readonly board: number; readonly runOut: RunOut }[] {
  const live = liveCards(job);
  return job.boards.flatMap((cards, board) =>
    listRunOuts(live, 5 - cards.length, plan.symmetries).map((runOut) => ({ board, runOut })),
  );
}

/** Estimated milliseconds to sweep one run-out. */
function sweepMs(job: EquityJob): number {
  const holeCards = HOLE_CARDS[job.game];
  const known = job.boards.reduce((sum, board) => sum + board.length, job.dead.length);
  const all = choose(52 - known, holeCards);
  const combos = job.players.reduce((sum, player) => sum + comboCount(player, holeCards, all), 0);
  const details = (job.detail.madeHands ? 1.4 : 1) * (job.detail.combos ? 2 : 1);
  return BOARD_MS + Math.min(all, combos) * SWEEP_MS[holeCards]! * details;
}

function comboCount(player: PlayerRange, holeCards: number, all: number): number {
  return player.kind === 'random' ? all : player.cards.length / holeCards;
}
