/** All that Study → Solve remembers. Views read it; only the controller and its computing change it. */
import type { SolveEstimate, SolveFigures, SolveProgress } from '@ploscope/kernel';
import type { History } from '../spot/history.ts';
import type { Settings } from './settings.ts';
import type { SolveDraft } from './spot/draft.ts';
import type { Place, Refusal, RemedyFound, SightSummary, SolveReport } from './work/protocol.ts';

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
  /** Rounding and measuring what will be shown. */
  | { readonly kind: 'finishing' }
  /** `resumable`: it can be solved on from here. */
  | { readonly kind: 'done'; readonly figures: SolveFigures; readonly resumable: boolean }
  /** `resumable`: what was kept lets it go on. */
  | { readonly kind: 'cancelled'; readonly resumable: boolean }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'crashed'; readonly message: string };

/** One measurement of the way down. */
export interface Point {
  readonly iterations: number;
  readonly elapsedMs: number;
  /** Share of the pot. */
  readonly exploitability: number;
}

/** The solve that was started last, and what is known of it. */
export interface Solved {
  readonly draft: SolveDraft;
  /** Where it is to stop, share of the pot. */
  readonly target: number;
  readonly points: readonly Point[];
  readonly progress: SolveProgress | null;
}

/** A step of the line that leads to the node looked at. */
export interface Step {
  /** An action's label, or a card. */
  readonly kind: 'action' | 'card';
  readonly label: string;
  readonly card: number | null;
  /** Where the step was taken. */
  readonly from: Place;
}

export interface SolveState {
  readonly history: History<SolveDraft>;
  readonly settings: Settings;
  readonly reading: SolveReading | null;
  readonly estimating: Estimating;
  /** Null while they are being looked for, or were not. */
  readonly remedies: readonly RemedyFound[] | null;
  readonly run: SolveRun;
  readonly solved: Solved | null;
  readonly sight: SightSummary | null;
  readonly line: readonly Step[];
  /** Why the last step could not be shown. */
  readonly lookRefused: Refusal | null;
}

export const draftOf = (state: SolveState): SolveDraft => state.history.present;

/** Is the machine taken? */
export const isBusy = ({ run }: SolveState): boolean =>
  run.kind === 'opening' || run.kind === 'running' || run.kind === 'pausing' || run.kind === 'finishing';

/** A point is added once for each measurement. */
export function withPoint(points: readonly Point[], progress: SolveProgress): readonly Point[] {
  const { exploitability, measuredAt, elapsedMs } = progress;
  const last = points.at(-1);
  if (exploitability === null || exploitability <= 0 || last?.iterations === measuredAt) return points;
  if (last !== undefined && measuredAt < last.iterations) return points;
  return [...points, { iterations: measuredAt, elapsedMs, exploitability }];
}
