/** All that Study → Solve remembers. Views read it; only the controller and its computing change it. */
import type { SolveEstimate, SolveFigures, SolveProgress, SolveStop } from '@ploscope/kernel';
import type { History } from '../spot/history.ts';
import type { MemoryLimit } from './memory-limits.ts';
import type { Point, RoughPoint } from './points.ts';
import type { Settings } from './settings.ts';
import type { SolveDraft } from './spot/draft.ts';
import type { LookAsk, Place, Refusal, RemedyFound, SightSummary, SolveReport } from './work/protocol.ts';

export interface SolveReading {
  readonly draft: SolveDraft;
  readonly report: SolveReport;
}

/** What a solve of the spot would take. */
export type Estimating =
  /** The spot does not read, or a solve has the machine. */
  | { readonly kind: 'none' }
  | { readonly kind: 'working' }
  | { readonly kind: 'known'; readonly draft: SolveDraft; readonly estimate: SolveEstimate }
  | { readonly kind: 'refused'; readonly draft: SolveDraft; readonly refusal: Refusal };

export type SolveRun =
  | { readonly kind: 'idle' }
  /** Making room; nothing is iterated yet. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'running' }
  /** The iteration at hand is being finished. */
  | { readonly kind: 'pausing' }
  | { readonly kind: 'paused' }
  /** Rounding and measuring what will be shown; then, with figures, writing it down, of which `stored` (0…1) is done. */
  | { readonly kind: 'finishing'; readonly figures: SolveFigures | null; readonly stored: number }
  /** A kept solve is being read. */
  | { readonly kind: 'reading' }
  /** `resumable`: it can be solved on from here. */
  | { readonly kind: 'done'; readonly figures: SolveFigures; readonly resumable: boolean }
  /** `resumable`: what was kept lets it go on. */
  | { readonly kind: 'cancelled'; readonly resumable: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'crashed'; readonly message: string };

/** The solve that was started last, and what is known of it. */
export interface Solved {
  readonly draft: SolveDraft;
  /** Null until there is room for it. */
  readonly estimate: SolveEstimate | null;
  readonly stop: SolveStop;
  readonly points: readonly Point[];
  /** Between measurements, from some of the next cards. */
  readonly roughs: readonly RoughPoint[];
  readonly progress: SolveProgress | null;
}

/** A look that is under way. */
export interface Looking {
  readonly ask: LookAsk;
  readonly line: readonly Step[];
}

/** A step of the line that leads to the node looked at. */
export interface Step {
  /** An action, or what was dealt. */
  readonly kind: 'action' | 'card';
  readonly label: string;
  /** Cards dealt, one a board; null for an action. */
  readonly cards: readonly number[] | null;
  /** Where the step was taken. */
  readonly from: Place;
}

export interface SolveState {
  readonly history: History<SolveDraft>;
  readonly settings: Settings;
  /** What may be chosen on this machine. */
  readonly limits: readonly MemoryLimit[];
  readonly reading: SolveReading | null;
  readonly estimating: Estimating;
  /** Null while they are being looked for, or were not. */
  readonly remedies: readonly RemedyFound[] | null;
  readonly run: SolveRun;
  readonly solved: Solved | null;
  readonly sight: SightSummary | null;
  readonly line: readonly Step[];
  readonly looking: Looking | null;
  /** Why the last step could not be shown. */
  readonly lookRefused: Refusal | null;
}

export const draftOf = (state: SolveState): SolveDraft => state.history.present;

/** Is the machine taken? */
export const isBusy = ({ run }: SolveState): boolean =>
  ['opening', 'running', 'pausing', 'finishing', 'reading'].includes(run.kind);
