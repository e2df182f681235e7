/**
 * How large a solve is in the two forms in which the page keeps it: strategies that are stored, and the tables of a
 * checkpoint.
 */
import { ACT, DEAL, type Forest, type SolveEstimate, type SolveJob } from '@ploscope/kernel';

/** Fewer rivers than this follow no turn. */
const LEAST_RIVERS = 40;
/** Regret and average of each action, for a combo or a bucket. */
const TABLE_BYTES = { f32: 8, i16: 4 } as const;
/** What each combo is worth where the next card comes. */
const WORTH_BYTES = 4;

type Sized = Pick<SolveJob, 'streets'>;

/** Bytes, about: a byte for each action of a combo or bucket, and the worths where a card comes. */
export function storedBytes(job: Sized, estimate: SolveEstimate): number {
  const { combos, runOuts } = estimate;
  const worths = sumOver(job, runOuts, ({ kinds }) => {
    const deals = kinds.filter((kind) => kind === DEAL).length;
    return deals * WORTH_BYTES * (combos[0] + combos[1]);
  });
  return entries(job, estimate) + worths;
}

export function checkpointBytes(job: Sized, estimate: SolveEstimate): number {
  return entries(job, estimate) * TABLE_BYTES[estimate.storage ?? 'f32'];
}

/** Deals of a solve on all its streets, about. */
export function dealsOf(job: Sized, { runOuts }: SolveEstimate): number {
  return sumOver(job, runOuts, () => 1);
}

/** An action of a combo or bucket at a node, over all deals. */
function entries(job: Sized, { combos, runOuts, buckets }: SolveEstimate): number {
  return sumOver(job, runOuts, ({ kinds, counts, players }, isLast) => {
    const most = isLast && buckets !== null ? buckets : Number.POSITIVE_INFINITY;
    const hands = combos.map((count) => Math.min(count, most));
    return kinds.reduce(
      (sum, kind, node) => sum + (kind === ACT ? (counts[node] ?? 0) * (hands[players[node] ?? 0] ?? 0) : 0),
      0,
    );
  });
}

function sumOver({ streets }: Sized, runOuts: number, each: (forest: Forest, isLast: boolean) => number): number {
  return streets.reduce((sum, forest, street) => {
    const isLast = street === streets.length - 1;
    const deals = street === 0 ? 1 : isLast ? runOuts : Math.ceil(runOuts / LEAST_RIVERS);
    return sum + deals * each(forest, isLast);
  }, 0);
}
