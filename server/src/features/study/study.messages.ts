/** What passes between the server's thread and a calculator's thread. Plain data, and answers already as JSON text. */
import type { EquityRequest, SolveRequest, WireError } from '@ploscope/contracts';

/** How much one request may use. */
export interface Limits {
  /** Milliseconds from the moment the calculator takes the request to its answer. */
  readonly timeMs: number;
  /** Combos of all ranges together. */
  readonly combos: number;
}

/** The memory a solve may take where it will be computed. */
export interface SolveMemory {
  /** Of all its shards together. */
  readonly maxBytes: number;
  /** Threads that share it. */
  readonly workers: number;
}

/** What a thread can be asked. */
export type Task =
  | { readonly kind: 'compute'; readonly request: EquityRequest; readonly limits: Limits }
  | { readonly kind: 'judge'; readonly request: SolveRequest; readonly memory: SolveMemory };

export type ToCalculator = (Task & { readonly id: number }) | { readonly kind: 'cancel'; readonly id: number };

/** What a calculation was, for the metrics. */
export interface Figures {
  readonly method: string;
  readonly exact: boolean;
  readonly trials: number;
}

/** An equity. */
export interface Answered {
  readonly kind: 'answer';
  readonly json: string;
  readonly figures: Figures;
}

/** A solve that can be computed: its spot's document as JSON, and the spot's id. */
export interface Judged {
  readonly kind: 'judged';
  readonly document: string;
  readonly spotId: string;
}

export interface Refused {
  readonly kind: 'refusal';
  readonly error: WireError;
}

export type FromCalculator =
  | { readonly kind: 'progress'; readonly id: number; readonly fraction: number }
  | ((Answered | Judged | Refused) & { readonly id: number });

/** What a calculator's thread is started with. */
export interface CalculatorSettings {
  /** Threads of its kernel pool; 0 for one each core. */
  readonly threads: number;
}
