/** What passes between the worker's process and the thread of one solve. */
import type { JobProgress, ReviewFigures, SolveFigures, SolveRequest, WireError } from '@ploscope/contracts';
import type { ReviewSpot } from '@ploscope/poker';
import type { StoredState } from '../../jobs/index.ts';

/** What one solve may use, and how it is kept. */
export interface SolveMeans {
  /** Memory of all its shards together. */
  readonly maxBytes: number;
  /** Of this machine. */
  readonly threads: number;
  /** Other machines that lend their cores, as `host:port`. */
  readonly shardHosts: readonly string[];
  readonly shardToken: string;
  /** Version of the program, written into the result. */
  readonly program: string;
  /** Milliseconds between two states. */
  readonly saveEveryMs: number;
}

/** The spots of a hand's decisions, street by street. */
export type ReviewSpots = readonly [ReviewSpot, ...ReviewSpot[]];

/** A review as it is submitted: its first spot, how all of them are solved, and all of them. */
export type ReviewJobRequest = SolveRequest & { readonly review: ReviewSpots };

/** How a solve's thread is started. */
export interface SolveTask extends SolveMeans {
  readonly request: SolveRequest;
  /** Of a review; null where a solve was asked for. */
  readonly review: ReviewSpots | null;
}

/** What a thread asks for; each is answered by one `reply`. */
export type Wish =
  /** The newest whole state, a `StoredState`; null where there is none. */
  | { readonly what: 'find-state' }
  | { readonly what: 'read-state'; readonly state: StoredState; readonly offset: number; readonly length: number }
  | { readonly what: 'begin-state' }
  | { readonly what: 'write-state'; readonly bytes: Uint8Array }
  | { readonly what: 'commit-state' }
  | { readonly what: 'begin-result' }
  | { readonly what: 'write-result'; readonly bytes: Uint8Array }
  | { readonly what: 'end-result' };

export type FromSolve =
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  /** A machine that lent its cores is gone; the solve goes on without it. */
  | { readonly kind: 'lost-shards'; readonly address: string; readonly reason: string }
  | { readonly kind: 'wish'; readonly id: number; readonly wish: Wish }
  | { readonly kind: 'done'; readonly figures: SolveFigures }
  | { readonly kind: 'reviewed'; readonly figures: ReviewFigures }
  | { readonly kind: 'refused'; readonly error: WireError }
  /** Told to stop; what it had is saved, unless it was told not to. */
  | { readonly kind: 'stopped' };

export type ToSolve =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'broken'; readonly id: number; readonly reason: string }
  /** `save`: somebody else goes on from the state. */
  | { readonly kind: 'stop'; readonly save: boolean };
