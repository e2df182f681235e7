// Strategies of buckets as strategies of hands, for passes that go by hand.

import { BLOCK, ROW, tableRowsOf } from '../layout';

/**
 * A player's table of a run-out by hand, from the one by bucket: f32[blocks][rows][BLOCK] both. Hand i stands at place
 * `index[i]`, its bucket is `ids[place]`.
 */
export function expandBuckets(table: usize, forest: usize, player: u32, ids: usize, index: usize, count: u32, to: usize): void {
  const rows = tableRowsOf(forest, player);
  for (let i: usize = 0; i < count; i++) {
    const place: usize = load<u32>(index + (i << 2));
    const bucket: usize = load<u16>(ids + (place << 1));
    let from = table + (bucket / BLOCK) * rows * ROW + ((bucket % BLOCK) << 2);
    let at = to + (i / BLOCK) * rows * ROW + ((i % BLOCK) << 2);
    for (let r: usize = 0; r < rows; r++) {
      store<f32>(at, load<f32>(from));
      from += ROW;
      at += ROW;
    }
  }
}
