// Whether a job fits and can run, said without opening it: no worker, no trial of its speed, no tables.

import { HOLE_CARDS } from '../../src/job.ts';
import { checkSolveJob } from '../../src/solve/check.ts';
import type { SolveError, SolveEstimate, SolveJob, SolveMethod } from '../../src/solve/job.ts';
import { parentsOf } from '../../src/solve/layout.ts';
import { lanesOf } from '../../src/solve/met-steps.ts';
import { planSolve, shapeOf } from '../../src/solve/plan.ts';
import { postflopGame } from '../../src/solve/postflop.ts';
import { roomBytes } from '../../src/solve/rooms.ts';
import { isTooVast, methodsOf, sampledSettings } from '../../src/solve/sampled/method.ts';
import { planSampled } from '../../src/solve/sampled/plan-sampled.ts';
import { shareSolve } from './sharing.ts';

/** Longer than any: a solve so short that it is not shared takes next to nothing. */
const UNTIMED_MS = Infinity;
/** Of a hand: its cards and its weights. */
const HAND_BYTES = 12;

/**
 * Null for a job that `open` on so many workers would take; its refusal where it would not. In its estimate `iterationMs`
 * is unknown, which is Infinity, and `bytes` are the least it can take. A second or two where ranges hold millions of
 * combos; the ranges must hold no card of the board.
 */
export function judgeSolve(job: SolveJob, workers: number): SolveError | null {
  let least: SolveEstimate | null = null;
  for (const method of methodsOf(job)) {
    const floor = floorOf(job, method);
    // Counting goes through every combo, again and again; by far too many are refused before.
    const estimate =
      leastBytes(floor) > job.maxBytes && !isTooVast(job.boards) ? floor : estimateBy(job, method, workers);
    // And so does the check: it comes when they are known to fit.
    if (estimate.storage !== null && !isTooVast(job.boards)) return checkSolveJob(job, method);
    if (least === null || leastBytes(estimate) < leastBytes(least)) least = { ...estimate, storage: null };
  }
  const refusal: SolveError = { code: 'memory', player: null, message: 'it does not fit the memory it may take' };
  return least === null ? refusal : { ...refusal, estimate: least };
}

function estimateBy(job: SolveJob, method: SolveMethod, workers: number): SolveEstimate {
  const plan = method === 'exact' ? planSolve(job) : planSampled(postflopGame(job), sampledSettings(job, 'f32'));
  return shareSolve(job, method, plan, UNTIMED_MS, workers).estimate;
}

/** What is taken in any case, reckoned from the numbers of combos alone: the hands, the first street's tables and room. */
function floorOf({ game, players, streets, buckets }: SolveJob, method: SolveMethod): SolveEstimate {
  const combos = players.map(({ cards }) => cards.length / HOLE_CARDS[game]) as [number, number];
  const [start, ...later] = streets.map((forest) => {
    const { rows, exits } = shapeOf(forest);
    return { rows, exits, batches: Math.ceil(lanesOf(forest, parentsOf(forest)).length / 4) };
  });
  const hands = Math.max(...combos);
  const rooms = [start!, ...(method === 'bucketed' ? later : [])].reduce(
    (sum, { batches, exits }, depth) =>
      sum + roomBytes({ hands, batches, exits: depth < streets.length - 1 ? exits : 0, boards: 1 }),
    0,
  );
  const rows = combos.reduce((sum, count, player) => sum + count * start!.rows[player]!, 0);
  const fixed = rooms + (combos[0] + combos[1]) * HAND_BYTES;
  const bytes = { f32: fixed + rows * 8, i16: fixed + rows * 4 };
  return {
    nodes: 0,
    runOuts: 0,
    allRunOuts: 0,
    combos,
    bytes,
    buckets: method === 'bucketed' ? buckets : null,
    storage: null,
    shards: 1,
    iterationMs: UNTIMED_MS,
  };
}

function leastBytes({ bytes }: SolveEstimate): number {
  return Math.min(bytes.f32, bytes.i16);
}
