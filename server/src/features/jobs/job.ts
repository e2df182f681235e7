/** A job as its row says, and what a lease on it is. */
import type { JobProgress, JobStatus, WireError } from '@ploscope/contracts';
import type { QueueName } from '../../platform/queue/index.ts';

export type JobKind = 'equity' | 'solve' | 'review';

/** Which queue a kind of job waits in. */
export const QUEUE_OF: Readonly<Record<JobKind, QueueName>> = {
  equity: 'spot-processing',
  solve: 'solver-processing',
  review: 'solver-processing',
};
export const QUEUES: readonly QueueName[] = ['spot-processing', 'solver-processing'];

/** How long a lease holds without being renewed, in seconds: somebody else takes over after it. */
export const LEASE_S = 10;
/** Leases a job may lose in a row without getting anywhere. */
export const MOST_TRIES = 6;

/** The right to work on a job: everything written under it names its attempt, and is refused once there is a newer. */
export interface Lease {
  readonly jobId: string;
  readonly userId: string;
  readonly kind: JobKind;
  readonly request: unknown;
  /** The fencing token. */
  readonly attempt: number;
}

/** How an attempt ended. */
export type Outcome =
  /** `bytes`: size of the file that was stored in pieces under this attempt; null where there is none. */
  | { readonly kind: 'completed'; readonly result: unknown; readonly bytes: number | null }
  /** The request cannot be computed; trying again would not help. */
  | { readonly kind: 'failed'; readonly error: WireError }
  | { readonly kind: 'cancelled' }
  /** Somebody else shall go on: this process ends. */
  | { readonly kind: 'given-back' };

/** What an attempt may do besides computing. */
export interface Attempt {
  readonly lease: Lease;
  /** Aborted when the player cancels, the lease is lost, or the process ends; `reason` says which. */
  readonly signal: AbortSignal;
  progress(progress: JobProgress): void;
}

export type Stopped = 'cancelled' | 'lost' | 'draining';

/** Computes jobs of one kind. Rejects only by a fault of ours or of the machine: then it is tried again. */
export type Runner = (attempt: Attempt) => Promise<Outcome>;

/** What is told of a job wherever it moved. */
export interface Moved {
  readonly id: string;
  readonly userId: string;
  readonly kind: JobKind;
  readonly status: JobStatus;
  readonly progress: JobProgress | null;
}

/** What is told of a job that is no more. */
export interface Deleted extends Omit<Moved, 'status'> {
  readonly status: 'DELETED';
}

export type News = Moved | Deleted;
