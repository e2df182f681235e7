// A range against a range on one board, every combo separately, with card removal, in time linear in the combos.
//
// Hands are sorted by strength once. Sweeping upward, the sums of `subsets.ts` hold the reach of all weaker hands, so
// the reach a hand beats is one alternating sum. Both players are swept together: their reaches are the two counters
// of a packed entry. Weights are integers 1…100, so every count is exact.

import { madeHand } from './made-hands';
import { reserve, reserveZeroed } from './memory';
import { cardBits, strength } from './pair-strength';
import { addReach, clearSubsets, meetings, reserveSubsets, sharedReach, subsetCount } from './subsets';

const RANKS: usize = 7464;

let n: u32 = 0;
let k: u32 = 0;
/** u64[n]: the combos of both players, one card a byte, lowest first, unused bytes 0. */
let hands: usize = 0;
/** i64[n]: weight of the first player in the low half, of the second in the high half. */
let weights: usize = 0;
/** u16[n]: strength on the board at hand, 0 when a card is gone. */
let strengths: usize = 0;
/** u32[n]: live combos by ascending strength. */
let order: usize = 0;
/** u32[7464]: where each strength's combos end in `order`. */
const ends: usize = reserve(RANKS * 4);
/** f64[n][2]: pots each player's combo has won so far, in halves, and the reach it has met. */
let halfPots: usize = 0;
let met: usize = 0;

/** i64[3]: reach won by the first player, by the second, and met. */
export const SWEPT: usize = reserve(24);
/** i64[2][9]: reach met by each player's made hands. */
export const MADE: usize = reserve(2 * 9 * 8);

export function handsAt(): usize {
  return hands;
}
export function weightsAt(): usize {
  return weights;
}
export function halfPotsAt(): usize {
  return halfPots;
}
export function metAt(): usize {
  return met;
}

/** Makes room for `count` combos of `holeCards` cards; `combos`: also keep the pots of each. */
export function reserveSweep(count: u32, holeCards: u32, combos: bool): void {
  n = count;
  k = holeCards;
  hands = reserve(<usize>count << 3);
  weights = reserve(<usize>count << 3);
  strengths = reserve(<usize>count << 1);
  order = reserve(<usize>count << 2);
  reserveSubsets(holeCards);
  swept = 0;
  if (combos) {
    halfPots = reserveZeroed(<usize>count << 4);
    met = reserveZeroed(<usize>count << 4);
  }
}

/** Starts the pots of the combos anew. */
export function clearCombos(): void {
  memory.fill(halfPots, 0, <usize>n << 4);
  memory.fill(met, 0, <usize>n << 4);
}

/** Ranks the live combos on the board of `PAIRS` and sorts them; `gone` has a bit for each card that is not live. */
function sort(gone: u64): void {
  memory.fill(ends, 0, RANKS * 4);
  for (let i: usize = 0; i < n; i++) {
    const hand = load<u64>(hands + (i << 3));
    const s: usize = cardBits(hand, k) & gone ? 0 : strength(hand, k);
    store<u16>(strengths + (i << 1), <u16>s);
    store<u32>(ends + (s << 2), load<u32>(ends + (s << 2)) + 1);
  }
  // Combos of strength 0 are not live and stay out of the order.
  store<u32>(ends, 0);
  let sum: u32 = 0;
  for (let s: usize = 0; s < RANKS; s++) {
    const count = load<u32>(ends + (s << 2));
    store<u32>(ends + (s << 2), sum);
    sum += count;
  }
  for (let i: usize = 0; i < n; i++) {
    const s: usize = load<u16>(strengths + (i << 1));
    if (!s) continue;
    const at = load<u32>(ends + (s << 2));
    store<u32>(ends + (s << 2), at + 1);
    store<u32>(order + (<usize>at << 2), <u32>i);
  }
}

@inline
function handAt(i: usize): u64 {
  return load<u64>(hands + (i << 3));
}
@inline
function weightAt(i: usize): i64 {
  return load<i64>(weights + (i << 3));
}
@inline
function orderAt(i: usize): usize {
  return load<u32>(order + (i << 2));
}

/** What a sweep keeps of every combo. */
const POTS: u32 = 1;
const MET: u32 = 2;

/** Counts the board of `PAIRS` into `SWEPT`; `keep` adds POTS and MET: also into those sums of each combo. */
export function sweep(gone: u64, keep: u32): void {
  const pots = (keep & POTS) != 0;
  clear();
  sort(gone);
  let total: i64 = 0;
  let both: i64 = 0;
  let wonFirst: i64 = 0;
  let wonSecond: i64 = 0;
  let from: usize = 0;
  for (let s: usize = 1; s < RANKS; s++) {
    const to: usize = load<u32>(ends + (s << 2));
    if (to == from) continue;
    for (let i = from; i < to; i++) {
      const at = orderAt(i);
      const hand = handAt(at);
      const own = weightAt(at);
      const beaten = total - sharedReach(hand, k);
      wonFirst += <i64>(<i32>own) * (beaten >> 32);
      wonSecond += (own >> 32) * <i64>(<i32>beaten);
      if (pots) addReachTo(halfPots, at, beaten);
    }
    for (let i = from; i < to; i++) {
      const at = orderAt(i);
      const own = weightAt(at);
      total += own;
      both += <i64>(<i32>own) * (own >> 32);
      addReach(handAt(at), k, own);
    }
    if (pots) {
      for (let i = from; i < to; i++) {
        const at = orderAt(i);
        const hand = handAt(at);
        addReachTo(halfPots, at, total - sharedReach(hand, k) + itself(at));
      }
    }
    from = to;
  }
  if (keep & MET) {
    for (let i: usize = 0; i < from; i++) {
      const at = orderAt(i);
      addReachTo(met, at, total - sharedReach(handAt(at), k) + itself(at));
    }
  }
  store<i64>(SWEPT, wonFirst);
  store<i64>(SWEPT + 8, wonSecond);
  totalReach = total;
  swept = from;
  store<i64>(SWEPT + 16, small() ? metByEach(from) : meetings(total, both, k));
}

/** Whether the combos touch fewer subsets than there are: then walking them is cheaper than walking the tables. */
function small(): bool {
  return <usize>n << k < subsetCount();
}

/** What the first player's combos meet, one by one; the `live` first of the order are on the board. */
function metByEach(live: usize): i64 {
  let sum: i64 = 0;
  for (let i: usize = 0; i < live; i++) {
    const at = orderAt(i);
    const own = <i64>(<i32>weightAt(at));
    if (own) sum += own * ((totalReach - sharedReach(handAt(at), k) + itself(at)) >> 32);
  }
  return sum;
}

/** Empties the tables for the next board. */
function clear(): void {
  if (!small()) {
    clearSubsets();
    return;
  }
  // Integers: what was added can be taken out again without a trace.
  for (let i: usize = 0; i < swept; i++) {
    const at = orderAt(i);
    addReach(handAt(at), k, -weightAt(at));
  }
}

let totalReach: i64 = 0;
/** Combos of the last board that are still in the tables. */
let swept: usize = 0;

/** The term of inclusion–exclusion that `sharedReach` leaves out: the identical combo, signed by its size. */
@inline
function itself(at: usize): i64 {
  return k == 5 ? -weightAt(at) : weightAt(at);
}

/** The second player's reach counts for the first player's combo, and the other way round. */
@inline
function addReachTo(sums: usize, at: usize, reach: i64): void {
  const p = sums + (at << 4);
  store<f64>(p, load<f64>(p) + <f64>(reach >> 32));
  store<f64>(p + 8, load<f64>(p + 8) + <f64>(<i32>reach));
}

/** After a sweep: what each player's made hands met, into `MADE`. */
export function sweepMadeHands(): void {
  memory.fill(MADE, 0, 2 * 9 * 8);
  let from: usize = 0;
  for (let s: usize = 1; s < RANKS; s++) {
    const to: usize = load<u32>(ends + (s << 2));
    if (to == from) continue;
    const slot = MADE + (<usize>madeHand(<u32>s) << 3);
    for (let i = from; i < to; i++) {
      const at = orderAt(i);
      const own = weightAt(at);
      const met = totalReach - sharedReach(handAt(at), k) + itself(at);
      store<i64>(slot, load<i64>(slot) + <i64>(<i32>own) * (met >> 32));
      store<i64>(slot + 72, load<i64>(slot + 72) + (own >> 32) * <i64>(<i32>met));
    }
    from = to;
  }
}
