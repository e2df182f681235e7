/**
 * What the page asks the two Workers of Study → Solve. The reader judges the spot while one types. The solver expands
 * ranges, holds the solve and everything found, and sorts and sums hands: the page itself gets small answers only.
 */
import type { SolveEstimate, SolveFigures, SolveJob, SolveProgress, SolveStop } from '@ploscope/kernel';
import type { BySeat, Seat, SolveSpot, TextError, TreeAction, TreeNode } from '@ploscope/poker';
import type { HandReport } from '../../work/protocol.ts';
import type { SolveDraft } from '../spot/draft.ts';
import type { Judged } from '../spot/problems.ts';

export interface SolveReport extends Judged {
  readonly ranges: readonly [HandReport, HandReport];
}

export interface SolveReaderMethods {
  report: { input: SolveDraft; value: SolveReport; news: never };
}

/** Why nothing was computed, in the player's words; with a field where the spot's text is to blame. */
export interface Refusal {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
  readonly hint: string | null;
  /** Of a spot that is too large. */
  readonly estimate: SolveEstimate | null;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export interface SolveAsk extends Pick<SolveJob, 'maxBytes' | 'method' | 'buckets'> {
  readonly spot: SolveSpot;
}

/** A way to make a spot that is too large fit. */
export type Remedy = 'byBucket' | 'tenMinutes' | 'oneSize' | 'oneRaise' | 'both';

export interface RemedyFound {
  readonly remedy: Remedy;
  readonly ask: SolveAsk;
  readonly bytes: number;
}

export interface RunAsk {
  /** Null goes on with the solve that is open, or from what was kept of it. */
  readonly ask: SolveAsk | null;
  readonly stop: SolveStop;
}

export interface Finished {
  readonly figures: SolveFigures;
  /** Enough was kept to solve on from here. */
  readonly resumable: boolean;
}

export interface OpenFileAsk {
  readonly file: Blob;
  readonly maxBytes: number;
}

/** What a `.plos` holds. */
export interface Opened {
  readonly spot: SolveSpot;
  readonly figures: SolveFigures;
}

export type SolveNews =
  /** There is room, and it begins. */
  | { readonly kind: 'opened'; readonly estimate: SolveEstimate }
  | { readonly kind: 'progress'; readonly progress: SolveProgress }
  /** What the solve came to; it is still to be written down. */
  | { readonly kind: 'measured'; readonly figures: SolveFigures }
  /** What was found is being written down: the part that is done, 0…1. */
  | { readonly kind: 'storing'; readonly done: number }
  /** There is another strategy to look at. */
  | { readonly kind: 'sight'; readonly sight: SightSummary };

export type RunEnd = { readonly kind: 'reached' | 'stopped' };

/** A place in the tree, as the kernel names it. */
export interface Place {
  readonly dealt: readonly number[];
  readonly node: number;
}

export interface LookAsk {
  readonly place: Place;
  /** Solve the street of the place again, every combo by itself, from the play above it. */
  readonly again: boolean;
}

/** What solving a street again would take, about. */
export interface AgainEstimate {
  readonly ms: number;
  readonly bytes: number;
  readonly fits: boolean;
}

/** A node as the page shows it. */
export interface SightSummary {
  /** Changes with everything that is to be asked again: another node, another strategy. */
  readonly version: number;
  readonly place: Place;
  readonly kind: TreeNode['kind'];
  readonly player: Seat;
  readonly pot: number;
  readonly committed: BySeat;
  /** With the share of the range that takes each, and its EV; null while solving. */
  readonly actions: readonly ActionSummary[];
  /** By player, of the whole range here, in chips won from the pot; null while solving or where play is over. */
  readonly ev: BySeat | null;
  readonly equity: BySeat | null;
  /** Combos of the player who acts that come here. */
  readonly combos: number;
  /** While solving: shares so far, without EV. */
  readonly live: boolean;
  /** The street was to be solved again, though it is stored. */
  readonly again: boolean;
  /** Exploitability as a share of the pot where this street was solved again for the view. */
  readonly solvedAgain: number | null;
  /** Buckets a player and run-out by which this street is played; null where every combo plays by itself. */
  readonly buckets: number | null;
  /** The solve plays its last street by bucket, and this street is one that can be solved again exactly. */
  readonly canSolveAgain: boolean;
  /** Cards that lie on a board or are dead: they cannot come. */
  readonly known: readonly number[];
  /** With what was dealt: one, or two of which each gets a card of its own. */
  readonly boards: readonly (readonly number[])[];
  /** Of a deal: the node of the next street that follows whatever card comes. */
  readonly next: number | null;
}

export interface ActionSummary extends Pick<TreeAction, 'kind' | 'label' | 'to' | 'allIn'> {
  readonly share: number;
  readonly ev: number | null;
  /** Where it leads. */
  readonly place: Place;
}

export const LEVELS = ['pairs', 'suits', 'connection', 'ranks', 'class'] as const;

/** Kinds from the coarsest level down, by their numbers. */
export type CategoryPath = readonly number[];

export interface CategoryRow {
  readonly kind: number;
  readonly key: string;
  readonly label: string;
  readonly combos: number;
  /** Of the range that comes here, 0…1. */
  readonly share: number;
  /** Share of each action, in the node's order. */
  readonly actions: readonly number[];
  readonly ev: number | null;
}

export type HandOrder =
  | { readonly by: 'hand' | 'weight' | 'ev' | 'equity'; readonly down: boolean }
  | { readonly by: 'action'; readonly action: number; readonly down: boolean };

export interface HandsAsk {
  readonly version: number;
  /** A range expression; '' for all. */
  readonly filter: string;
  readonly path: CategoryPath;
  readonly order: HandOrder;
  readonly offset: number;
  readonly count: number;
}

export interface HandRow {
  readonly cards: readonly number[];
  /** 0…1. */
  readonly reach: number;
  readonly shares: readonly number[];
  readonly actionEv: readonly number[] | null;
  readonly ev: number | null;
  readonly equity: number | null;
}

export interface HandsPage {
  readonly rows: readonly HandRow[];
  /** Hands that the question holds in all. */
  readonly total: number;
  /** What is wrong with the filter; then there are no rows. */
  readonly error: TextError | null;
}

export interface SolverMethods {
  estimate: { input: SolveAsk; value: Outcome<SolveEstimate>; news: never };
  /** Ways to make a spot fit, the mildest first; only those that do. */
  remedies: { input: SolveAsk; value: readonly RemedyFound[]; news: never };
  run: { input: RunAsk; value: Outcome<RunEnd>; news: SolveNews };
  /** Ends the solve where it is and measures what is stored. Its signal frees the solve; then it is refused with `cancelled`. */
  finish: { input: null; value: Outcome<Finished>; news: SolveNews };
  /** Frees the solve; true when it can go on all the same, from what was kept. */
  cancel: { input: null; value: boolean; news: never };
  openFile: { input: OpenFileAsk; value: Outcome<Opened>; news: SolveNews };
  /** The solve as a file; null when there is none. */
  save: { input: null; value: Blob | null; news: never };
  /** Its signal ends it; then it is refused with `cancelled`. */
  look: { input: LookAsk; value: Outcome<SightSummary>; news: never };
  /** Null where the street of a place cannot be solved again. */
  estimateAgain: { input: Place; value: AgainEstimate | null; news: never };
  /** Null when the sight has changed meanwhile. */
  branch: {
    input: { readonly version: number; readonly path: CategoryPath };
    value: readonly CategoryRow[] | null;
    news: never;
  };
  hands: { input: HandsAsk; value: HandsPage | null; news: never };
}
