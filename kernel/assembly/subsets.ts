// Sums of reach over every subset of cards, and inclusion–exclusion over a hand's subsets.
//
// T_s[X] is the reach of all hands that contain the s cards X. The reach of the hands that share no card with a
// hand h is the alternating sum of T over the subsets of h. The subset of all k cards is left out everywhere: only
// h itself contains it, and callers add it where it counts.
//
// An entry packs two i32 counters, one a player, into one i64. Addition and subtraction are linear, so the packed
// result is right whenever both true results are not negative and below 2^31, whatever borrows pass in between.

import { C2, C3, C4, C5 } from './combinations';
import { reserve } from './memory';

/** i64 tables of subsets of one to five cards. */
let T1: usize = 0;
let T2: usize = 0;
let T3: usize = 0;
let T4: usize = 0;
let T5: usize = 0;
let end: usize = 0;

/** Makes room for hands of `k` cards, all of them below card 52. */
export function reserveSubsets(k: u32): void {
  T1 = reserve(52 * 8);
  T2 = T1 + 52 * 8;
  T3 = T2 + 1326 * 8;
  T4 = T3 + 22100 * 8;
  T5 = T4 + 270725 * 8;
  end = k == 2 ? T2 : k == 4 ? T4 : k == 5 ? T5 : T5 + 2598960 * 8;
  reserve(end - T1);
  clearSubsets();
}

/** Entries of all tables. */
export function subsetCount(): usize {
  return (end - T1) >> 3;
}

export function clearSubsets(): void {
  memory.fill(T1, 0, end - T1);
}

/** Bytes from the start of a table to the entry of card `n` with j−1 lower cards: C(n, j) entries. */
@inline
function offset(table: usize, n: usize): usize {
  return <usize>load<u32>(table + (n << 2)) << 3;
}

@inline
function at(base: usize): i64 {
  return load<i64>(base);
}

/** +singles −pairs +triples of four cards, in tables `one`, `two`, `three`. */
@inline
function alternate4(one: usize, two: usize, three: usize, a: usize, b: usize, c: usize, d: usize): i64 {
  const b2 = offset(C2, b);
  const c2 = offset(C2, c);
  const d2 = offset(C2, d);
  const a1 = a << 3;
  const b1 = b << 3;
  const c1 = c << 3;
  const c3 = three + offset(C3, c);
  const d3 = three + offset(C3, d);
  const singles = at(one + a1) + at(one + b1) + at(one + c1) + at(one + (d << 3));
  const pairs =
    at(two + b2 + a1) + at(two + c2 + a1) + at(two + c2 + b1) + at(two + d2 + a1) + at(two + d2 + b1) + at(two + d2 + c1);
  const triples = at(c3 + b2 + a1) + at(d3 + b2 + a1) + at(d3 + c2 + a1) + at(d3 + c2 + b1);
  return singles - pairs + triples;
}

/** +singles −pairs +triples −quads of five cards. */
@inline
function alternate5(one: usize, two: usize, three: usize, four: usize, a: usize, b: usize, c: usize, d: usize, e: usize): i64 {
  const quad = at(four + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 3));
  return (
    alternate4(one, two, three, a, b, c, d) -
    quad +
    at(one + (e << 3)) -
    alternate4(two + offset(C2, e), three + offset(C3, e), four + offset(C4, e), a, b, c, d)
  );
}

@inline
function byte(hand: u64, i: u64): usize {
  return <usize>((hand >> (i << 3)) & 63);
}

/** Reach that shares a card with the hand, from the sums so far; the hand itself, were it among them, left out. */
@inline
export function sharedReach(hand: u64, k: u32): i64 {
  const a = byte(hand, 0);
  const b = byte(hand, 1);
  if (k == 2) return at(T1 + (a << 3)) + at(T1 + (b << 3));
  const c = byte(hand, 2);
  const d = byte(hand, 3);
  if (k == 4) return alternate4(T1, T2, T3, a, b, c, d);
  const e = byte(hand, 4);
  if (k == 5) return alternate5(T1, T2, T3, T4, a, b, c, d, e);
  const f = byte(hand, 5);
  const five = at(T5 + offset(C5, e) + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 3));
  const withSixth = alternate5(T2 + offset(C2, f), T3 + offset(C3, f), T4 + offset(C4, f), T5 + offset(C5, f), a, b, c, d, e);
  return alternate5(T1, T2, T3, T4, a, b, c, d, e) + five + at(T1 + (f << 3)) - withSixth;
}

@inline
function put(base: usize, w: i64): void {
  store<i64>(base, load<i64>(base) + w);
}

@inline
function put4(one: usize, two: usize, three: usize, a: usize, b: usize, c: usize, d: usize, w: i64): void {
  const b2 = offset(C2, b);
  const c2 = offset(C2, c);
  const d2 = offset(C2, d);
  const a1 = a << 3;
  const b1 = b << 3;
  const c1 = c << 3;
  const c3 = three + offset(C3, c);
  const d3 = three + offset(C3, d);
  put(one + a1, w);
  put(one + b1, w);
  put(one + c1, w);
  put(one + (d << 3), w);
  put(two + b2 + a1, w);
  put(two + c2 + a1, w);
  put(two + c2 + b1, w);
  put(two + d2 + a1, w);
  put(two + d2 + b1, w);
  put(two + d2 + c1, w);
  put(c3 + b2 + a1, w);
  put(d3 + b2 + a1, w);
  put(d3 + c2 + a1, w);
  put(d3 + c2 + b1, w);
}

@inline
function put5(one: usize, two: usize, three: usize, four: usize, a: usize, b: usize, c: usize, d: usize, e: usize, w: i64): void {
  put4(one, two, three, a, b, c, d, w);
  put(four + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 3), w);
  put(one + (e << 3), w);
  put4(two + offset(C2, e), three + offset(C3, e), four + offset(C4, e), a, b, c, d, w);
}

/** Adds a hand's reach to the sums of all its subsets. */
@inline
export function addReach(hand: u64, k: u32, w: i64): void {
  const a = byte(hand, 0);
  const b = byte(hand, 1);
  if (k == 2) {
    put(T1 + (a << 3), w);
    put(T1 + (b << 3), w);
    return;
  }
  const c = byte(hand, 2);
  const d = byte(hand, 3);
  if (k == 4) {
    put4(T1, T2, T3, a, b, c, d, w);
    return;
  }
  const e = byte(hand, 4);
  if (k == 5) {
    put5(T1, T2, T3, T4, a, b, c, d, e, w);
    return;
  }
  const f = byte(hand, 5);
  put5(T1, T2, T3, T4, a, b, c, d, e, w);
  put(T5 + offset(C5, e) + offset(C4, d) + offset(C3, c) + offset(C2, b) + (a << 3), w);
  put(T1 + (f << 3), w);
  put5(T2 + offset(C2, f), T3 + offset(C3, f), T4 + offset(C4, f), T5 + offset(C5, f), a, b, c, d, e, w);
}

@inline
function product(w: i64): i64 {
  return <i64>(<i32>w) * (w >> 32);
}

function products(from: usize, to: usize): i64 {
  let sum: i64 = 0;
  for (let p = from; p < to; p += 8) sum += product(load<i64>(p));
  return sum;
}

/**
 * Sum over hands of one player's reach times the other's compatible reach, from the finished sums: the alternating
 * sum of products over all subsets. `both` is the sum of products over identical hands. Exact modulo 2^64.
 */
export function meetings(total: i64, both: i64, k: u32): i64 {
  let sum = product(total) - products(T1, T2);
  if (k == 2) return sum + both;
  sum += products(T2, T3) - products(T3, T4);
  if (k == 4) return sum + both;
  sum += products(T4, T5);
  if (k == 5) return sum - both;
  return sum - products(T5, end) + both;
}
