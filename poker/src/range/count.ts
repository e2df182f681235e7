/** How many hands a range holds. Counting is by rank multisets and suit orbits; no list of hands is ever made. */
import { comboCount } from '../games.ts';
import { DEPENDS } from './evaluator.ts';
import type { Range, RangeView } from './range.ts';
import { RangeWalk } from './walk.ts';

export interface RangeCount {
  /** Hands the range holds at any weight, none of them using a known card. */
  readonly combos: number;
  /** Share of all hands left in the deck, 0…1. */
  readonly share: number;
}

export const countRange = (range: Range, view: RangeView = {}): RangeCount => {
  const { combos, all } = measureRange(range, view);
  return { combos, share: all === 0 ? 0 : combos / all };
};

export interface RangeMeasure {
  readonly combos: number;
  /** Hands the deck can still deal. */
  readonly all: number;
  /** Do all hands of the range weigh the same? */
  readonly even: boolean;
}

/** The count with what an equity job asks besides: is it every hand, and all alike? */
export const measureRange = (range: Range, view: RangeView): RangeMeasure => {
  const walk = new RangeWalk(range, view);
  let combos = 0;
  let lightest = 100;
  let heaviest = 0;
  const add = (weight: number, hands: number): void => {
    if (weight === 0 || hands === 0) return;
    combos += hands;
    lightest = Math.min(lightest, weight);
    heaviest = Math.max(heaviest, weight);
  };
  for (let multiset = 0; multiset < walk.space.multisets && !walk.isOver(); multiset++) {
    const weight = walk.judge(multiset);
    if (weight !== DEPENDS) {
      if (weight > 0) add(weight, walk.liveHands(multiset));
      continue;
    }
    const untouched = walk.isUntouched(multiset);
    for (let orbit = 0; orbit < walk.orbits.first.length; orbit++) {
      const own = walk.orbitWeights[orbit] ?? 0;
      if (own > 0) add(own, walk.liveInOrbit(orbit, untouched));
    }
  }
  return { combos, all: comboCount(range.game, walk.known), even: lightest >= heaviest };
};
