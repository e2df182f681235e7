// Five-card ranks from the rules of poker: a dense integer 1…7462, larger is better.
//
// The place of a hand inside its category is its colexicographic index, so every rank is a closed formula and no
// table is pasted in. Omaha plays two hole cards with three of the board, so the tables are cut there: one row per
// multiset of three board ranks, one column per pair of hole ranks.

import { c2, c3, c4, c5 } from './combinations';
import { reserveZeroed } from './memory';

/** Ranks up to and including each category's best hand. */
export const HIGH_CARD: u32 = 1277;
export const PAIR: u32 = 4137;
export const TWO_PAIR: u32 = 4995;
export const TRIPS: u32 = 5853;
export const STRAIGHT: u32 = 5863;
export const FLUSH: u32 = 7140;
export const FULL_HOUSE: u32 = 7296;
export const QUADS: u32 = 7452;
export const STRAIGHT_FLUSH: u32 = 7462;

const WHEEL: u32 = 0x100f;
const FIVE_IN_A_ROW: u32 = 0x1f;

/** 0 for the wheel … 9 for ace high, −1 when the five ranks of `mask` are no straight. */
function straightIndex(mask: u32): i32 {
  if (mask == WHEEL) return 0;
  const low = ctz(mask);
  return mask == FIVE_IN_A_ROW << low ? <i32>low + 1 : -1;
}

/** Index 0…1276 of five different ranks that are no straight, in order of strength. */
function highCardIndex(mask: u32): u32 {
  let rest = mask;
  let index: u32 = 0;
  for (let i: u32 = 1; rest; i++) {
    const r = ctz(rest);
    rest &= rest - 1;
    index += i == 1 ? r : i == 2 ? c2(r) : i == 3 ? c3(r) : i == 4 ? c4(r) : c5(r);
  }
  // The straights weaker than this hand do not count; ascending masks are ascending colex indices.
  for (let low: u32 = 0; low < 9; low++) if (FIVE_IN_A_ROW << low < mask) index--;
  return WHEEL < mask ? index - 1 : index;
}

/** A rank's place among the twelve that are left when `gone` is taken out. */
@inline
function without(rank: u32, gone: u32): u32 {
  return rank > gone ? rank - 1 : rank;
}

/** Rank of five cards of one suit, from the 13-bit mask of their ranks. */
function flushRank(mask: u32): u32 {
  const straight = straightIndex(mask);
  return straight >= 0 ? QUADS + <u32>straight + 1 : STRAIGHT + highCardIndex(mask) + 1;
}

/** Rank of five cards by their ranks alone, suits set aside. Five equal ranks give 0: no deck holds them. */
export function rankOfFive(r0: u32, r1: u32, r2: u32, r3: u32, r4: u32): u32 {
  const one: u64 = 1;
  const counts: u64 =
    (one << (r0 << 2)) + (one << (r1 << 2)) + (one << (r2 << 2)) + (one << (r3 << 2)) + (one << (r4 << 2));
  let singles: u32 = 0;
  let pairs: u32 = 0;
  let trips: u32 = 0;
  let quads: u32 = 0;
  for (let r: u32 = 0; r < 13; r++) {
    const n = <u32>(counts >> (r << 2)) & 15;
    if (n == 1) singles |= 1 << r;
    else if (n == 2) pairs |= 1 << r;
    else if (n == 3) trips |= 1 << r;
    else if (n == 4) quads |= 1 << r;
    else if (n == 5) return 0;
  }
  if (quads) {
    const q = ctz(quads);
    return FULL_HOUSE + q * 12 + without(ctz(singles), q) + 1;
  }
  if (trips) {
    const t = ctz(trips);
    if (pairs) return FLUSH + t * 12 + without(ctz(pairs), t) + 1;
    const x = without(ctz(singles), t);
    const y = without(31 - clz(singles), t);
    return TWO_PAIR + t * 66 + c2(y) + x + 1;
  }
  if (popcnt(pairs) == 2) {
    const low = ctz(pairs);
    const high = 31 - clz(pairs);
    const k = ctz(singles);
    const kicker = without(without(k, high), low);
    return PAIR + (c2(high) + low) * 11 + kicker + 1;
  }
  if (pairs) {
    const p = ctz(pairs);
    const x = without(ctz(singles), p);
    const z = without(31 - clz(singles), p);
    const y = without(ctz(singles & (singles - 1)), p);
    return HIGH_CARD + p * 220 + c3(z) + c2(y) + x + 1;
  }
  const straight = straightIndex(singles);
  return straight >= 0 ? TRIPS + <u32>straight + 1 : highCardIndex(singles) + 1;
}

/** u16[8192]: rank of the best five cards of one suit, by rank mask; 0 under five cards. */
export const FLUSH_RANKS: usize = reserveZeroed(8192 * 2);

for (let mask: u32 = 0; mask < 8192; mask++) {
  const n = popcnt(mask);
  if (n == 5) store<u16>(FLUSH_RANKS + (<usize>mask << 1), <u16>flushRank(mask));
  else if (n > 5) {
    // Masks ascend, so every mask with one card fewer is done.
    let best: u16 = 0;
    for (let rest = mask; rest; rest &= rest - 1) {
      best = max(best, load<u16>(FLUSH_RANKS + (<usize>(mask & ~(rest & -rest)) << 1)));
    }
    store<u16>(FLUSH_RANKS + (<usize>mask << 1), best);
  }
}

/** Multisets of three ranks. */
export const TRIPLES: u32 = 455;
/** u16[13][13][16]: index 0…454 of the multiset of three ranks, in any order. */
export const TRIPLE_INDEX: usize = reserveZeroed(13 * 13 * 16 * 2);

@inline
export function tripleIndex(x: u32, y: u32, z: u32): u32 {
  return load<u16>(TRIPLE_INDEX + (<usize>((x * 13 + y) * 16 + z) << 1));
}

/** Columns of a row of pairs: rank pair (x, y) is column x·16 + y, both orders filled. */
export const PAIR_COLUMNS: u32 = 208;
/** u16[455][208]: rank of three board ranks with two hole ranks, no flush. */
export const FIVE: usize = reserveZeroed(455 * 208 * 2);

for (let x: u32 = 0; x < 13; x++) {
  for (let y: u32 = 0; y < 13; y++) {
    for (let z: u32 = 0; z < 13; z++) {
      const low = min(x, min(y, z));
      const high = max(x, max(y, z));
      const mid = x + y + z - low - high;
      const index = c3(high + 2) + c2(mid + 1) + low;
      store<u16>(TRIPLE_INDEX + (<usize>((x * 13 + y) * 16 + z) << 1), <u16>index);
      if (x > y || y > z) continue;
      for (let p: u32 = 0; p < 13; p++) {
        for (let q: u32 = p; q < 13; q++) {
          const rank = <u16>rankOfFive(x, y, z, p, q);
          store<u16>(FIVE + (<usize>(index * 208 + p * 16 + q) << 1), rank);
          store<u16>(FIVE + (<usize>(index * 208 + q * 16 + p) << 1), rank);
        }
      }
    }
  }
}

/** Rank of any five different cards. */
export function rankFiveCards(a: u32, b: u32, c: u32, d: u32, e: u32): u32 {
  const s = a & 3;
  if (s == (b & 3) && s == (c & 3) && s == (d & 3) && s == (e & 3)) {
    return flushRank((1 << (a >> 2)) | (1 << (b >> 2)) | (1 << (c >> 2)) | (1 << (d >> 2)) | (1 << (e >> 2)));
  }
  return load<u16>(FIVE + (<usize>(tripleIndex(a >> 2, b >> 2, c >> 2) * 208 + (d >> 2) * 16 + (e >> 2)) << 1));
}
