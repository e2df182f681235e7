// Sums of reach over every subset of cards, four lanes at a time, and inclusion–exclusion over a hand's subsets.
//
// The same alternating sums as `../subsets.ts`, on f32 reaches: a lane is an end of the public tree, and all lanes of
// a run-out share the hands and their order. Cards are numbered compactly among those that are live, which keeps the
// tables of PLO4 within a second-level cache.

import { C2, C3, C4, C5 } from '../combinations';
import { reserve } from '../memory';

/** f32x4 tables of subsets of one to five cards. */
let T1: usize = 0;
let T2: usize = 0;
let T3: usize = 0;
let T4: usize = 0;
let T5: usize = 0;
let end: usize = 0;

@inline
function choose(row: usize, n: u32): usize {
  return <usize>load<u32>(row + (<usize>n << 2));
}

/** Makes room for hands of `k` cards (1, 2, 4, 5 or 6), all of them below `cards`. Needs as much memory as it says. */
export function reserveLanes(cards: u32, k: u32): void {
  T1 = reserve(lanesBytes(cards, k));
  T2 = T1 + (<usize>cards << 4);
  T3 = T2 + (choose(C2, cards) << 4);
  T4 = T3 + (choose(C3, cards) << 4);
  T5 = T4 + (choose(C4, cards) << 4);
  end = T1 + lanesBytes(cards, k);
  memory.fill(T1, 0, end - T1);
}

/** Bytes of the tables. */
export function lanesBytes(cards: u32, k: u32): usize {
  let entries: usize = k > 1 ? cards : 0;
  if (k > 2) entries += choose(C2, cards) + choose(C3, cards);
  if (k > 4) entries += choose(C4, cards);
  if (k > 5) entries += choose(C5, cards);
  return entries << 4;
}

/** Entries of all tables. */
export function laneEntries(): usize {
  return (end - T1) >> 4;
}

export function fillLanes(): void {
  memory.fill(T1, 0, end - T1);
}

/** Bytes from the start of a table to the entry of card `n` with j−1 lower cards: C(n, j) entries. */
@inline
function offset(row: usize, n: usize): usize {
  return <usize>load<u32>(row + (n << 2)) << 4;
}

@inline
function at(base: usize): v128 {
  return v128.load(base);
}

@inline
function plus(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

/** +singles −pairs +triples of four cards, in tables `one`, `two`, `three`. */
@inline
function alternate4(one: usize, two: usize, three: usize, a: usize, b: usize, c: usize, d: usize): v128 {
  const b2 = offset(C2, b);
  const c2 = offset(C2, c);
  const d2 = offset(C2, d);
  const a1 = a << 4;
  const b1 = b << 4;
  const c1 = c << 4;
  const c3 = three + offset(C3, c);
  const d3 = three + offset(C3, d);
  const singles = plus(plus(at(one + a1), at(one + b1)), plus(at(one + c1), at(one + (d << 4))));
  const low = plus(plus(at(two + b2 + a1), at(two + c2 + a1)), at(two + c2 + b1));
  const high = plus(plus(at(two + d2 + a1), at(two + d2 + b1)), at(two + d2 + c1));
  const triples = plus(plus(at(c3 + b2 + a1), at(d3 + b2 + a1)), plus(at(d3 + c2 + a1), at(d3 + c2 + b1)));
  return plus(f32x4.sub(singles, plus(low, high)), triples);
}

/** +singles −pairs +triples −quads of five cards. */
@inline
function alternate5(one: usize, two: usize, three: usize, four: usize, a: usize, b: usize, c: usize, d: usize, e: usize): v128 {
  const quad = at(four + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 4));
  const without = plus(f32x4.sub(alternate4(one, two, three, a, b, c, d), quad), at(one + (e << 4)));
  return f32x4.sub(without, alternate4(two + offset(C2, e), three + offset(C3, e), four + offset(C4, e), a, b, c, d));
}

@inline
function byte(hand: u64, i: u64): usize {
  return <usize>((hand >> (i << 3)) & 63);
}

/** Bytes of a packed hand, as a shift. */
@inline
export function handShift(k: u32): usize {
  return k > 4 ? 3 : 2;
}

/** The hand at `hands[i]`, one card a byte, lowest first. */
@inline
export function handAt(k: u32, hands: usize, i: usize): u64 {
  return k > 4 ? load<u64>(hands + (i << 3)) : <u64>load<u32>(hands + (i << 2));
}

/** Reach that shares a card with the hand, from the sums so far; the subset of all its cards is left out. */
@inline
export function sharedLanes(k: u32, hand: u64): v128 {
  if (k == 1) return f32x4.splat(0);
  const a = byte(hand, 0);
  const b = byte(hand, 1);
  if (k == 2) return plus(at(T1 + (a << 4)), at(T1 + (b << 4)));
  const c = byte(hand, 2);
  const d = byte(hand, 3);
  if (k == 4) return alternate4(T1, T2, T3, a, b, c, d);
  const e = byte(hand, 4);
  if (k == 5) return alternate5(T1, T2, T3, T4, a, b, c, d, e);
  const f = byte(hand, 5);
  const five = at(T5 + offset(C5, e) + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 4));
  const withSixth = alternate5(T2 + offset(C2, f), T3 + offset(C3, f), T4 + offset(C4, f), T5 + offset(C5, f), a, b, c, d, e);
  return f32x4.sub(plus(plus(alternate5(T1, T2, T3, T4, a, b, c, d, e), five), at(T1 + (f << 4))), withSixth);
}

/** Whether an entry is added to or emptied. */
@inline
function put(base: usize, x: v128, empty: bool): void {
  v128.store(base, empty ? x : f32x4.add(v128.load(base), x));
}

@inline
function put4(one: usize, two: usize, three: usize, a: usize, b: usize, c: usize, d: usize, x: v128, empty: bool): void {
  const b2 = offset(C2, b);
  const c2 = offset(C2, c);
  const d2 = offset(C2, d);
  const a1 = a << 4;
  const b1 = b << 4;
  const c1 = c << 4;
  const c3 = three + offset(C3, c);
  const d3 = three + offset(C3, d);
  put(one + a1, x, empty);
  put(one + b1, x, empty);
  put(one + c1, x, empty);
  put(one + (d << 4), x, empty);
  put(two + b2 + a1, x, empty);
  put(two + c2 + a1, x, empty);
  put(two + c2 + b1, x, empty);
  put(two + d2 + a1, x, empty);
  put(two + d2 + b1, x, empty);
  put(two + d2 + c1, x, empty);
  put(c3 + b2 + a1, x, empty);
  put(d3 + b2 + a1, x, empty);
  put(d3 + c2 + a1, x, empty);
  put(d3 + c2 + b1, x, empty);
}

@inline
function put5(one: usize, two: usize, three: usize, four: usize, a: usize, b: usize, c: usize, d: usize, e: usize, x: v128, empty: bool): void {
  put4(one, two, three, a, b, c, d, x, empty);
  put(four + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 4), x, empty);
  put(one + (e << 4), x, empty);
  put4(two + offset(C2, e), three + offset(C3, e), four + offset(C4, e), a, b, c, d, x, empty);
}

@inline
function touch(k: u32, hand: u64, x: v128, empty: bool): void {
  if (k == 1) return;
  const a = byte(hand, 0);
  const b = byte(hand, 1);
  if (k == 2) {
    put(T1 + (a << 4), x, empty);
    put(T1 + (b << 4), x, empty);
    return;
  }
  const c = byte(hand, 2);
  const d = byte(hand, 3);
  if (k == 4) {
    put4(T1, T2, T3, a, b, c, d, x, empty);
    return;
  }
  const e = byte(hand, 4);
  put5(T1, T2, T3, T4, a, b, c, d, e, x, empty);
  if (k == 5) return;
  const f = byte(hand, 5);
  put(T5 + offset(C5, e) + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 4), x, empty);
  put(T1 + (f << 4), x, empty);
  put5(T2 + offset(C2, f), T3 + offset(C3, f), T4 + offset(C4, f), T5 + offset(C5, f), a, b, c, d, e, x, empty);
}

/** Adds a hand's reach to the sums of all its subsets. */
@inline
export function addLanes(k: u32, hand: u64, x: v128): void {
  touch(k, hand, x, false);
}

/** Empties the sums of all a hand's subsets. */
@inline
export function emptyLanes(k: u32, hand: u64): void {
  touch(k, hand, f32x4.splat(0), true);
}
