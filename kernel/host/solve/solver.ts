// What a host offers for solving: an estimate, a solve that can be paused, and a look at what was solved.

import type { ByteSource } from '../../src/byte-source.ts';
import type {
  SolveError,
  SolveEstimate,
  SolveFigures,
  SolveJob,
  SolveProgress,
  SolveStop,
} from '../../src/solve/job.ts';
import type { NodePlace, NodeView, SolvedDeal } from '../../src/solve/result.ts';

export type SolveAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: SolveError };

export interface Solver {
  /** What a job will take; a short trial of some 50 ms, no memory of the job's size. */
  estimate(job: SolveJob): Promise<SolveAnswer<SolveEstimate>>;
  /**
   * Makes room for a job; from a checkpoint, which is read until the first run or saving, it goes on where that was taken.
   * Refused with `memory` when it does not fit.
   */
  open(job: SolveJob, checkpoint?: ByteSource): Promise<SolveAnswer<Solve>>;
  /**
   * What a player sees at a place. `dealOf` gives the stored strategies after the cards named (which it is asked for
   * from the first street down); where it has none, null, the street is solved again from the reaches that lead there.
   */
  view(
    job: SolveJob,
    place: NodePlace,
    dealOf: (dealt: readonly number[]) => Promise<SolvedDeal | null>,
  ): Promise<SolveAnswer<SolvedView>>;
  close(): Promise<void>;
}

export interface SolvedView extends NodeView {
  /** Exploitability as a share of the pot where the street was solved again for the view; null where it was stored. */
  readonly solvedAgain: number | null;
  /** Whether the strategies shown are those of buckets. */
  readonly bucketed: boolean;
}

export interface RunOptions {
  /** Called after each measurement and about ten times a second. */
  readonly onProgress?: (progress: SolveProgress) => void;
  /** Ends the run after the iteration at hand; the solve stays as it is and can be run on, saved or finished. */
  readonly signal?: AbortSignal;
  /** Whether a run that ends by its iterations or its time is measured then; true unless said: `finish` measures anyway. */
  readonly measureAtEnd?: boolean;
  /** As `signal`, but a full best response that is under way is not given up. */
  readonly pause?: AbortSignal;
}

export interface Solve {
  readonly estimate: SolveEstimate;
  /** Iterates until a stop rule holds (`reached`) or the signal ends it (`stopped`). May be called again. */
  run(stop: SolveStop, options?: RunOptions): Promise<'reached' | 'stopped'>;
  /** Average strategy so far of an ACT node of the first street: f32[actions][combos]. Between or during runs. */
  shares(node: number): Promise<Float32Array>;
  /** The state between two iterations, front to back; not while running, and nothing runs until it is read or left. */
  checkpoint(): AsyncIterable<Uint8Array>;
  /** Rounds strategies to what is stored and measures those. The solve cannot be run on afterwards. */
  finish(): Promise<SolveFigures>;
  /** After `finish`: everything that is to be stored, the first street first. `firstOnly`: no later street. */
  deals(firstOnly: boolean): AsyncIterable<SolvedDeal>;
  /** Frees everything; a run in progress ends. */
  close(): Promise<void>;
}
