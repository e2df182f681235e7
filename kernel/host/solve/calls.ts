// What the coordinator of a solve asks a worker, and what it gets back. Plain data, one reply to each call.

import type { Discount } from '../../src/solve/discount.ts';
import type { SolveError, SolveJob, SolveMethod, Storage } from '../../src/solve/job.ts';
import type { SolvePlan } from '../../src/solve/plan.ts';
import type { NodePlace, NodeView, SolvedDeal } from '../../src/solve/result.ts';
import type { ScheduleShape } from '../../src/solve/sampled/schedule.ts';
import type { SampledCall, SampledReply } from './sampled-calls.ts';

export type SolveCall =
  | SampledCall
  /** Checks and counts a job by one method, and tries how fast it goes. */
  | { readonly kind: 'plan'; readonly job: SolveJob; readonly method: SolveMethod }
  /** Lays the branches named, and the start where it is to be played here. */
  | {
      readonly kind: 'open';
      readonly job: SolveJob;
      readonly storage: Storage;
      readonly branches: readonly number[];
      readonly start: boolean;
    }
  /** Iterations `from` … as long as neither `to` nor `timeMs` is reached; at least one. Only where all is played here. */
  | { readonly kind: 'iterate'; readonly from: number; readonly to: number; readonly timeMs: number }
  /** Plays a player's branches from the reach at the exits (null: as `turn` left it here). */
  | {
      readonly kind: 'visit';
      readonly hero: 0 | 1;
      readonly measure: boolean;
      readonly discount: Discount;
      readonly reach: Float32Array | null;
    }
  /** Brings worths up to the start, then the next reach down from it. Others' worths are added in their order. */
  | {
      readonly kind: 'turn';
      readonly up: Pass | null;
      readonly others: readonly ExitWorths[];
      readonly down: Pass | null;
    }
  /** Measures, where all is played here. */
  | { readonly kind: 'measure' }
  /** Bytes of the module's memory. */
  | { readonly kind: 'memory' }
  | { readonly kind: 'shares'; readonly node: number }
  /** Rounds strategies to what is stored. */
  | { readonly kind: 'round-shares' }
  /** The deal number `index` of those laid here, or null behind the last. */
  | { readonly kind: 'deal'; readonly index: number; readonly firstOnly: boolean }
  /** The deals laid here whose tables are the sections of a checkpoint. */
  | { readonly kind: 'sections' }
  /** The tables of section number `index`; `tables` puts them there instead. */
  | { readonly kind: 'tables'; readonly index: number; readonly tables: Uint8Array | null }
  | { readonly kind: 'equity'; readonly job: SolveJob }
  | {
      readonly kind: 'view';
      readonly job: SolveJob;
      readonly place: NodePlace;
      /** One for each street down to the place's; null where it is to be solved again. */
      readonly deals: readonly (SolvedDeal | null)[];
    };

export interface Pass {
  readonly hero: 0 | 1;
  readonly measure: boolean;
  readonly discount: Discount;
}

export interface ExitWorths {
  readonly worth: Float64Array;
  /** Empty while training. */
  readonly best: Float64Array;
}

/** Sums over a player's hands, weighted: as both play, and under the best response. */
export interface Sums {
  readonly worth: number;
  readonly best: number;
}

export type SolveReply =
  | SampledReply
  | { readonly kind: 'plan'; readonly plan: SolvePlan; readonly iterationMs: number; readonly fingerprint: string }
  | { readonly kind: 'refused'; readonly error: SolveError }
  /** `mass`: weight of all pairs of combos that can meet. */
  | { readonly kind: 'open'; readonly mass: number; readonly schedule: ScheduleShape | null }
  /** Bytes of the module's memory. */
  | { readonly kind: 'memory'; readonly bytes: number }
  | { readonly kind: 'iterate'; readonly done: number }
  | { readonly kind: 'visit'; readonly worths: ExitWorths | null }
  | { readonly kind: 'turn'; readonly sums: Sums | null; readonly reach: Float32Array | null }
  | { readonly kind: 'measure'; readonly sums: readonly [Sums, Sums] }
  | { readonly kind: 'shares'; readonly shares: Float32Array | null }
  | { readonly kind: 'round-shares' }
  | { readonly kind: 'deal'; readonly deal: SolvedDeal | null }
  /** Number of each section's branch, −1 for the start. */
  | { readonly kind: 'sections'; readonly branches: readonly number[] }
  /** Empty where they were put there. */
  | { readonly kind: 'tables'; readonly tables: Uint8Array }
  | { readonly kind: 'equity'; readonly equity: readonly [number, number] }
  | { readonly kind: 'view'; readonly view: NodeView; readonly solvedAgain: number | null };

/** The reply to a kind of call; any call may be refused instead. */
export type ReplyTo<K extends SolveCall['kind']> = Extract<SolveReply, { kind: K extends 'open-sampled' ? 'open' : K }>;
