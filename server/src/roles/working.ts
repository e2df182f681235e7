/** The working half of a process: computes jobs. */

import { type JobWorker, startWorker } from '../features/jobs/index.ts';
import { createEquityRunner, createSolveRunner } from '../features/study/index.ts';
import type { Parts } from './parts.ts';
import type { Surroundings } from './surroundings.ts';

/** Time an equity job may compute, in milliseconds, and combos its ranges may have together. */
const EQUITY_LIMITS = { timeMs: 15 * 60_000, combos: 60_000_000 };

export function startWorking(parts: Parts, { workerUrl, solverUrl, version }: Surroundings): JobWorker {
  const { config, metrics, name } = parts;
  const threads = config.kernelThreads;
  const equities = createEquityRunner({ workerUrl, threads, limits: EQUITY_LIMITS });
  const solves = createSolveRunner(parts, {
    workerUrl: solverUrl,
    maxBytes: config.solveMaxBytes,
    threads,
    shardHosts: config.shardHosts,
    shardToken: config.grpcToken ?? '',
    program: version,
    saveEveryMs: config.solveSaveSeconds * 1000,
  });
  const worker = startWorker(parts, {
    name,
    runners: { equity: equities, solve: solves, review: solves },
    places: { 'spot-processing': config.workerEquities, 'solver-processing': config.workerSolves },
  });
  metrics.watchJobs(() => worker.running);
  return {
    get running() {
      return worker.running;
    },
    async close() {
      await worker.close();
      await equities.close();
    },
  };
}
