/** What passes between the server's thread and a calculator's thread. Plain data, and answers already as JSON text. */
import type { EquityRequest, WireError } from '@ploscope/contracts';

/** How much one request may use. */
export interface Limits {
  /** Milliseconds from the moment the calculator takes the request to its answer. */
  readonly timeMs: number;
  /** Combos of all ranges together. */
  readonly combos: number;
}

export type ToCalculator =
  | { readonly kind: 'compute'; readonly id: number; readonly request: EquityRequest; readonly limits: Limits }
  | { readonly kind: 'cancel'; readonly id: number };

/** What a calculation was, for the metrics. */
export interface Figures {
  readonly method: string;
  readonly exact: boolean;
  readonly trials: number;
}

export type FromCalculator =
  | { readonly kind: 'progress'; readonly id: number; readonly fraction: number }
  | { readonly kind: 'answer'; readonly id: number; readonly json: string; readonly figures: Figures }
  | { readonly kind: 'refusal'; readonly id: number; readonly error: WireError };

/** What a calculator's thread is started with. */
export interface CalculatorSettings {
  /** Threads of its kernel pool; 0 for one each core. */
  readonly threads: number;
}
