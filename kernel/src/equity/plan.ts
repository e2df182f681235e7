// Which method answers a job, in how many parts, and what it will cost.

import type { EquityJob, JobError, Method } from '../job.ts';

export interface EquityPlan {
  readonly method: Method;
  /** Parts the work is cut into; any worker can do any part. Infinity when sampling: parts are made until a stop. */
  readonly chunks: number;
  /** Estimated milliseconds of one thread; for sampled methods of one chunk. */
  readonly estimateMs: number;
}

/** The plan, or why the job cannot be done as asked. */
export function planEquity(job: EquityJob): EquityPlan | JobError {
  if (job.players.every((player) => player.kind === 'hand') && job.boards.length === 1) {
    return { method: 'hands', chunks: 1, estimateMs: 5 };
  }
  return { code: 'too-large', player: null, message: 'only single hands on one board yet' };
}
