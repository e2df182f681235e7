/** The hands of a range in listing order: ranks high to low, then suits; a page at a time. */
import { formatCard } from '../cards.ts';
import { DEPENDS } from './evaluator.ts';
import type { Range, RangeView } from './range.ts';
import { RangeWalk } from './walk.ts';

export interface Page {
  /** Hands to leave out first; 0 by default. */
  readonly offset?: number;
  /** Hands to list at most; all by default. */
  readonly limit?: number;
}

/** `AsAhKsKh`, … Stops as soon as the page is full; whole rank groups before it are only counted. */
export const listRange = (range: Range, view: RangeView & Page = {}): string[] => {
  const walk = new RangeWalk(range, view);
  const limit = view.limit ?? Number.POSITIVE_INFINITY;
  let skip = Math.max(0, view.offset ?? 0);
  const hands: string[] = [];
  for (let multiset = 0; multiset < walk.space.multisets && hands.length < limit; multiset++) {
    if (walk.isOver()) break;
    const weight = walk.judge(multiset);
    if (weight === 0) continue;
    if (weight !== DEPENDS && walk.liveHands(multiset) <= skip) {
      skip -= walk.liveHands(multiset);
      continue;
    }
    const held = weight === DEPENDS ? heldAssignments(walk) : null;
    for (let assignment = 0; assignment < walk.composition.size && hands.length < limit; assignment++) {
      if ((held !== null && held[assignment] === 0) || !walk.isLive(assignment)) continue;
      if (skip > 0) skip -= 1;
      else hands.push(formatAssignment(walk, multiset, assignment));
    }
  }
  return hands;
};

/** Which suit assignments of the multiset judged last the range holds. */
export const heldAssignments = (walk: RangeWalk): Uint8Array => {
  const held = new Uint8Array(walk.composition.size);
  const { first, starts, members } = walk.orbits;
  for (let orbit = 0; orbit < first.length; orbit++) {
    const weight = walk.orbitWeights[orbit] ?? 0;
    if (weight === 0) continue;
    for (let i = starts[orbit] ?? 0; i < (starts[orbit + 1] ?? 0); i++) held[members[i] ?? 0] = weight;
  }
  return held;
};

/** The hand of a multiset with this suit assignment, high to low. */
export const formatAssignment = (walk: RangeWalk, multiset: number, assignment: number): string => {
  const { cards, ranks } = walk.space;
  let text = '';
  for (let i = 0; i < cards; i++) {
    const rank = ranks[multiset * cards + i] ?? 0;
    text += formatCard(rank * 4 + (walk.composition.suits[assignment * cards + i] ?? 0));
  }
  return text;
};
