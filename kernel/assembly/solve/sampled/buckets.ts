// Buckets: hands of one strength on the final board that block about the same of what the opponent may hold.
//
// Within a strength, hands are parted by the share of the opponent's best hands that remains given their cards, and
// those parts by the share of middling ones. Buckets are numbered by strength first, so that hands in the order of their
// buckets are in order of strength.

import { reserve } from '../../memory';

/** Levels that a feature is told apart by. */
export const LEVELS: usize = 2048;
/** More buckets a player than any board may have. */
export const MOST_BUCKETS: usize = 16383;

const counts: usize = reserve((MOST_BUCKETS + 1) * 4);

/** `order` (u32[count]) becomes `to`, sorted by the u16 keys `keys[order[i]]` below `bound`; equals stay in order. */
export function sortBy(keys: usize, bound: usize, order: usize, count: usize, to: usize): void {
  memory.fill(counts, 0, bound << 2);
  for (let i: usize = 0; i < count; i++) {
    const at = counts + (<usize>load<u16>(keys + (i << 1)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  let sum: u32 = 0;
  for (let b: usize = 0; b < bound; b++) {
    const here = load<u32>(counts + (b << 2));
    store<u32>(counts + (b << 2), sum);
    sum += here;
  }
  for (let i: usize = 0; i < count; i++) {
    const hand = load<u32>(order + (i << 2));
    const at = counts + (<usize>load<u16>(keys + (<usize>hand << 1)) << 2);
    const place = load<u32>(at);
    store<u32>(at, place + 1);
    store<u32>(to + (<usize>place << 2), hand);
  }
}

/** Levels of lane `lane` as a share of lane 1, from least to most. */
export function levels(met: usize, lane: usize, count: usize, to: usize): void {
  let least: f32 = Infinity;
  let most: f32 = -Infinity;
  for (let i: usize = 0; i < count; i++) {
    const x = shareOf(met + (i << 4), lane);
    least = min(least, x);
    most = max(most, x);
  }
  const scale: f32 = most > least ? <f32>(LEVELS - 1) / (most - least) : 0;
  for (let i: usize = 0; i < count; i++) {
    store<u16>(to + (i << 1), <u16>((shareOf(met + (i << 4), lane) - least) * scale));
  }
}

@inline
function shareOf(at: usize, lane: usize): f32 {
  return load<f32>(at + (lane << 2)) / max(load<f32>(at, 4), <f32>1e-6);
}

/**
 * Numbers a player's buckets on a board. `ends` is u32[segments][2]; `met` f32x4[count] in order of strength: the
 * opponent's best hands that remain, all that remain, the middling ones; `index` the hands' places. About `target` buckets;
 * `first` of ten parts go to the first feature. Writes u16 buckets to `ids` by place, and the number of buckets up to each
 * segment's end to `bucketEnds` (u32[segments][2]). `room` has 16 bytes a hand. Returns how many buckets there are.
 */
export function makeBuckets(
  player: u32,
  ends: usize,
  segments: u32,
  met: usize,
  count: u32,
  index: usize,
  target: u32,
  first: u32,
  ids: usize,
  bucketEnds: usize,
  room: usize,
): u32 {
  const n = <usize>count;
  const one = room;
  const two = room + (n << 2);
  const keys = room + (n << 3);
  const groups = keys + (n << 1);
  for (let i: usize = 0; i < n; i++) store<u32>(one + (i << 2), <u32>i);

  // By strength and, within it, by the first feature.
  levels(met, 0, n, keys);
  sortBy(keys, LEVELS, one, n, two);
  strengths(player, ends, segments, keys);
  sortBy(keys, segments, two, n, one);
  let group: u32 = 0;
  let i0: usize = 0;
  for (let s: usize = 0; s < segments; s++) {
    const i1: usize = load<u32>(ends + (s << 3) + (<usize>player << 2));
    const parts = firstParts(i1 - i0, n, target, first);
    for (let i = i0; i < i1; i++) {
      store<u16>(groups + (<usize>load<u32>(one + (i << 2)) << 1), <u16>(group + <u32>(((i - i0) * parts) / (i1 - i0))));
    }
    group += <u32>parts;
    i0 = i1;
  }

  // By those parts and, within them, by the second.
  levels(met, 2, n, keys);
  for (let i: usize = 0; i < n; i++) store<u32>(two + (i << 2), <u32>i);
  sortBy(keys, LEVELS, two, n, one);
  sortBy(groups, group, one, n, two);
  let bucket: u32 = 0;
  i0 = 0;
  for (let s: usize = 0; s < segments; s++) {
    const i1: usize = load<u32>(ends + (s << 3) + (<usize>player << 2));
    const size = i1 - i0;
    if (size) {
      const whole = wantedParts(size, n, target);
      const parts = firstParts(size, n, target, first);
      const inner = max<usize>(1, (whole + (parts >> 1)) / parts);
      for (let p: usize = 0; p < parts; p++) {
        // Hand q of the strength is in part q · parts / size, rounded down.
        const j0 = i0 + (p * size + parts - 1) / parts;
        const j1 = i0 + ((p + 1) * size + parts - 1) / parts;
        const cuts = min(inner, j1 - j0);
        for (let j = j0; j < j1; j++) {
          const place: usize = load<u32>(index + (<usize>load<u32>(two + (j << 2)) << 2));
          store<u16>(ids + (place << 1), <u16>(bucket + <u32>(((j - j0) * cuts) / (j1 - j0))));
        }
        bucket += <u32>cuts;
      }
    }
    store<u32>(bucketEnds + (s << 3) + (<usize>player << 2), bucket);
    i0 = i1;
  }
  return bucket;
}

/** Buckets that a strength of so many hands is to have; a board may leave none at all. */
@inline
function wantedParts(size: usize, all: usize, target: u32): usize {
  return max<usize>(1, min(size, (size * <usize>target + (all >> 1)) / max<usize>(1, all)));
}

/** Parts by the first feature: about a square root of all, leaning as `first` of ten says. */
@inline
function firstParts(size: usize, all: usize, target: u32, first: u32): usize {
  const wanted = wantedParts(size, all, target);
  const parts = <usize>nearest<f64>(Math.pow(<f64>wanted, <f64>first / 10));
  return max<usize>(1, min(wanted, parts));
}

function strengths(player: u32, ends: usize, segments: u32, to: usize): void {
  let i0: usize = 0;
  for (let s: usize = 0; s < segments; s++) {
    const i1: usize = load<u32>(ends + (s << 3) + (<usize>player << 2));
    for (let i = i0; i < i1; i++) store<u16>(to + (i << 1), <u16>s);
    i0 = i1;
  }
}
