// Down the tree: the opponent's reach of every end and every exit, block by block.

import {
  ACT,
  BLOCK,
  DEAL,
  ROW,
  actionsOf,
  averagesOf,
  batchesOf,
  emptyRow,
  entriesOf,
  entryNodeOf,
  exitReachAt,
  exitStrideOf,
  firstOf,
  forestOf,
  handCountOf,
  indexOf,
  kindOf,
  laneNodeOf,
  laneReachAt,
  lockOf,
  nodeAt,
  nodesOf,
  playerOf,
  reachRowOf,
  reachRows,
  regretsOf,
  shareRows,
  slotOf,
} from './layout';
import { interleave } from './rows';
import { addToAverage, sharesFrom, tableBlockAt } from './tables';

/** How the player whose reach goes down plays: as learned so far and remembered, on average, or as learned and forgotten. */
export const TRAIN: u32 = 0;
export const MEASURE: u32 = 1;
export const PLAY: u32 = 2;

/**
 * Sends `player`'s reach from the entries down. `from` is f32[entries][stride] in the order of the deal above. While
 * training, averages keep `keep` of what they were.
 */
export function forward(deal: usize, room: usize, player: u32, mode: u32, from: usize, stride: u32, keep: f32): void {
  const count = handCountOf(deal, player);
  for (let first: usize = 0; first < count; first += BLOCK) {
    enter(deal, player, from, stride, first, min(BLOCK, count - first));
    walk(deal, player, mode, first / BLOCK, keep);
    leave(deal, room, player, first);
  }
}

@inline
function row(i: usize): usize {
  return reachRows + i * ROW;
}

/** Gathers the entries' reach; hands that pad the block have none. */
export function enter(deal: usize, player: usize, from: usize, stride: usize, first: usize, count: usize): void {
  const forest = forestOf(deal);
  const index = indexOf(deal, player) + (first << 2);
  for (let e: usize = 0; e < entriesOf(forest); e++) {
    const entry = entryNodeOf(forest, e);
    if (entry < 0) continue;
    const to = row(reachRowOf(nodeAt(forest, entry), player));
    const reach = from + ((e * stride) << 2);
    if (count < BLOCK) memory.fill(to, 0, ROW);
    for (let i: usize = 0; i < count; i++) {
      store<f32>(to + (i << 2), load<f32>(reach + (<usize>load<u32>(index + (i << 2)) << 2)));
    }
  }
}

/** Takes a block's reach from the entries to every node. */
export function walk(deal: usize, player: usize, mode: u32, block: usize, keep: f32): void {
  const forest = forestOf(deal);
  const regrets = tableBlockAt(regretsOf(deal, player), forest, player, block);
  const averages = tableBlockAt(averagesOf(deal, player), forest, player, block);
  const nodes = nodesOf(forest);
  for (let n: usize = 0; n < nodes; n++) {
    const node = nodeAt(forest, n);
    if (kindOf(node) != ACT || playerOf(node) != player) continue;
    const actions = actionsOf(node);
    let locks = lockOf(deal, n);
    if (locks) locks += block * actions * ROW;
    sharesFrom(mode == MEASURE ? averages : regrets, node, mode == MEASURE, locks);
    const reach = row(reachRowOf(node, player));
    const children = row(reachRowOf(nodeAt(forest, firstOf(node)), player));
    const end = actions * ROW;
    for (let a: usize = 0; a < end; a += ROW) {
      for (let h: usize = 0; h < ROW; h += 16) {
        v128.store(children + a + h, f32x4.mul(v128.load(shareRows + a + h), v128.load(reach + h)));
      }
    }
    if (mode == TRAIN) addToAverage(averages, forest, player, node, children, keep);
  }
}

/** Writes the block's reach to the lanes, four side by side, and to the exits. */
export function leave(deal: usize, room: usize, player: usize, first: usize): void {
  const forest = forestOf(deal);
  const size = (handCountOf(deal, player) + BLOCK - 1) & ~(BLOCK - 1);
  for (let batch: usize = 0; batch < batchesOf(forest); batch++) {
    const r0 = laneRow(forest, player, batch << 2);
    const r1 = laneRow(forest, player, (batch << 2) + 1);
    const r2 = laneRow(forest, player, (batch << 2) + 2);
    const r3 = laneRow(forest, player, (batch << 2) + 3);
    interleave(r0, r1, r2, r3, ROW, laneReachAt(room) + ((batch * size + first) << 4));
  }
  const stride = exitStrideOf(room);
  for (let n: usize = 0; n < nodesOf(forest); n++) {
    const node = nodeAt(forest, n);
    if (kindOf(node) != DEAL) continue;
    memory.copy(exitReachAt(room) + ((slotOf(node) * stride + first) << 2), row(reachRowOf(node, player)), ROW);
  }
}

@inline
export function laneRow(forest: usize, player: usize, lane: usize): usize {
  const n = laneNodeOf(forest, lane);
  return n < 0 ? emptyRow : row(reachRowOf(nodeAt(forest, n), player));
}
