// The hands of a deal: those that the dealt cards leave, weakest first, in compact cards.
//
// Made once for each run-out; a solve only reads them.

import { C2, C3, C4, C5 } from '../combinations';
import { reserve } from '../memory';
import { cardBits, strength } from '../pair-strength';
import { handAt } from './subset-lanes';

/** Strengths are below this. */
const STRENGTHS: usize = 7464;

/** u8[64]: number of each card among those that are live; written by the host. */
export const COMPACT: usize = reserve(64);
/** u32[2][STRENGTHS]: hands of each player by strength, of the last two calls of `orderHands`. */
const counts: usize = reserve(2 * STRENGTHS * 4);
/** u32[STRENGTHS]: where the next hand of each strength goes. */
const starts: usize = reserve(STRENGTHS * 4);

/** Strength of each of `n` hands (u64 each) on the board of `PAIRS`, 0 when one of its cards is in `gone`. */
export function rankHands(k: u32, hands: usize, n: u32, gone: u64, to: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const hand = load<u64>(hands + (i << 3));
    store<u16>(to + (i << 1), cardBits(hand, k) & gone ? <u16>0 : <u16>strength(hand, k));
  }
}

@inline
function compact(k: u32, hand: u64): u64 {
  let packed: u64 = 0;
  for (let c: u64 = 0; c < k; c++) {
    packed |= <u64>load<u8>(COMPACT + <usize>((hand >> (c << 3)) & 63)) << (c << 3);
  }
  return packed;
}

@inline
function put(k: u32, hands: usize, index: usize, hand: u64, from: usize, to: usize): void {
  if (k > 4) store<u64>(hands + (to << 3), compact(k, hand));
  else store<u32>(hands + (to << 2), <u32>compact(k, hand));
  store<u32>(index + (to << 2), <u32>from);
}

/** Hands of `n` that hold no card of `gone`, in their order; returns how many. */
export function keepHands(k: u32, from: usize, n: u32, gone: u64, hands: usize, index: usize): u32 {
  let to: usize = 0;
  for (let i: usize = 0; i < n; i++) {
    const hand = load<u64>(from + (i << 3));
    if (!(cardBits(hand, k) & gone)) put(k, hands, index, hand, i, to++);
  }
  return <u32>to;
}

/** Hands of `n` with a strength above 0, weakest first and in their order among equals; returns how many. */
export function sortHands(k: u32, player: u32, from: usize, n: u32, strengths: usize, hands: usize, index: usize): u32 {
  const count = counts + <usize>player * STRENGTHS * 4;
  memory.fill(count, 0, STRENGTHS * 4);
  for (let i: usize = 0; i < n; i++) {
    const at = count + (<usize>load<u16>(strengths + (i << 1)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  store<u32>(count, 0);
  let sum: u32 = 0;
  for (let s: usize = 0; s < STRENGTHS; s++) {
    store<u32>(starts + (s << 2), sum);
    sum += load<u32>(count + (s << 2));
  }
  for (let i: usize = 0; i < n; i++) {
    const s: usize = load<u16>(strengths + (i << 1));
    if (!s) continue;
    const at = starts + (s << 2);
    const to = load<u32>(at);
    store<u32>(at, to + 1);
    put(k, hands, index, load<u64>(from + (i << 3)), i, to);
  }
  return sum;
}

/** After sorting both players: u32[segments][2], where each strength ends for each player; returns how many. */
export function segmentEnds(to: usize): u32 {
  let segments: usize = 0;
  let first: u32 = 0;
  let second: u32 = 0;
  for (let s: usize = 1; s < STRENGTHS; s++) {
    const a = load<u32>(counts + (s << 2));
    const b = load<u32>(counts + ((STRENGTHS + s) << 2));
    if (!(a | b)) continue;
    first += a;
    second += b;
    store<u32>(to + (segments << 3), first);
    store<u32>(to + (segments << 3) + 4, second);
    segments++;
  }
  return <u32>segments;
}

/** Colexicographic number of a compact hand. */
@inline
function numberOf(k: u32, hand: u64): usize {
  let number = <u32>(hand & 63);
  if (k >= 2) number += load<u32>(C2 + (<usize>((hand >> 8) & 63) << 2));
  if (k >= 4) {
    number += load<u32>(C3 + (<usize>((hand >> 16) & 63) << 2));
    number += load<u32>(C4 + (<usize>((hand >> 24) & 63) << 2));
  }
  if (k >= 5) number += load<u32>(C5 + (<usize>((hand >> 32) & 63) << 2));
  if (k == 6) {
    const f = <u32>((hand >> 40) & 63);
    if (f > 4) number += (load<u32>(C5 + (<usize>f << 2)) * (f - 5)) / 6;
  }
  return <usize>number;
}

/** Where the opponent's very same hand is, −1 if nowhere. `table` is u32, zeros, one a hand of the deck; left as it was. */
export function findTwins(k: u32, first: usize, n0: u32, second: usize, n1: u32, twins0: usize, twins1: usize, table: usize): void {
  memory.fill(twins1, 0xff, <usize>n1 << 2);
  for (let j: usize = 0; j < n1; j++) store<u32>(table + (numberOf(k, handAt(k, second, j)) << 2), <u32>j + 1);
  for (let i: usize = 0; i < n0; i++) {
    const j = <i32>load<u32>(table + (numberOf(k, handAt(k, first, i)) << 2)) - 1;
    store<i32>(twins0 + (i << 2), j);
    if (j >= 0) store<i32>(twins1 + (<usize>j << 2), <i32>i);
  }
  for (let j: usize = 0; j < n1; j++) store<u32>(table + (numberOf(k, handAt(k, second, j)) << 2), 0);
}
