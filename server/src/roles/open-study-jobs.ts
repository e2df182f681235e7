/** The door by which equities and solves become jobs, for HTTP and for gRPC: with the limits that are configured. */
import { createSolveJudge, createStudyJobs, type StudyJobs } from '../features/study/index.ts';
import type { Parts } from './parts.ts';
import type { Surroundings } from './surroundings.ts';

export function openStudyJobs(
  { config, db }: Pick<Parts, 'config' | 'db'>,
  { workerUrl }: Surroundings,
): StudyJobs & { close(): Promise<void> } {
  const judge = createSolveJudge({
    workerUrl,
    maxBytes: config.solveMaxBytes,
    threads: config.kernelThreads,
    queue: config.equityQueue,
  });
  const most = { open: config.jobsPerPlayer, bytes: config.storagePerPlayer };
  return { ...createStudyJobs(db, judge, most), close: () => judge.close() };
}
