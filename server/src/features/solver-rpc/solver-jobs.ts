/**
 * What the SolverService needs of whoever keeps the jobs. Written here, fulfilled by a role that joins the two, so that
 * this feature knows no queue and the jobs know no gRPC.
 */
import type { WireError } from '@ploscope/contracts';

export type JobStatus = 'QUEUED' | 'PROCESSING' | 'COMPLETED' | 'FAILED' | 'CANCELLED';

export interface JobState {
  /** UUID. */
  readonly id: string;
  readonly status: JobStatus;
  /** 0 to 1. */
  readonly progress: number;
  /** Why it failed; null unless it did. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}

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
  /** The same key of the same owner again gives the same job. `spot`: a document that is not yet checked. */
  submit(ownerId: string, idempotencyKey: string, spot: unknown): Promise<Answered<JobState>>;
  /** The job as it is, then as it changes, to its end. Ends early when `signal` says so: nobody listens any more. */
  watch(ownerId: string, id: string, signal: AbortSignal): Promise<Answered<AsyncIterable<JobState>>>;
  /** A job that has ended stays as it is. */
  cancel(ownerId: string, id: string): Promise<Answered<JobState>>;
  fetch(ownerId: string, id: string, offset: number, signal: AbortSignal): Promise<Answered<SolveResult>>;
}
