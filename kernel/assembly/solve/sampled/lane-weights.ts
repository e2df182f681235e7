// How a player's own play weighs the ends of a street: what a hand is worth at the entries is then one sum over lanes.
//
// The worth of a line is linear in what a hand is worth at the showdowns and in what it meets there, folds included,
// since what is met at a fold follows from lanes by steps of adding and taking away. Read backwards, the same steps
// turn the weights of folds into weights of lanes.

import { enter, leave, PLAY, walk } from '../forward';
import {
  BLOCK,
  FOLD,
  ROW,
  batchesOf,
  emptyRow,
  foldPayOf,
  forestOf,
  handCountOf,
  kindOf,
  laneMetRowOf,
  metRowOf,
  metRows,
  metStepCountOf,
  metStepsAt,
  nodeAt,
  nodesOf,
  reachRowOf,
  reachRows,
} from '../layout';
import { interleave } from '../rows';

/**
 * For every hand and lane: the share with which the player's own play comes there (to the room's lane reach), and what
 * a unit of reach met there is worth at folds (f32x4[batches][hands], to `folds`). `from` and `stride` as in `forward`.
 */
export function weighLanes(deal: usize, room: usize, player: u32, from: usize, stride: u32, folds: usize): void {
  const count = handCountOf(deal, player);
  for (let first: usize = 0; first < count; first += BLOCK) {
    enter(deal, player, from, stride, first, min(BLOCK, count - first));
    walk(deal, player, PLAY, first / BLOCK, 0);
    leave(deal, room, player, first);
    weighFolds(deal, player, first, folds);
  }
}

@inline
function metRow(n: usize): usize {
  return metRows + n * ROW;
}

function weighFolds(deal: usize, player: usize, first: usize, folds: usize): void {
  const forest = forestOf(deal);
  const nodes = nodesOf(forest);
  memory.fill(metRows, 0, nodes * ROW);
  for (let n: usize = 0; n < nodes; n++) {
    const node = nodeAt(forest, n);
    if (kindOf(node) != FOLD) continue;
    const pay = f32x4.splat(foldPayOf(node, player));
    const reach = reachRows + reachRowOf(node, player) * ROW;
    const to = metRow(metRowOf(node, player));
    for (let h: usize = 0; h < ROW; h += 16) {
      v128.store(to + h, f32x4.add(v128.load(to + h), f32x4.mul(v128.load(reach + h), pay)));
    }
  }
  const steps = metStepsAt(forest, player);
  for (let s = <isize>metStepCountOf(forest, player) - 1; s >= 0; s--) {
    const step = steps + <usize>s * 12;
    const row = metRow(load<u32>(step));
    const from = metRow(load<u32>(step, 4));
    const sign = load<i32>(step, 8);
    for (let h: usize = 0; h < ROW; h += 16) {
      const weight = v128.load(row + h);
      const sum = v128.load(from + h);
      v128.store(from + h, sign < 0 ? f32x4.sub(sum, weight) : f32x4.add(sum, weight));
    }
    if (!sign) memory.fill(row, 0, ROW);
  }
  const size = (handCountOf(deal, player) + BLOCK - 1) & ~(BLOCK - 1);
  for (let batch: usize = 0; batch < batchesOf(forest); batch++) {
    const lane = batch << 2;
    const to = folds + ((batch * size + first) << 4);
    interleave(weightRow(forest, player, lane), weightRow(forest, player, lane + 1), weightRow(forest, player, lane + 2), weightRow(forest, player, lane + 3), ROW, to);
  }
}

@inline
function weightRow(forest: usize, player: usize, lane: usize): usize {
  const row = laneMetRowOf(forest, player, lane);
  return row < 0 ? emptyRow : metRow(row);
}
