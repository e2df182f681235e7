/**
 * What the page asks its two Workers. The reader answers while one types (reading, counting, listing ranges); the
 * dealer computes equities. They are apart so that a long computation never holds up a keystroke.
 */
import type { CategoryNode, EquityAnswer, Spot, SpotError, TextError } from '@ploscope/poker';

/** One player's text, read: its size once every other known card is out of the deck, or what is wrong. */
export interface HandReport {
  readonly error: TextError | null;
  readonly hints: readonly TextError[];
  /** Null while it does not read. */
  readonly combos: number | null;
  /** Share of all hands the player could still hold, 0…1. */
  readonly share: number | null;
}

export interface SpotReport {
  /** One per player of the spot. */
  readonly hands: readonly HandReport[];
  readonly board: TextError | null;
  readonly board2: TextError | null;
  readonly dead: TextError | null;
  /** What is wrong with the spot as a whole, such as one card in two places. Null when it can be computed. */
  readonly problem: SpotError | null;
}

/** A node of one player's category tree, named by the keys that lead to it from the root. */
export interface BranchAsk {
  readonly spot: Spot;
  readonly player: number;
  readonly path: readonly string[];
}

/** A category without its children, which are asked for when it is opened. */
export interface Category {
  readonly key: string;
  readonly label: string;
  readonly level: CategoryNode['level'];
  readonly combos: number;
  /** Share of the range, 0…1. */
  readonly share: number;
}

export interface ReaderMethods {
  report: { input: Spot; value: SpotReport; news: never };
  /** Empty where the player's text does not read. */
  branch: { input: BranchAsk; value: readonly Category[]; news: never };
}

export type Precision = 'standard' | 'fine' | 'exact';

/** The parts of an answer that cost time of their own. */
export type DetailName = 'madeHands' | 'nextCards' | 'graph';

export interface EquityAsk {
  readonly spot: Spot;
  readonly precision: Precision;
  readonly detail: DetailName | null;
}

export interface EquityNews {
  /** 0…1. */
  readonly done: number;
  readonly equities: readonly number[];
  readonly standardError: number | null;
  readonly trials: number;
  readonly elapsedMs: number;
}

export type EquityOutcome =
  | { readonly kind: 'found'; readonly answer: EquityAnswer }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly error: SpotError; readonly tooLarge: boolean };

export interface DealerMethods {
  equity: { input: EquityAsk; value: EquityOutcome; news: EquityNews };
}
