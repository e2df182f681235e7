// The play of buckets at a run-out: how a unit of reach at the entries is divided among the lanes, and what of it is
// remembered.
//
// All buckets set out with one; averages weigh a bucket's play by the reach of its hands where it sets out.

import { enter, leave } from '../forward';
import {
  ACT,
  BLOCK,
  ROW,
  actionsOf,
  averagesOf,
  firstOf,
  forestOf,
  handCountOf,
  kindOf,
  nodeAt,
  nodesOf,
  playerOf,
  reachRowOf,
  reachRows,
  regretsOf,
  shareRows,
  sumRows,
} from '../layout';
import { addToAverage, sharesFrom, tableBlockAt } from '../tables';

/**
 * Sends ones down to the lanes of the room. `ones` and `sums` (reach of each bucket's hands) are f32[entries][stride];
 * `entries` (i32[nodes]) names the entry above each node.
 */
export function playBuckets(deal: usize, room: usize, player: u32, ones: usize, sums: usize, stride: usize, entries: usize, keep: f32): void {
  const count = handCountOf(deal, player);
  for (let first: usize = 0; first < count; first += BLOCK) {
    enter(deal, player, ones, <u32>stride, first, min(BLOCK, count - first));
    walk(deal, player, first / BLOCK, sums + (first << 2), stride, entries, keep);
    leave(deal, room, player, first);
  }
}

function walk(deal: usize, player: u32, block: usize, sums: usize, stride: usize, entries: usize, keep: f32): void {
  const forest = forestOf(deal);
  const regrets = tableBlockAt(regretsOf(deal, player), forest, player, block);
  const averages = tableBlockAt(averagesOf(deal, player), forest, player, block);
  const nodes = nodesOf(forest);
  for (let n: usize = 0; n < nodes; n++) {
    const node = nodeAt(forest, n);
    if (kindOf(node) != ACT || playerOf(node) != player) continue;
    sharesFrom(regrets, node, false, 0);
    const reach = reachRows + reachRowOf(node, player) * ROW;
    const children = reachRows + reachRowOf(nodeAt(forest, firstOf(node)), player) * ROW;
    const sum = sums + ((<usize>load<u32>(entries + (n << 2)) * stride) << 2);
    const end = actionsOf(node) * ROW;
    for (let a: usize = 0; a < end; a += ROW) {
      for (let h: usize = 0; h < ROW; h += 16) {
        const share = f32x4.mul(v128.load(shareRows + a + h), v128.load(reach + h));
        v128.store(children + a + h, share);
        v128.store(sumRows + a + h, f32x4.mul(share, v128.load(sum + h)));
      }
    }
    addToAverage(averages, forest, player, node, sumRows, keep);
  }
}
