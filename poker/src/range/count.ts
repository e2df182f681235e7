/** How many hands a range holds. Counting is by rank multisets and suit orbits; no list of hands is ever made. */
import { comboCount } from '../games.ts';
import { DEPENDS } from './evaluate.ts';
import type { Range, RangeView } from './range.ts';
import { RangeWalk } from './walk.ts';

export interface RangeCount {
  /** Hands the range holds at any weight, none of them using a known card. */
  readonly combos: number;
  /** Share of all hands left in the deck, 0…1. */
  readonly share: number;
}

export const countRange = (range: Range, view: RangeView = {}): RangeCount => {
  const walk = new RangeWalk(range, view);
  let combos = 0;
  for (let multiset = 0; multiset < walk.space.multisets; multiset++) {
    const weight = walk.judge(multiset);
    if (weight > 0) combos += walk.liveHands(multiset);
    else if (weight === DEPENDS) combos += countOrbits(walk, multiset);
  }
  const all = comboCount(range.game, walk.known);
  return { combos, share: all === 0 ? 0 : combos / all };
};

const countOrbits = (walk: RangeWalk, multiset: number): number => {
  const untouched = walk.isUntouched(multiset);
  let combos = 0;
  for (let orbit = 0; orbit < walk.orbits.first.length; orbit++) {
    if ((walk.orbitWeights[orbit] ?? 0) > 0) combos += walk.liveInOrbit(orbit, untouched);
  }
  return combos;
};
