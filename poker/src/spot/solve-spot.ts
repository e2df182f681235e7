/**
 * The spot document `spot/1`, solve form: two ranges, the chips, and which bets each player may choose from.
 *
 * Texts stay as the player wrote them; `canonical-solve.ts` has the one spelling that ids are made of. Chips are
 * integers. Sizes are texts (`solve/parse-size.ts`), so that the document says what was meant and the tree what it
 * comes to. A document that says nothing of its tree is given one when it is read (`given-tree.ts`).
 */
import type { Game } from '../games.ts';
import type { Street } from '../solve/streets.ts';
import type { SPOT_VERSION } from './spot.ts';

/** Sizes to choose from, street by street. A street that is absent has none. */
export type StreetSizes = Readonly<Partial<Record<Street, readonly string[]>>>;

/** What one player holds and may bet. */
export interface SolveSide {
  /** A range, a hand, or `*`. */
  readonly range: string;
  /** Sizes of the first bet of a street. */
  readonly bets: StreetSizes;
  /** Sizes of raises. */
  readonly raises: StreetSizes;
}

/** Out of position: acts first on every street. */
export interface OopSide extends SolveSide {
  /**
   * Sizes of bets into a player who bet or raised last on the street before. Absent for a street: `bets` apply; an
   * empty list: no donk.
   */
  readonly donks: StreetSizes;
}

/** Taken from the matched pot: `min(rate · pot, cap)`, folded pots included. */
export interface Rake {
  /** A share: 0.05 is 5 %. */
  readonly rate: number;
  /** Chips; null for none. */
  readonly cap: number | null;
}

/**
 * Shares of a node's actions by their labels, as shares that sum to 1 or percentages that sum to 100; an action that is
 * not named has none.
 */
export type LockShares = Readonly<Record<string, number>>;

/** What is fixed at one node. Where both speak, `hands` do; of two that hold a combo, the later. */
export interface SpotLock {
  /** The way to the node, as `x-b60-c-[7s]-x`; `[*]` is every card, '' the first node. */
  readonly line: string;
  /** Every combo that acts there; null when only `hands` are fixed. */
  readonly actions: LockShares | null;
  /** Combos by a range or a hand; what they do not hold stays free. */
  readonly hands: readonly HandsLock[];
}

export interface HandsLock {
  readonly range: string;
  readonly actions: LockShares;
}

export interface SolveSpot {
  readonly ploscope: typeof SPOT_VERSION;
  readonly game: Game;
  /** Cards of the board, as written: three, four or five. */
  readonly board: string;
  /** The second board, as many cards; null when there is one board. */
  readonly board2: string | null;
  /** Cards nobody can hold, as written. Only on the river. */
  readonly dead: string;
  /** Chips in the middle. */
  readonly pot: number;
  /** Chips each player has left. */
  readonly stack: number;
  readonly rake: Rake;
  readonly oop: OopSide;
  readonly ip: SolveSide;
  /** Add the all-in where it is at most this many times the pot; 0 for never. */
  readonly addAllIn: number;
  /** Bet all-in instead where at most this many pots would be left after a call; 0 for never. */
  readonly forceAllIn: number;
  /** Drop a size where the next larger one makes the pot less than this share larger; 0 for never. */
  readonly merge: number;
  /** Raises after the bet of a street; null for no limit. */
  readonly maxRaises: number | null;
  /** The smallest bet, in chips. */
  readonly minBet: number;
  readonly locks: readonly SpotLock[];
}
