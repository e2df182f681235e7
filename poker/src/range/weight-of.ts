/** One hand asked of a range. */
import { type Card, rankOf } from '../cards.ts';
import { assignmentOf, multisetOf } from '../space/classes.ts';
import { DEPENDS } from './evaluator.ts';
import { heldAssignments } from './list.ts';
import type { Range, RangeView } from './range.ts';
import { RangeWalk } from './walk.ts';

/** Weight 1…100 of the hand in the range; 0 when it is not in it, uses a known card, or is no hand of the game. */
export const weightOf = (range: Range, hand: readonly Card[], view: RangeView = {}): number =>
  weigher(range, view)(hand);

/** The same for many hands, one after another: the range is prepared once. */
export const weigher = (range: Range, view: RangeView = {}): ((hand: readonly Card[]) => number) => {
  const walk = new RangeWalk(range, view);
  const { cards } = walk.space;
  return (hand) => {
    if (hand.length !== cards || new Set(hand).size !== cards || hand.some((card) => !(card >= 0 && card < 52)))
      return 0;
    const sorted = [...hand].sort((a, b) => b - a);
    const multiset = multisetOf(walk.space, sorted.map(rankOf));
    const weight = walk.judge(multiset);
    const assignment = assignmentOf(walk.composition, sorted);
    if (!walk.isLive(assignment)) return 0;
    return weight === DEPENDS ? (heldAssignments(walk)[assignment] ?? 0) : weight;
  };
};
