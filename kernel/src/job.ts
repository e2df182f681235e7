/**
 * The equity job: one typed document in, one result document out.
 *
 * Numbers only. A card is `rank * 4 + suit`, 0…51; rank 0 is the deuce, suits are c d h s = 0 1 2 3.
 * The same job runs in a Node worker thread and in a browser Worker; nothing here knows where.
 */

/** Omaha hands play exactly two of their cards; Hold'em plays the best five of seven. */
export type Game = 'plo4' | 'plo5' | 'plo6' | 'holdem';

/** Cards a player holds, by game. */
export const HOLE_CARDS: Readonly<Record<Game, number>> = { plo4: 4, plo5: 5, plo6: 6, holdem: 2 };

/** What one player may hold. */
export type PlayerRange =
  /** One hand: `HOLE_CARDS[game]` distinct cards, in any order. */
  | { readonly kind: 'hand'; readonly cards: Uint8Array }
  /** Any live cards, all equally likely. Never materialised when sampled. */
  | { readonly kind: 'random' }
  /**
   * A list of combos. `cards` holds `combos × HOLE_CARDS[game]` cards, ascending within each combo;
   * `weights` holds one integer 1…100 per combo, or is null when all weigh the same.
   */
  | { readonly kind: 'range'; readonly cards: Uint8Array; readonly weights: Uint8Array | null };

export interface EquityJob {
  readonly game: Game;
  /** 2…8 players (PLO6: up to 7). */
  readonly players: readonly PlayerRange[];
  /** One board or two, each with 0, 3, 4 or 5 known cards. */
  readonly boards: readonly Uint8Array[];
  /** Cards known to be out of the deck. */
  readonly dead: Uint8Array;
  /**
   * `auto` is exact where the estimate fits `budgetMs`, sampled otherwise; `exact` insists; `sampled` never
   * enumerates.
   */
  readonly method: 'auto' | 'exact' | 'sampled';
  /** Sampling stops at the first of these that is reached. */
  readonly stop: {
    /** Standard error of the least certain player's equity, as a share (0.0005 is 0.05 %). */
    readonly standardError: number;
    /** Deals. */
    readonly trials: number;
    /** Milliseconds of wall time; Infinity for none. */
    readonly timeMs: number;
  };
  /** Estimated milliseconds of one thread up to which `auto` stays exact. */
  readonly budgetMs: number;
  /** 32-bit seed. The same seed and stop rule give the same answer on any number of threads, a time limit apart. */
  readonly seed: number;
  /** What else to work out; each costs time and is off by default. */
  readonly detail: {
    /** Share of each player's deals by made hand. */
    readonly madeHands: boolean;
    /** Equity by the next card dealt (flop and turn, per board). */
    readonly nextCards: boolean;
    /** Equity of every combo of two ranges. */
    readonly combos: boolean;
  };
}

/** Shares of deals (or run-outs); each 0…1. */
export interface BoardShare {
  /** Pot share won, ties divided among the tied only. */
  readonly equity: number;
  /** Share of deals won alone. */
  readonly win: number;
  /** Share of deals tied. */
  readonly tie: number;
}

/** How much of a two-board pot a player takes; shares of deals, together 1. */
export interface JointShare {
  readonly all: number;
  readonly threeQuarters: number;
  readonly half: number;
  readonly quarter: number;
  readonly none: number;
  /** Shares that three or more tied players leave, such as a sixth. Always 0 heads-up. */
  readonly other: number;
}

/** Made hands from high card to straight flush, as indices of `madeHands`. */
export const MADE_HANDS = [
  'highCard',
  'pair',
  'twoPair',
  'trips',
  'straight',
  'flush',
  'fullHouse',
  'quads',
  'straightFlush',
] as const;
export type MadeHand = (typeof MADE_HANDS)[number];

export interface PlayerResult extends BoardShare {
  /** Standard error of `equity`; null when exact. */
  readonly standardError: number | null;
  /**
   * Run-outs won alone and tied, when every player is a single hand and all was enumerated; with two boards, pairs of
   * run-outs that bring the whole pot or a part of it.
   */
  readonly wins: number | null;
  readonly ties: number | null;
  /** One entry per board. With one board it repeats the totals. */
  readonly boards: readonly BoardShare[];
  /** Two boards only. */
  readonly joint: JointShare | null;
  /** `madeHands[board][i]` is the share of deals in which the player shows `MADE_HANDS[i]`; null unless asked. */
  readonly madeHands: readonly Float64Array[] | null;
  /** `nextCards[board][card]` is the equity on that board when `card` comes next; NaN if it cannot; null unless asked. */
  readonly nextCards: readonly Float64Array[] | null;
  /**
   * Equity of each combo in the order of the job's range (a single hand counts as one combo; `random` is every combo
   * of the cards that are on no board and not dead, ascending), NaN where the combo meets nobody. Null unless asked;
   * only for two players who are not both single hands, on boards that are known alike, and for up to four million
   * combos.
   */
  readonly comboEquities: Float32Array | null;
  /** What each combo counts for: its own weight times the reach it meets. Same order; null with `comboEquities`. */
  readonly comboWeights: Float32Array | null;
}

export interface EquityResult {
  /** Everything below was enumerated. */
  readonly exact: boolean;
  /** The joint shares of two boards may be sampled while the equities are exact. Null for one board. */
  readonly jointExact: boolean | null;
  /** The largest standard error among the joint shares; null for one board and when they were enumerated. */
  readonly jointStandardError: number | null;
  /** Run-outs enumerated, or deals (`sweep-sampled`: run-outs) sampled. */
  readonly trials: number;
  /** The largest of the players' standard errors; null when exact. */
  readonly standardError: number | null;
  readonly elapsedMs: number;
  readonly method: Method;
  readonly players: readonly PlayerResult[];
}

/** How the answer was found. */
export type Method =
  | 'hands' // single hands, every run-out, one board
  | 'hands-two-boards' // single hands, every pair of run-outs
  | 'tuples' // narrow ranges, every combo of each against every combo of the others
  | 'sweep' // two ranges, every run-out, exact
  | 'sweep-two-boards' // two ranges, marginals exact, joint sampled
  | 'sweep-sampled' // two ranges, sampled run-outs, exact on each
  | 'deals'; // sampled deals

/** Why a job cannot run. The job is checked whole before any work starts. */
export interface JobError {
  readonly code:
    | 'players' // fewer than 2, more than 8, or more cards than the deck has
    | 'cards' // a wrong number of cards, a card out of 0…51, or one card twice
    | 'board' // a board must have 0, 3, 4 or 5 cards; one or two boards
    | 'weights'
    | 'stop'
    | 'empty' // a range has no combo left once known cards are removed
    | 'impossible' // no deal satisfies all ranges together
    | 'too-large' // exact was insisted on where it does not fit
    | 'cancelled';
  /** Index of the player it is about, or null. */
  readonly player: number | null;
  readonly message: string;
}

export interface Progress {
  /** 0…1, of the enumeration or of the nearest stop rule. */
  readonly done: number;
  readonly trials: number;
  /** Largest standard error so far; null while enumerating. */
  readonly standardError: number | null;
  /** Equities so far, one per player. */
  readonly equities: readonly number[];
  readonly elapsedMs: number;
}
