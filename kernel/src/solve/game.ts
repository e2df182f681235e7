// What the solver knows of a game, and all it knows.
//
// Two players hold hidden hands: sets of cards, and two hands that share a card cannot be held together. They play a
// public tree; between its forests chance deals cards that nobody holds. At the end hands are compared by strength.
// Whether that is Kuhn's three cards or a river of pot-limit Omaha makes no difference.

import type { KernelExports } from '../wasm.ts';
import type { Forest } from './forest.ts';

/** What one player may hold: `cards × handSize`, ascending within a hand, and how often. */
export interface Hands {
  readonly cards: Uint8Array;
  readonly weights: Float32Array;
}

export interface Game {
  /** Cards of a hand: 1, 2, 4, 5 or 6. */
  readonly handSize: number;
  readonly hands: readonly [Hands, Hands];
  readonly start: Position;
  /** No end of the game pays or costs more than this. */
  readonly largestPayoff: number;
}

/** Where play stands once chance has dealt: a forest, the cards that are gone, and what comes next. */
export interface Position {
  readonly forest: Forest;
  /** Which node of the game's own forest each node is; null when they are the same. */
  readonly names: Int32Array | null;
  readonly locks: readonly Lock[];
  /** A bit for each card that nobody can hold any more; cards are numbered below 64. */
  readonly gone: bigint;
  /** What chance may deal next, each with a forest of its own; null when all is dealt. */
  readonly branches: readonly Branch[] | null;
  /** Boards on which hands are compared, one or two, each for its part of the pot; 0 while cards are to come. */
  readonly boards: number;
  /**
   * Writes u16[count], the strength 1…7463 of each hand on a board (0: it holds a card of `gone`), to address `to`; hands
   * are u64 at `hands`, one card a byte, lowest first.
   */
  rank(kernel: KernelExports, board: number, gone: bigint, hands: number, count: number, to: number): void;
}

export interface Branch {
  /** What was dealt (`dealt.ts`): a card, or a pair of them; −1 where the branch only parts the tree. */
  readonly dealt: number;
  /** How likely the branch is for any two hands that can meet in it. */
  readonly share: number;
  /** Other branches that are this one with cards renamed: for each, the new name of every card. */
  readonly images: readonly (readonly number[])[];
  /** Made when asked for, so that a worker only makes its own. */
  position(): Position;
}

/** Fixed shares of a node. */
export interface Lock {
  readonly node: number;
  /** f32[actions][hands of the game], −1 for a hand that is free. */
  readonly shares: Float32Array;
}
