// A pack of each player's hands at a run-out of two boards, in the order of strength on one of them.

import { reserve } from '../../memory';
import { MOST_BUCKETS } from './buckets';
import { boardSeatAt, orderAt, seatedCountOf, seatedHandsAt, seatedTwinsAt } from './seats';
import { paired, PAIRS_BYTES } from './sweep-pairs';

const MOST_CLASSES: usize = 7464;
const starts: usize = reserve((MOST_CLASSES + 1) * 4);
const there: usize = reserve((MOST_BUCKETS + 1) * 4);

// A board's seat: 8 fields.
@inline
function field(record: usize, i: usize): usize {
  return load<u32>(record + (i << 2));
}
/** u32[hands left]: number of each hand in the order of buckets. */
@inline
export function numbersAt(seat: usize, player: usize): usize {
  return field(seat, player);
}
/** Packed hands in order, or the offsets of `sweep-pairs.ts`. */
@inline
export function boardHandsAt(seat: usize, player: usize): usize {
  return field(seat, 2 + player);
}
@inline
export function boardTwinsAt(seat: usize, player: usize): usize {
  return field(seat, 4 + player);
}
@inline
export function boardEndsAt(seat: usize): usize {
  return field(seat, 6);
}
@inline
export function boardSegmentsOf(seat: usize): usize {
  return field(seat, 7);
}

/**
 * After `seatBoth`: sorts both packs by their classes of strength on a board, u16 by place below `segments`, from the order
 * of buckets. `via` as in `seatPack`; packs begin at places `first`.
 */
export function seatOnBoard(seat: usize, board: u32, k: u32, classes0: usize, classes1: usize, via0: usize, via1: usize, first0: usize, first1: usize, segments: usize): void {
  const record = boardSeatAt(seat, board);
  store<u32>(record + 28, <u32>segments);
  sort(seat, record, 0, k, classes0, via0, first0, segments);
  sort(seat, record, 1, k, classes1, via1, first1, segments);
  const n0 = seatedCountOf(seat, 0);
  const n1 = seatedCountOf(seat, 1);
  for (let j: usize = 0; j < n1; j++) store<u32>(there + (<usize>load<u32>(numbersAt(record, 1) + (j << 2)) << 2), <u32>j);
  const back = boardTwinsAt(record, 1);
  memory.fill(back, 0xff, n1 << 2);
  for (let i: usize = 0; i < n0; i++) {
    const twin = load<i32>(seatedTwinsAt(seat, 0) + (<usize>load<u32>(numbersAt(record, 0) + (i << 2)) << 2));
    const j: i32 = twin < 0 ? -1 : load<i32>(there + (<usize>twin << 2));
    store<i32>(boardTwinsAt(record, 0) + (i << 2), j);
    if (j >= 0) store<i32>(back + (<usize>j << 2), <i32>i);
  }
}

function sort(seat: usize, record: usize, player: usize, k: u32, classes: usize, via: usize, first: usize, segments: usize): void {
  const count = seatedCountOf(seat, player);
  const order = orderAt(seat, player);
  memory.fill(starts, 0, (segments + 1) << 2);
  for (let i: usize = 0; i < count; i++) {
    const at = starts + ((classOf(classes, via, first + load<u32>(order + (i << 2))) + 1) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  const ends = boardEndsAt(record) + (player << 2);
  for (let s: usize = 0; s < segments; s++) {
    const end = load<u32>(starts + (s << 2)) + load<u32>(starts + (s << 2), 4);
    store<u32>(starts + (s << 2), end, 4);
    store<u32>(ends + (s << 3), end);
  }
  const numbers = numbersAt(record, player);
  const from = seatedHandsAt(seat, player);
  const hands = boardHandsAt(record, player);
  for (let i: usize = 0; i < count; i++) {
    const at = starts + (classOf(classes, via, first + load<u32>(order + (i << 2))) << 2);
    const to: usize = load<u32>(at);
    store<u32>(at, <u32>to + 1);
    store<u32>(numbers + (to << 2), <u32>i);
    if (paired) memory.copy(hands + to * PAIRS_BYTES, from + i * PAIRS_BYTES, PAIRS_BYTES);
    else if (k > 4) store<u64>(hands + (to << 3), load<u64>(from + (i << 3)));
    else store<u32>(hands + (to << 2), load<u32>(from + (i << 2)));
  }
}

@inline
function classOf(classes: usize, via: usize, place: usize): usize {
  return load<u16>(classes + ((via ? <usize>load<u32>(via + (place << 2)) : place) << 1));
}
