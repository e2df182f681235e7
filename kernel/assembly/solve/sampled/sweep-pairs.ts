// The sweep of `../showdown.ts` for training: sums over single cards and pairs only, which stay in the first-level cache.
//
// Leaving out larger subsets counts an opposing hand that shares three cards as one that can be met; among the hands of a
// pack there are few. Figures never come from here: what is learned so is judged by the exact sweep.

import { reserve } from '../../memory';
import { C2 } from '../../combinations';

/** Hands of this many cards are swept so. */
export const PAIRED: u32 = 4;
/** u16 offsets of a hand's four cards and six pairs in the tables. */
export const PAIRS_BYTES: usize = 20;

/** f32x4 sums of 52 cards and of 1,326 pairs. */
const SUMS_BYTES: usize = (52 + 1326) << 4;
const sums: usize = reserve(SUMS_BYTES);

/** Writes a packed hand's offsets. */
export function writeOffsets(hand: u64, to: usize): void {
  for (let i: u32 = 0; i < 4; i++) {
    const card = <usize>((hand >> (i << 3)) & 63);
    store<u16>(to + (<usize>i << 1), <u16>(card << 4));
  }
  let at = to + 8;
  for (let j: u32 = 1; j < 4; j++) {
    const high = <usize>((hand >> (j << 3)) & 63);
    for (let i: u32 = 0; i < j; i++) {
      const low = <usize>((hand >> (i << 3)) & 63);
      store<u16>(at, <u16>((52 + <usize>load<u32>(C2 + (high << 2)) + low) << 4));
      at += 2;
    }
  }
}

@inline
function at(offsets: usize, i: usize): v128 {
  return v128.load(sums + <usize>load<u16>(offsets + (i << 1)));
}

/** Reach that shares a card with the hand, as far as single cards and pairs tell. */
@inline
function shared(hand: usize): v128 {
  const singles = f32x4.add(f32x4.add(at(hand, 0), at(hand, 1)), f32x4.add(at(hand, 2), at(hand, 3)));
  const low = f32x4.add(f32x4.add(at(hand, 4), at(hand, 5)), at(hand, 6));
  const high = f32x4.add(f32x4.add(at(hand, 7), at(hand, 8)), at(hand, 9));
  return f32x4.sub(singles, f32x4.add(low, high));
}

@inline
function addAt(hand: usize, i: usize, x: v128): void {
  const to = sums + <usize>load<u16>(hand + (i << 1));
  v128.store(to, f32x4.add(v128.load(to), x));
}

@inline
function add(hand: usize, x: v128): void {
  addAt(hand, 0, x);
  addAt(hand, 1, x);
  addAt(hand, 2, x);
  addAt(hand, 3, x);
  addAt(hand, 4, x);
  addAt(hand, 5, x);
  addAt(hand, 6, x);
  addAt(hand, 7, x);
  addAt(hand, 8, x);
  addAt(hand, 9, x);
}

/** As `sweepShowdown`; `heroes` and `opps` are offsets of the hands in order. */
export function sweepPairs(
  hero: usize,
  heroes: usize,
  heroCount: usize,
  twins: usize,
  opps: usize,
  ends: usize,
  segments: usize,
  reach: usize,
  out: usize,
  met: usize,
  forms: usize,
): void {
  memory.fill(sums, 0, SUMS_BYTES);
  const less = v128.load(forms);
  const lessOrEqual = v128.load(forms, 16);
  const all = v128.load(forms, 32);
  const both = f32x4.add(less, lessOrEqual);
  let total = f32x4.splat(0);
  let i0: usize = 0;
  let j0: usize = 0;
  for (let s: usize = 0; s < segments; s++) {
    const i1: usize = load<u32>(ends + (s << 3) + (hero << 2));
    const j1: usize = load<u32>(ends + (s << 3) + ((hero ^ 1) << 2));
    if (i1 > i0) {
      const form = j1 > j0 ? less : both;
      for (let i = i0; i < i1; i++) {
        v128.store(out + (i << 4), f32x4.mul(form, f32x4.sub(total, shared(heroes + i * PAIRS_BYTES))));
      }
    }
    for (let j = j0; j < j1; j++) {
      const x = v128.load(reach + (j << 4));
      total = f32x4.add(total, x);
      add(opps + j * PAIRS_BYTES, x);
    }
    if (i1 > i0 && j1 > j0) {
      for (let i = i0; i < i1; i++) {
        const tied = f32x4.sub(total, shared(heroes + i * PAIRS_BYTES));
        v128.store(out + (i << 4), f32x4.add(v128.load(out + (i << 4)), f32x4.mul(lessOrEqual, tied)));
      }
    }
    i0 = i1;
    j0 = j1;
  }
  // The sums count the very same hand 1 − 4 + 6 times.
  const excess = f32x4.splat(-3);
  for (let i: usize = 0; i < heroCount; i++) {
    const twin = load<i32>(twins + (i << 2));
    const same = twin < 0 ? f32x4.splat(0) : f32x4.mul(excess, v128.load(reach + (<usize>twin << 4)));
    const meets = f32x4.add(f32x4.sub(total, shared(heroes + i * PAIRS_BYTES)), same);
    v128.store(met + (i << 4), meets);
    const value = f32x4.add(f32x4.mul(all, meets), f32x4.mul(lessOrEqual, same));
    v128.store(out + (i << 4), f32x4.add(v128.load(out + (i << 4)), value));
  }
}
