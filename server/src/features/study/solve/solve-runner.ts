/**
 * Runs solves and reviews as jobs: a thread computes, this side keeps its states and its result in the database.
 *
 * A solve that is killed goes on from its last state and comes to the same strategies as one that was not.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SolveRequest } from '@ploscope/contracts';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/db/index.ts';
import type { Metrics } from '../../../platform/telemetry/index.ts';
import {
  type Attempt,
  type Lease,
  newestState,
  type Outcome,
  type ResultWriter,
  type Runner,
  readState,
  type StateWriter,
  writeResult,
  writeState,
} from '../../jobs/index.ts';
import type { FromSolve, ReviewJobRequest, SolveMeans, SolveTask, ToSolve, Wish } from './solve.messages.ts';

/** `threads` of 0 stands for all cores. */
export interface SolveRunnerSettings extends SolveMeans {
  /** File of the thread. */
  readonly workerUrl: URL;
}

export interface SolveRunnerParts {
  readonly db: Database;
  readonly log: Pick<FastifyBaseLogger, 'warn'>;
  readonly metrics: Metrics;
}

/** How long a solve may take to save its state when this process ends, in milliseconds; the state before is kept. */
const DRAIN_MS = 15_000;

/** The lease is somebody else's: nothing may be written any more. */
class LeaseLost extends Error {}

export function createSolveRunner({ db, log, metrics }: SolveRunnerParts, settings: SolveRunnerSettings): Runner {
  return async (attempt) => {
    const { lease } = attempt;
    const { workerUrl, threads, ...passed } = settings;
    const task: SolveTask = {
      ...passed,
      request: lease.request as SolveRequest,
      review: lease.kind === 'review' ? (lease.request as ReviewJobRequest).review : null,
      threads: threads === 0 ? availableParallelism() : threads,
    };
    const worker = new Worker(workerUrl, { workerData: task });
    try {
      return await solveIn(
        worker,
        attempt,
        storeOf(db, lease),
        (iterations) => metrics.solveIterations.inc(iterations),
        (address, reason) => log.warn({ jobId: lease.jobId, address, reason }, 'a machine that lent its cores is gone'),
      );
    } finally {
      await worker.terminate();
    }
  };
}

function solveIn(
  worker: Worker,
  { signal, progress }: Attempt,
  fulfil: (wish: Wish) => Promise<unknown>,
  count: (iterations: number) => void,
  onLost: (address: string, reason: string) => void,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let counted: number | null = null;
    let giveUpTimer: NodeJS.Timeout | undefined;
    const post = (message: ToSolve): void => worker.postMessage(message);
    const onAbort = (): void => {
      const draining = signal.reason === 'draining';
      const end = (): void => {
        void worker.terminate();
        // Whoever lost the lease must not write; whoever was cancelled need not.
        finish(() => resolve({ kind: draining ? 'given-back' : 'cancelled' }));
      };
      // Before the first iteration there is nothing to save, and the thread does not listen while it prepares.
      if (!draining || (counted ?? 0) === 0) end();
      else {
        post({ kind: 'stop', save: true });
        giveUpTimer = setTimeout(end, DRAIN_MS);
      }
    };
    const finish = (settle: () => void): void => {
      clearTimeout(giveUpTimer);
      signal.removeEventListener('abort', onAbort);
      worker.removeAllListeners();
      // A thread that dies while it is ended has nothing more to say.
      worker.on('error', () => undefined);
      settle();
    };
    const onWish = (id: number, wish: Wish): void => {
      fulfil(wish).then(
        (value) => post({ kind: 'reply', id, value }),
        (error: unknown) => {
          if (error instanceof LeaseLost) finish(() => reject(error));
          else post({ kind: 'broken', id, reason: error instanceof Error ? error.message : String(error) });
        },
      );
    };
    worker.on('message', (message: FromSolve) => {
      switch (message.kind) {
        case 'wish':
          return onWish(message.id, message.wish);
        case 'progress': {
          const { iterations } = message.progress;
          if (iterations !== null) {
            count(Math.max(0, iterations - (counted ?? iterations)));
            counted = iterations;
          }
          return progress(message.progress);
        }
        case 'lost-shards':
          return onLost(message.address, message.reason);
        case 'refused':
          return finish(() => resolve({ kind: 'failed', error: message.error }));
        case 'stopped':
          return finish(() => resolve({ kind: 'given-back' }));
        case 'reviewed':
          return finish(() => resolve({ kind: 'completed', result: message.figures, bytes: null }));
        case 'done':
          return finish(() => resolve({ kind: 'completed', result: message.figures, bytes: message.figures.bytes }));
      }
    });
    worker.on('error', (error) => finish(() => reject(error)));
    worker.on('exit', (code) => finish(() => reject(new Error(`the solve's thread ended with code ${code}`))));
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}

/** What a thread wishes for, done in the database. */
function storeOf(db: Database, lease: Lease): (wish: Wish) => Promise<unknown> {
  let writing: StateWriter | null = null;
  let result: ResultWriter | null = null;
  return async (wish) => {
    switch (wish.what) {
      case 'find-state':
        return newestState(db, lease.jobId);
      case 'read-state':
        return readState(db, lease.jobId, wish.state, wish.offset, wish.length);
      case 'begin-state':
        writing = await writeState(db, lease);
        return null;
      case 'write-state':
        return writing?.write(wish.bytes);
      case 'commit-state':
        if ((await writing?.commit()) === false) throw new LeaseLost('the lease was lost while a state was saved');
        return null;
      case 'begin-result':
        result = await writeResult(db, lease);
        return null;
      case 'write-result':
        return result?.write(wish.bytes);
      case 'end-result':
        return result?.end();
    }
  };
}
