/**
 * A solve on this host's threads and on workers of others, to its end: when a worker elsewhere is lost, its host is
 * dropped, the solve is opened again from the last checkpoint on what is left, and goes on.
 *
 * A solve does not depend on how many shards play it, so one that was cut any number of times ends as one that was not.
 */
import type { ByteSource, SolveError, SolveJob, SolveProgress, SolveStop } from '@ploscope/kernel';
import { openNodeSolver, runSaving, type Solve } from '@ploscope/kernel/host/node';
import { sayGrpc } from '../../text/en-grpc.ts';
import type { ShardHosts } from './shard-hosts.ts';
import { ShardLost } from './shard-lost.ts';

/** Where a solve's last checkpoint is kept. */
export interface CheckpointStore {
  /** Null before the first. What it gives is still read while the next one is written. */
  read(): Promise<ByteSource | null>;
  /** Takes the last one's place when all parts have come; one that broke off leaves the last. */
  write(parts: AsyncIterable<Uint8Array>): Promise<void>;
}

export interface ShardedRun<T> {
  readonly job: SolveJob;
  readonly stop: SolveStop;
  /** Threads of this host; 0 to solve elsewhere only. */
  readonly threads: number;
  readonly hosts: ShardHosts;
  readonly checkpoints: CheckpointStore;
  /** A minute unless given; longer where saving takes long. */
  readonly saveEveryMs?: number;
  /** What is done with the solve at its end; done again where a worker is lost in it. */
  readonly finish: (solve: Solve) => Promise<T>;
  /** After a loss it starts again from the checkpoint's iteration. */
  readonly onProgress?: (progress: SolveProgress) => void;
  /** A host was dropped. */
  readonly onLost?: (loss: ShardLost) => void;
  /** Ends the run, with a checkpoint; whether that is wanted is the store's to say. */
  readonly signal?: AbortSignal;
}

export type ShardedEnd<T> =
  | { readonly kind: 'finished'; readonly value: T }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly error: SolveError };

/** Rejects with the last `ShardLost` when nothing is left to solve on, and with faults that are no loss. */
export async function runOverShards<T>(run: ShardedRun<T>): Promise<ShardedEnd<T>> {
  const { hosts, threads, onLost } = run;
  let last: ShardLost | null = null;
  for (;;) {
    const { spawns, lost } = await hosts.offered();
    for (const loss of lost) {
      last = loss;
      onLost?.(loss);
    }
    if (threads + spawns.length === 0) throw last ?? new Error(sayGrpc.noShards);
    const solver = await openNodeSolver({ threads, elsewhere: spawns });
    try {
      const opened = await solver.open(run.job, (await run.checkpoints.read()) ?? undefined);
      if (!opened.ok) return { kind: 'refused', error: opened.error };
      return await toItsEnd(opened.value, run);
    } catch (error) {
      if (!(error instanceof ShardLost)) throw error;
      last = error;
      hosts.drop(error.address);
      onLost?.(error);
    } finally {
      await solver.close();
    }
  }
}

async function toItsEnd<T>(solve: Solve, run: ShardedRun<T>): Promise<ShardedEnd<T>> {
  const { stop, checkpoints, saveEveryMs, onProgress = () => undefined, signal = new AbortController().signal } = run;
  const ended = await runSaving(solve, {
    stop,
    signal,
    onProgress,
    save: () => checkpoints.write(solve.checkpoint()),
    ...(saveEveryMs !== undefined && { saveEveryMs }),
  });
  return ended === 'reached' ? { kind: 'finished', value: await run.finish(solve) } : { kind: 'stopped' };
}
