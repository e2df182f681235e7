// A pack of each player's hands at one run-out: who is left, in the order of buckets, which on one board is that of
// strength; on two boards by strength on each as well.

import { reserve } from '../../memory';
import { MOST_BUCKETS } from './buckets';
import { paired, PAIRS_BYTES } from './sweep-pairs';

/** No bucket: a card of the hand is on the board. */
export const GONE: u32 = 0xffff;

// A seat: 16 fields. Room for one run-out of a visit, and what `seat` finds out.
@inline
function field(record: usize, i: usize): usize {
  return load<u32>(record + (i << 2));
}
/** u32[hands left]: place in the pack of each hand, in order. */
@inline
export function orderAt(seat: usize, player: usize): usize {
  return field(seat, player);
}
/** Packed hands in order, or the offsets of `sweep-pairs.ts`. */
@inline
export function seatedHandsAt(seat: usize, player: usize): usize {
  return field(seat, 2 + player);
}
/** i32[hands left]: where the opponent's very same hand is in its order, −1 if nowhere. */
@inline
export function seatedTwinsAt(seat: usize, player: usize): usize {
  return field(seat, 4 + player);
}
/** u32[buckets + 1]: where each bucket's hands begin. */
@inline
export function bucketStartsAt(seat: usize, player: usize): usize {
  return field(seat, 6 + player);
}
/** u32[segments][2]: where each strength ends for each player. */
@inline
export function seatedEndsAt(seat: usize): usize {
  return field(seat, 8);
}
/** Hands left; written by `seat`. */
@inline
export function seatedCountOf(seat: usize, player: usize): usize {
  return field(seat, 9 + player);
}

/** The order of strength on each of two boards (`board-seats.ts`); 0 where a single board has that of buckets. */
@inline
export function boardSeatAt(seat: usize, board: usize): usize {
  return field(seat, 11 + board);
}

const scratch: usize = reserve((MOST_BUCKETS + 1) * 4);

/**
 * Sorts a player's pack. `ids` is u16 by place, `via` (u32) leads from a place to that of the hand it is called where
 * buckets were made, 0 when they are the same; the pack begins at place `first` and has `count`. Packed `hands` lie by place
 * in the pack, where hands have four cards as offsets. `met` (u8[count]) counts the run-outs that each hand was left by.
 */
export function seatPack(seat: usize, player: u32, k: u32, ids: usize, via: usize, first: usize, count: usize, buckets: usize, hands: usize, met: usize): void {
  const starts = bucketStartsAt(seat, player);
  memory.fill(starts, 0, (buckets + 1) << 2);
  for (let i: usize = 0; i < count; i++) {
    const id = idOf(ids, via, first + i);
    store<u16>(scratch + (i << 1), <u16>id);
    if (id == GONE) continue;
    const at = starts + (<usize>(id + 1) << 2);
    store<u32>(at, load<u32>(at) + 1);
    store<u8>(met + i, load<u8>(met + i) + 1);
  }
  for (let b: usize = 0; b < buckets; b++) {
    const at = starts + (b << 2);
    store<u32>(at, load<u32>(at) + load<u32>(at, 4), 4);
  }
  const left = load<u32>(starts + (buckets << 2));
  store<u32>(seat + ((9 + <usize>player) << 2), left);
  const order = orderAt(seat, player);
  const sorted = seatedHandsAt(seat, player);
  for (let i: usize = 0; i < count; i++) {
    const id: usize = load<u16>(scratch + (i << 1));
    if (id == GONE) continue;
    const at = starts + (id << 2);
    const to: usize = load<u32>(at);
    store<u32>(at, <u32>to + 1);
    store<u32>(order + (to << 2), <u32>i);
    if (paired) {
      const from = hands + i * PAIRS_BYTES;
      const row = sorted + to * PAIRS_BYTES;
      store<u64>(row, load<u64>(from));
      store<u64>(row, load<u64>(from, 8), 8);
      store<u32>(row, load<u32>(from, 16), 16);
    } else if (k > 4) store<u64>(sorted + (to << 3), load<u64>(hands + (i << 3)));
    else store<u32>(sorted + (to << 2), load<u32>(hands + (i << 2)));
  }
  // Each start has moved to the next one.
  for (let b = <isize>buckets; b > 0; b--) store<u32>(starts + (b << 2), load<u32>(starts + (b << 2) - 4));
  store<u32>(starts, 0);
}

@inline
function idOf(ids: usize, via: usize, place: usize): u32 {
  return load<u16>(ids + ((via ? <usize>load<u32>(via + (place << 2)) : place) << 1));
}

/** After both packs: where strengths end, and who is whose twin. `twins` are i32 by place in the pack. */
export function seatBoth(seat: usize, bucketEnds: usize, segments: usize, twins0: usize, count1: usize): void {
  const ends = seatedEndsAt(seat);
  for (let s: usize = 0; s < segments << 1; s++) {
    const starts = bucketStartsAt(seat, s & 1);
    store<u32>(ends + (s << 2), load<u32>(starts + (<usize>load<u32>(bucketEnds + (s << 2)) << 2)));
  }
  const there = scratch;
  memory.fill(there, 0xff, count1 << 2);
  const n0 = seatedCountOf(seat, 0);
  const n1 = seatedCountOf(seat, 1);
  const back = seatedTwinsAt(seat, 1);
  memory.fill(back, 0xff, n1 << 2);
  for (let j: usize = 0; j < n1; j++) store<u32>(there + (<usize>load<u32>(orderAt(seat, 1) + (j << 2)) << 2), <u32>j);
  for (let i: usize = 0; i < n0; i++) {
    const twin = load<i32>(twins0 + (<usize>load<u32>(orderAt(seat, 0) + (i << 2)) << 2));
    const j: i32 = twin < 0 ? -1 : load<i32>(there + (<usize>twin << 2));
    store<i32>(seatedTwinsAt(seat, 0) + (i << 2), j);
    if (j >= 0) store<i32>(back + (<usize>j << 2), <i32>i);
  }
}
