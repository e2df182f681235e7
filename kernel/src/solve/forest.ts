// What is played between two deals: a forest of public trees, one tree for every line that leads into it.
//
// Flat arrays, so that it crosses a worker's border and lands in the module's memory as it is. Children of a node
// follow one another and come after it, which makes every walk a loop.

/** What happens at a node. */
export const ACT = 0;
/** Hands are compared: the stronger wins, equal ones tie. Only after the last deal. */
export const SHOWDOWN = 1;
/** A player has given up. */
export const FOLD = 2;
/** The next card is dealt; play goes on at an entry of the next forest. */
export const DEAL = 3;

export interface Forest {
  /** i32[entries]: the node at which each entry begins. The first forest has one entry. */
  readonly entries: Int32Array;
  /** u8[nodes]: ACT, SHOWDOWN, FOLD or DEAL. */
  readonly kinds: Uint8Array;
  /** u8[nodes]: who acts (ACT) or who folded (FOLD), 0 or 1; 0 elsewhere. Player 0 acts first on every street. */
  readonly players: Uint8Array;
  /** i32[nodes]: the first child of an ACT node; the entry of the next forest for a DEAL node. */
  readonly first: Int32Array;
  /** u8[nodes]: children of an ACT node, one an action; 0 elsewhere. */
  readonly counts: Uint8Array;
  /**
   * f64[nodes][3]: what the end of play brings, counted from half the starting pot, so that without rake what one wins
   * the other loses. SHOWDOWN: to the winner, to each of two who tie, to the loser. FOLD: to the one who stayed, 0, to
   * the one who folded.
   */
  readonly payoffs: Float64Array;
}

export function nodeCount(forest: Forest): number {
  return forest.kinds.length;
}
