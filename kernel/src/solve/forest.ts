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

/** The most that any end of the forests pays or costs; at least 1. */
export function largestPayoff(forests: readonly Forest[]): number {
  let most = 1;
  for (const { payoffs } of forests) for (const payoff of payoffs) most = Math.max(most, Math.abs(payoff));
  return most;
}

/** A part of a forest, and which node of the whole each of its nodes is. */
export interface ForestPart {
  readonly forest: Forest;
  readonly names: Int32Array;
}

/** The trees below `roots`, as entries in that order; exits keep their numbers. */
export function partOf(forest: Forest, roots: readonly number[]): ForestPart {
  const names = [...roots];
  const first: number[] = [];
  // The list grows as it is read: children follow those of earlier nodes.
  for (let i = 0; i < names.length; i++) {
    const node = names[i]!;
    if (forest.kinds[node] !== ACT) {
      first.push(forest.first[node]!);
      continue;
    }
    first.push(names.length);
    for (let a = 0; a < forest.counts[node]!; a++) names.push(forest.first[node]! + a);
  }
  return {
    forest: {
      entries: Int32Array.from(roots, (_, entry) => entry),
      kinds: Uint8Array.from(names, (node) => forest.kinds[node]!),
      players: Uint8Array.from(names, (node) => forest.players[node]!),
      first: Int32Array.from(first),
      counts: Uint8Array.from(names, (node) => forest.counts[node]!),
      payoffs: Float64Array.from(names.flatMap((node) => [...forest.payoffs.subarray(node * 3, node * 3 + 3)])),
    },
    names: Int32Array.from(names),
  };
}

/** A forest of one node. */
export function singleNode(kind: number, payoffs: readonly [number, number, number]): Forest {
  return {
    entries: Int32Array.of(0),
    kinds: Uint8Array.of(kind),
    players: Uint8Array.of(0),
    first: Int32Array.of(0),
    counts: Uint8Array.of(0),
    payoffs: Float64Array.from(payoffs),
  };
}
