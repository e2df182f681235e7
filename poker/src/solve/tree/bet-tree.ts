/**
 * The bet tree of a spot: who may do what, street by street, for any cards.
 *
 * Nodes of a street stand in one list, the children of a node next to each other and after it. A street holds one tree
 * for every line that leads into it; `entries` are their first nodes, in the order of the deal nodes of the street
 * before. These are the places of the kernel's forests too: `flatten` keeps every index.
 */
import type { Card } from '../../cards.ts';
import type { Game } from '../../games.ts';
import type { Street } from '../streets.ts';

/** 0 is OOP, who acts first on every street; 1 is IP. */
export type Seat = 0 | 1;

/** Two entries are one a player, first OOP. */
export type BySeat = readonly [number, number];

export interface TreeAction {
  readonly kind: 'check' | 'fold' | 'call' | 'bet' | 'raise';
  /** `x`, `f`, `c`, `b60` (bets 60), `r240` (raises to 240 in all on this street). */
  readonly label: string;
  /** Chips the player has put in on this street once it is done. */
  readonly to: number;
  /** The player's last chip is in. */
  readonly allIn: boolean;
}

export interface TreeNode {
  /** `deal`: the street is over and the next card comes. */
  readonly kind: 'act' | 'showdown' | 'fold' | 'deal';
  /** The way here, as `x-b60-c-[*]-x`; '' for the first node. */
  readonly line: string;
  /** Who acts, or who folded; 0 elsewhere. */
  readonly player: Seat;
  /** Chips in the middle, all bets included. */
  readonly pot: number;
  /** Chips each put in since the start. */
  readonly committed: BySeat;
  /** Chips each put in on this street. */
  readonly onStreet: BySeat;
  /** Of an `act` node: checks and folds first, then calls, then bets or raises from the smallest. Empty elsewhere. */
  readonly actions: readonly TreeAction[];
  /** The child behind the first action; behind a deal, the entry of the next street. 0 elsewhere. */
  readonly first: number;
}

export interface TreeStreet {
  readonly street: Street;
  readonly entries: readonly number[];
  readonly nodes: readonly TreeNode[];
}

export interface BetTree {
  readonly game: Game;
  /** Each gets a card of its own on a street that is dealt. */
  readonly boards: 1 | 2;
  /** Chips in the middle at the start. */
  readonly pot: number;
  readonly stack: number;
  /** Cards on the boards and dead: none of them can be dealt. */
  readonly known: readonly Card[];
  /** From the street of the board to the river. */
  readonly streets: readonly TreeStreet[];
}
