export { CODE_HEADER } from './rpc-error.ts';
export type { Answered, JobState, SolverJobs } from './solver-jobs.ts';
export { solverService } from './solver-service.ts';
