// Buckets on two boards: hands that are about as strong on the one, about as strong on the other, and block about the same.
//
// A hand's key is its level by each of these, in this order; hands are cut into parts of as many hands by the first key,
// each part by the second, each of these by the third. Equal hands are kept in the order of the next key.

import { LEVELS, levels, sortBy } from './buckets';

/** u16[count] levels of a lane of `met` (f32x4[count]), as a share of lane 1. */
export function levelsOf(met: usize, lane: u32, count: u32, to: usize): void {
  levels(met, lane, count, to);
}

/**
 * Cuts hands by `keys` (u16[3][count], below the levels of a feature) into at most first · second · third buckets. Writes
 * their numbers (u16) to `ids` at the places of `index` (u32[count]). `room` has 10 bytes a hand. Returns how many there are.
 */
export function makeGrid(keys: usize, count: u32, index: usize, first: u32, second: u32, third: u32, ids: usize, room: usize): u32 {
  const n = <usize>count;
  const one = room;
  const two = room + (n << 2);
  const groups = room + (n << 3);
  memory.fill(groups, 0, n << 1);
  let made = cut(keys, keys + (n << 1), n, 1, first, groups, one, two);
  made = cut(keys + (n << 1), keys + (n << 2), n, made, second, groups, one, two);
  made = cut(keys + (n << 2), keys, n, made, third, groups, one, two);
  for (let i: usize = 0; i < n; i++) {
    store<u16>(ids + (<usize>load<u32>(index + (i << 2)) << 1), load<u16>(groups + (i << 1)));
  }
  return made;
}

/** Parts each of `made` groups by a key, equals by the next one; returns how many groups there are then. */
function cut(key: usize, next: usize, n: usize, made: u32, parts: u32, groups: usize, one: usize, two: usize): u32 {
  for (let i: usize = 0; i < n; i++) store<u32>(two + (i << 2), <u32>i);
  sortBy(next, LEVELS, two, n, one);
  sortBy(key, LEVELS, one, n, two);
  sortBy(groups, made, two, n, one);
  let group: u32 = 0;
  for (let i0: usize = 0; i0 < n; ) {
    const old = groupOf(groups, one, i0);
    let i1 = i0 + 1;
    while (i1 < n && groupOf(groups, one, i1) == old) i1++;
    const size = i1 - i0;
    const cuts = min(<usize>parts, size);
    for (let i = i0; i < i1; i++) {
      store<u16>(groups + (<usize>load<u32>(one + (i << 2)) << 1), <u16>(group + <u32>(((i - i0) * cuts) / size)));
    }
    group += <u32>cuts;
    i0 = i1;
  }
  return group;
}

@inline
function groupOf(groups: usize, order: usize, i: usize): u32 {
  return load<u16>(groups + (<usize>load<u32>(order + (i << 2)) << 1));
}
