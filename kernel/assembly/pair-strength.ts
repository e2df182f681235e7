// A packed hand's strength on the board of `PAIRS`, and its cards as bits.

import { PAIRS } from './board';

@inline
function pair(x: u64, y: u64): u32 {
  return load<u16>(PAIRS + <usize>((x << 7) + (y << 1)));
}

/** Best pair of hole cards of a hand of `k` cards (2, 4, 5 or 6), one a byte; none of them may be on the board. */
@inline
export function strength(hand: u64, k: u32): u32 {
  const a = hand & 63;
  const b = (hand >> 8) & 63;
  let best = pair(a, b);
  if (k == 2) return best;
  const c = (hand >> 16) & 63;
  const d = (hand >> 24) & 63;
  best = max(max(max(best, pair(a, c)), max(pair(a, d), pair(b, c))), max(pair(b, d), pair(c, d)));
  if (k == 4) return best;
  const e = (hand >> 32) & 63;
  best = max(max(best, max(pair(a, e), pair(b, e))), max(pair(c, e), pair(d, e)));
  if (k == 5) return best;
  const f = (hand >> 40) & 63;
  return max(max(max(best, pair(a, f)), max(pair(b, f), pair(c, f))), max(pair(d, f), pair(e, f)));
}

@inline
function bit(hand: u64, i: u64): u64 {
  return (<u64>1) << ((hand >> (i << 3)) & 63);
}

/** A bit for each of the hand's `k` cards. */
@inline
export function cardBits(hand: u64, k: u32): u64 {
  let bits = bit(hand, 0);
  if (k >= 2) bits |= bit(hand, 1);
  if (k >= 4) bits |= bit(hand, 2) | bit(hand, 3);
  if (k >= 5) bits |= bit(hand, 4);
  if (k == 6) bits |= bit(hand, 5);
  return bits;
}
