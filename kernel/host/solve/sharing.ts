// Who plays what: how many shards, which branches each, and in which storage.

import type { SolveEstimate, SolveJob, SolveMethod, Storage } from '../../src/solve/job.ts';
import type { SolvePlan } from '../../src/solve/plan.ts';

/** A module's memory ends at 4 GB; a little is left for what the estimate does not see. */
const SHARD_BYTES = 3.9e9;
const MOST_SHARDS = 64;
/** Below this an iteration is over before a message has arrived. */
const SHARED_FROM_MS = 3;

export interface Sharing {
  readonly estimate: SolveEstimate;
  /** Branches of the start by shard, ascending; shard 0 also has the start. */
  readonly branches: readonly (readonly number[])[];
}

/** `storage` in the estimate is null when nothing fits. */
export function shareSolve(
  { storage: asked, maxBytes, buckets }: Pick<SolveJob, 'storage' | 'maxBytes' | 'buckets'>,
  method: SolveMethod,
  plan: SolvePlan,
  iterationMs: number,
  workers: number,
): Sharing {
  const wanted = iterationMs < SHARED_FROM_MS ? 1 : Math.min(workers, plan.branches.length);
  const choices: readonly Storage[] = asked === 'auto' ? ['f32', 'i16'] : [asked];
  const found = choices.map((storage) => partition(plan, storage, Math.max(1, wanted)));
  const fitting = found.findIndex((parts, i) => parts !== null && bytesOf(plan, choices[i]!, parts.length) <= maxBytes);
  const storage = fitting < 0 ? null : choices[fitting]!;
  const branches = found[fitting] ?? found[0] ?? [plan.branches.map((_, i) => i)];
  const shards = branches.length;
  return {
    branches,
    estimate: {
      nodes: plan.nodes,
      runOuts: plan.runOuts,
      allRunOuts: plan.allRunOuts,
      combos: plan.combos,
      bytes: { f32: bytesOf(plan, 'f32', shards), i16: bytesOf(plan, 'i16', shards) },
      buckets: method === 'bucketed' ? buckets : null,
      storage,
      shards,
      iterationMs: iterationMs / Math.min(shards, workers),
    },
  };
}

function bytesOf(plan: SolvePlan, storage: Storage, shards: number): number {
  return Math.round(
    plan.branches.reduce((sum, branch) => sum + branch[storage], shards * plan.common + plan.start[storage]),
  );
}

/** Branches dealt out, the heaviest first to whoever has least; null when some shard would not fit its memory. */
function partition(plan: SolvePlan, storage: Storage, wanted: number): number[][] | null {
  for (let shards = wanted; shards <= Math.max(wanted, Math.min(MOST_SHARDS, plan.branches.length)); shards++) {
    const parts = Array.from({ length: shards }, (_, i) => ({
      branches: [] as number[],
      work: i === 0 ? plan.startWork : 0,
      bytes: plan.common + (i === 0 ? plan.start[storage] : 0),
    }));
    const order = plan.order ?? plan.work.map((_, i) => i).sort((a, b) => plan.work[b]! - plan.work[a]! || a - b);
    // Branches that follow each other at work go to different shards, and the first one's own work counts all along.
    const own = plan.order ? plan.startWork / plan.order.length : 0;
    if (plan.order) parts[0]!.work = 0;
    for (const branch of order) {
      parts[0]!.work += own;
      const least = parts.reduce((best, part) => (part.work < best.work ? part : best));
      least.branches.push(branch);
      least.work += plan.work[branch]!;
      least.bytes += plan.branches[branch]![storage];
    }
    if (parts.every(({ bytes }) => bytes <= SHARD_BYTES)) {
      return parts.map(({ branches }) => branches.sort((a, b) => a - b));
    }
  }
  return null;
}
