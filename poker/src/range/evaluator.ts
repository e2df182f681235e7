/** What the parts of a range answer; `evaluate.ts` puts them together. */
import type { HandView } from './search.ts';

/** A hand in its space: what percentages and lists of hands need besides the cards. */
export interface SpaceHand extends HandView {
  multiset: number;
  /** Suit assignment within the multiset's composition. */
  assignment: number;
  handClass: number;
}

export const DEPENDS = -1;

export interface Evaluator {
  /** Suits that the range names, as bits: hands equal up to the other suits weigh the same. */
  readonly fixedSuits: number;
  /** Largest weight it can give. */
  readonly most: number;
  /** Weight of all hands with these ranks, or `DEPENDS`. */
  readonly onRanks: (hand: SpaceHand) => number;
  /** Weight of this hand; only after `onRanks` answered `DEPENDS` for its multiset. */
  readonly onHand: (hand: SpaceHand) => number;
}
