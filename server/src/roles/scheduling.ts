/** The scheduling half of a process: what happens again and again. */
import { startJobSchedule, watchQueues } from '../features/jobs/index.ts';
import type { Parts } from './parts.ts';

export interface Scheduling {
  close(): Promise<void>;
}

export function startScheduling({ db, listener, queue, log, metrics }: Parts): Scheduling {
  const jobs = startJobSchedule(db, listener, queue, log);
  watchQueues(db, queue, metrics);
  return { close: () => jobs.close() };
}
