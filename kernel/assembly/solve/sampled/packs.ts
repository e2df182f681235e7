// A pack of hands within a deal: who can be held, where each stands in the deal above, and who is whose twin.

import { cardBits } from '../../pair-strength';
import { batchesOf, handCountOf, laneMetAt, forestOf } from '../layout';

/**
 * u32[count]: where each hand of a pack stands above. `hands` are u64 by place, `via` (u32, by place) leads to the place of the
 * hand that each is called above, 0 when they are the same; hands that hold a card of `gone` stand at `nobody`, and places count
 * from `base`.
 */
export function indexPack(k: u32, hands: usize, first: u32, count: u32, gone: u64, via: usize, base: u32, nobody: u32, to: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const place = first + i;
    const bits = cardBits(load<u64>(hands + (<usize>place << 3)), k);
    let above = place;
    if (via) above = load<u32>(via + (<usize>place << 2));
    store<u32>(to + (<usize>i << 2), bits & gone ? nobody : above - base);
  }
}

/** i32[count]: place in the opponent's pack of each hand's twin, −1 if it is not there. `twins` are i32 by place. */
export function twinPack(twins: usize, first: u32, count: u32, oppFirst: u32, oppCount: u32, to: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const twin = load<i32>(twins + (<usize>(first + i) << 2)) - <i32>oppFirst;
    store<i32>(to + (<usize>i << 2), twin >= 0 && twin < <i32>oppCount ? twin : -1);
  }
}

/** Hands at `nobody` meet nobody. */
export function emptyNobody(deal: usize, room: usize, hero: u32, index: usize, nobody: u32): void {
  const count = handCountOf(deal, hero);
  for (let i: usize = 0; i < count; i++) {
    if (load<u32>(index + (i << 2)) != nobody) continue;
    for (let batch: usize = 0; batch < batchesOf(forestOf(deal)); batch++) {
      v128.store(laneMetAt(room) + ((batch * count + i) << 4), f32x4.splat(0));
    }
  }
}
