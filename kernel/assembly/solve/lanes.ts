// The ends of a deal, four at a time: on one board, or half on each of two.

import {
  batchesOf,
  BLOCK,
  endsOf,
  forestOf,
  formsOf,
  handCountOf,
  handsOf,
  laneMetAt,
  laneReachAt,
  laneWorthAt,
  otherEndsOf,
  otherHandsOf,
  otherMetAt,
  otherPlacesOf,
  otherReachAt,
  otherSegmentsOf,
  otherTwinsOf,
  otherWorthAt,
  segmentsOf,
  twinsOf,
} from './layout';
import { setSweepHands, sweepMet, sweepShowdown } from './showdown';

/** Hands of a player, filled up to whole blocks. */
@inline
function padded(count: usize): usize {
  return (count + BLOCK - 1) & ~(BLOCK - 1);
}

/** Hands that only fill up the last block are worth nothing: in 16 bits they share a scale with those that count. */
@inline
function emptyPadding(rows: usize, count: usize): void {
  memory.fill(rows + (count << 4), 0, (padded(count) - count) << 4);
}

/** After `forward` of the opponent: what each of the hero's hands is worth at every lane, and what it meets there. */
export function evaluateLanes(deal: usize, room: usize, k: u32, hero: u32): void {
  const forest = forestOf(deal);
  const opp = hero ^ 1;
  const count = handCountOf(deal, hero);
  const oppCount = handCountOf(deal, opp);
  for (let batch: usize = 0; batch < batchesOf(forest); batch++) {
    const reach = laneReachAt(room) + ((batch * padded(oppCount)) << 4);
    const worth = laneWorthAt(room) + ((batch * padded(count)) << 4);
    const met = laneMetAt(room) + ((batch * padded(count)) << 4);
    setSweepHands(handsOf(deal, hero), <u32>count, twinsOf(deal, hero), handsOf(deal, opp), <u32>oppCount);
    const forms = formsOf(forest, batch);
    emptyPadding(worth, count);
    emptyPadding(met, count);
    if (!forms) {
      sweepMet(k, reach, met);
      continue;
    }
    sweepShowdown(k, hero, endsOf(deal), segmentsOf(deal), reach, worth, met, forms);
    if (otherEndsOf(deal)) addOtherBoard(deal, room, k, hero, reach, worth, forms);
  }
}

/** Adds what the second board brings; its forms, like the first board's, are those of half the pot. */
function addOtherBoard(deal: usize, room: usize, k: u32, hero: usize, reach: usize, worth: usize, forms: usize): void {
  const opp = hero ^ 1;
  const count = handCountOf(deal, hero);
  const oppCount = handCountOf(deal, opp);
  const there = otherReachAt(room);
  const oppPlaces = otherPlacesOf(deal, opp);
  for (let j: usize = 0; j < oppCount; j++) {
    v128.store(there + (j << 4), v128.load(reach + (<usize>load<u32>(oppPlaces + (j << 2)) << 4)));
  }
  setSweepHands(otherHandsOf(deal, hero), <u32>count, otherTwinsOf(deal, hero), otherHandsOf(deal, opp), <u32>oppCount);
  sweepShowdown(k, <u32>hero, otherEndsOf(deal), otherSegmentsOf(deal), there, otherWorthAt(room), otherMetAt(room), forms);
  const places = otherPlacesOf(deal, hero);
  for (let i: usize = 0; i < count; i++) {
    const to = worth + (<usize>load<u32>(places + (i << 2)) << 4);
    v128.store(to, f32x4.add(v128.load(to), v128.load(otherWorthAt(room) + (i << 4))));
  }
}
