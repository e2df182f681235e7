// What the coordinator of a sampled solve asks a worker besides what it asks in any solve.

import type { SolveJob, Storage } from '../../src/solve/job.ts';
import type { ExitReaches, ExitWorths } from '../../src/solve/sampled/judge.ts';
import type { SideWorth } from '../../src/solve/sampled/sampled-instance.ts';

export type SampledCall =
  /** Makes room for the branches named, and lays the start where it is to be played here. Answered like `open`. */
  | {
      readonly kind: 'open-sampled';
      readonly job: SolveJob;
      readonly storage: Storage;
      readonly branches: readonly number[];
      readonly start: boolean;
    }
  /** Lays the next branch. */
  | { readonly kind: 'prepare' }
  /** Learns at the start from visits, then gives the reach for the next ones. */
  | {
      readonly kind: 'round';
      readonly learn: { readonly first: number; readonly worths: readonly Float32Array[] } | null;
      readonly first: number;
      readonly count: number;
    }
  /** Plays visits, in their order. */
  | { readonly kind: 'play'; readonly visits: readonly number[]; readonly reaches: readonly Float32Array[] }
  | { readonly kind: 'judge-reaches' }
  | { readonly kind: 'judge-begin'; readonly reaches: ExitReaches }
  /** `keep`: what is to be stored is kept on the way. */
  | { readonly kind: 'judge-branch'; readonly branch: number; readonly keep: boolean }
  | { readonly kind: 'judge-worths' }
  | { readonly kind: 'judge-gain'; readonly branch: number; readonly reaches: ExitReaches }
  | { readonly kind: 'judge-start'; readonly below: readonly ExitWorths[] };

export type SampledReply =
  | { readonly kind: 'prepare'; readonly left: number }
  | { readonly kind: 'round'; readonly reaches: readonly Float32Array[] }
  | { readonly kind: 'play'; readonly worths: readonly Float32Array[] }
  | { readonly kind: 'judge-reaches'; readonly reaches: ExitReaches }
  | { readonly kind: 'judge-begin' }
  | { readonly kind: 'judge-branch' }
  | { readonly kind: 'judge-worths'; readonly worths: ExitWorths }
  | { readonly kind: 'judge-gain'; readonly gain: number }
  | { readonly kind: 'judge-start'; readonly sums: readonly [SideWorth, SideWorth] };
