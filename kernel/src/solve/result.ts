// What a solve leaves: strategies, deal by deal, and what can be read from them at a node.
//
// Everything by hand is in the order of the job's ranges; combos that a dealt card or the board rules out have zeros.

/** A strategy as it is stored: 255 parts divided among the actions. */
export const PARTS = 255;

export interface NodeShares {
  /** ACT node of the street's forest. */
  readonly node: number;
  /** u8[actions][combos, or buckets, of the player who acts], summing to `PARTS` over the actions. */
  readonly parts: Uint8Array;
}

/** All strategies of a street after certain cards. */
export interface SolvedDeal {
  /** What was dealt since the first street (`dealt.ts`), one number a street. Deals that only rename suits come once. */
  readonly dealt: readonly number[];
  /** By ascending node. */
  readonly nodes: readonly NodeShares[];
  /** Buckets of each player where the street is played by bucket; null where every combo plays by itself. */
  readonly buckets: readonly [number, number] | null;
  /**
   * By player, f32[exits][combos]: what each combo is worth where the next card is dealt (exits count as the entries of
   * the next forest), in chips beyond half the pot times the opponent's reach. Null on the last street.
   */
  readonly exitWorth: readonly [Float32Array, Float32Array] | null;
}

/** A place in the tree. */
export interface NodePlace {
  /** What was dealt since the first street (`dealt.ts`); how many say which street it is. */
  readonly dealt: readonly number[];
  /** Node of that street's forest. */
  readonly node: number;
}

/**
 * What a player sees at a place. EVs are chips won from the pot since the start of the spot, the share of the starting
 * pot included: what was put in since counts as lost. Arrays of a player are in the order of that player's range; NaN where a combo is not live. */
export interface NodeView {
  /** Who acts; null at the end of play or where a card is dealt. */
  readonly player: 0 | 1 | null;
  /** By player: weight (0…1) times the share with which each combo comes here. */
  readonly reach: readonly [Float32Array, Float32Array];
  /** f32[actions][combos of the player who acts]. */
  readonly shares: Float32Array;
  /** f32[actions][combos]: EV of each action, chips won from the pot. */
  readonly actionEv: Float32Array;
  /** By player: EV of each combo under the strategies as they are, chips won from the pot. */
  readonly ev: readonly [Float32Array, Float32Array];
  /** By player: share of the pot each combo has when all is checked down from here. */
  readonly equity: readonly [Float32Array, Float32Array];
  /** By player: the opposing reach that each combo meets here; 0 where it meets none, and EV and equity are NaN. */
  readonly met: readonly [Float32Array, Float32Array];
}
