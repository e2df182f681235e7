/**
 * A percentage ordering: every hand class of a game from the strongest to the weakest, so that `15%` means something.
 *
 * The file is a magic word, a header as JSON, and one 16-bit key per class in class order (`space/classes.ts`); a
 * smaller key is a stronger class and equal keys are allowed. The figures are ours, made by the generator.
 */
import type { Game } from '../games.ts';

/** `plo4-1`: PLO4 against one opponent; `plo4-5`: against five. */
export type OrderingName = `${Game}-${'1' | '5'}`;

export interface OrderingHeader {
  readonly game: Game;
  readonly opponents: 1 | 5;
  /** True where every run-out was enumerated. */
  readonly exact: boolean;
  /** Deals sampled per class; null when exact. */
  readonly trials: number | null;
  /** Typical standard error of a class's equity, as a share; null when exact. */
  readonly standardError: number | null;
  /** How it was made, for people. */
  readonly note: string;
}

export interface Ordering {
  readonly name: OrderingName;
  readonly header: OrderingHeader;
  /** One key per hand class; smaller is stronger. */
  readonly keys: Uint16Array;
}

export type Orderings = ReadonlyMap<OrderingName, Ordering>;
