/**
 * What the SolverService needs of whoever keeps the jobs. Written here, fulfilled by a role that joins the two, so that
 * this feature knows no queue and the jobs know no gRPC.
 */
import type { SolveJob, WireError } from '@ploscope/contracts';

/** As much of a job as crosses. */
export type JobState = Readonly<Pick<SolveJob, 'id' | 'status' | 'progress' | 'error'>>;

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  /** An error of the catalogue; another owner's job is `not-found`. */
  | { readonly ok: false; readonly error: WireError };

export interface SolveResult {
  /** Of the whole file. */
  readonly size: number;
  /** From the offset asked for to the end, in parts of any length. */
  readonly parts: AsyncIterable<Uint8Array>;
}

export interface SolverJobs {
  /** The same key of the same owner again gives the same job. `document`: JSON that is not yet checked. */
  submit(ownerId: string, idempotencyKey: string, document: unknown): Promise<Answered<JobState>>;
  /** The job as it is, then as it changes, to its end. Ends early when `signal` says so: nobody listens any more. */
  watch(ownerId: string, id: string, signal: AbortSignal): Promise<Answered<AsyncIterable<JobState>>>;
  /** `job-over` where it has ended. */
  cancel(ownerId: string, id: string): Promise<Answered<JobState>>;
  /** `no-result` where there is none yet. */
  fetch(ownerId: string, id: string, offset: number, signal: AbortSignal): Promise<Answered<SolveResult>>;
}
