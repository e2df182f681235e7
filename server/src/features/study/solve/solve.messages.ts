/** What passes between the worker's process and the thread of one solve. */
import type { JobProgress, SolveFigures, SolveRequest, WireError } from '@ploscope/contracts';

/** How a solve's thread is started. */
export interface SolveTask {
  readonly request: SolveRequest;
  readonly maxBytes: number;
  /** 0 for all cores. */
  readonly threads: number;
  /** Size of the state to go on from; null to begin. */
  readonly stateBytes: number | null;
  /** Version of the program, written into the result. */
  readonly program: string;
  /** Milliseconds between two states. */
  readonly saveEveryMs: number;
}

/** What a thread asks for; each is answered by one `reply`. */
export type Wish =
  | { readonly what: 'read-state'; readonly offset: number; readonly length: number }
  | { readonly what: 'begin-state' }
  | { readonly what: 'write-state'; readonly bytes: Uint8Array }
  | { readonly what: 'commit-state' }
  | { readonly what: 'begin-result' }
  | { readonly what: 'write-result'; readonly bytes: Uint8Array }
  | { readonly what: 'end-result' };

export type FromSolve =
  | { readonly kind: 'progress'; readonly progress: JobProgress }
  | { readonly kind: 'wish'; readonly id: number; readonly wish: Wish }
  | { readonly kind: 'done'; readonly figures: SolveFigures }
  | { readonly kind: 'refused'; readonly error: WireError }
  /** Told to stop; what it had is saved, unless it was told not to. */
  | { readonly kind: 'stopped' };

export type ToSolve =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'broken'; readonly id: number; readonly reason: string }
  /** `save`: somebody else goes on from the state. */
  | { readonly kind: 'stop'; readonly save: boolean };
