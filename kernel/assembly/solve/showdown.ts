// What every hand is worth at four ends of the tree at once, against all opposing hands, card removal exact.
//
// Hands of both players are sorted by strength, and equal strengths form a segment. Sweeping upward, the sums of
// `subset-lanes.ts` hold the reach of all weaker opposing hands, so a hand reads what it beats before its segment is
// added and what it beats or ties after. With the reach it meets in all, win, tie and loss are one linear form; ends
// that only need the reach they meet (folds) skip the order.
//
// The subset of all k cards is left out of the tables: only the opposing hand of the very same cards (its twin) has
// it, and it is mended where it counts.

import { addLanes, emptyLanes, fillLanes, handAt, laneEntries, sharedLanes } from './subset-lanes';

/** A player's hands in order, their twins among the opponent's (−1: none), and how many there are. */
let heroHands: usize = 0;
let heroCount: usize = 0;
let heroTwins: usize = 0;
let oppHands: usize = 0;
let oppCount: usize = 0;

export function setSweepHands(hero: usize, count: u32, twins: usize, opp: usize, oppSize: u32): void {
  heroHands = hero;
  heroCount = count;
  heroTwins = twins;
  oppHands = opp;
  oppCount = oppSize;
}

/** Sum of the opponent's reach so far, two lanes each, in f64: f32 would lose what 178,365 hands add up to. */
let totalLow: v128 = f64x2.splat(0);
let totalHigh: v128 = f64x2.splat(0);

@inline
function total(): v128 {
  const low = f32x4.demote_f64x2_zero(totalLow);
  const high = f32x4.demote_f64x2_zero(totalHigh);
  return i32x4.shuffle(low, high, 0, 1, 4, 5);
}

@inline
function addTotal(x: v128): void {
  totalLow = f64x2.add(totalLow, f64x2.promote_low_f32x4(x));
  totalHigh = f64x2.add(totalHigh, f64x2.promote_low_f32x4(i32x4.shuffle(x, x, 2, 3, 2, 3)));
}

/** Reach of the identical hand, signed as the sums lack it. */
@inline
function twin(k: u32, i: usize, reach: usize): v128 {
  const at = load<i32>(heroTwins + (i << 2));
  if (at < 0) return f32x4.splat(0);
  const own = v128.load(reach + (<usize>at << 4));
  return k & 1 ? f32x4.neg(own) : own;
}

@inline
function clear(k: u32): void {
  if (k == 1) return;
  if (oppCount << k < laneEntries()) {
    for (let j: usize = 0; j < oppCount; j++) emptyLanes(k, handAt(k, oppHands, j));
  } else fillLanes();
}

@inline
function showdownOf(k: u32, hero: usize, ends: usize, segments: usize, reach: usize, out: usize, met: usize, forms: usize): void {
  totalLow = f64x2.splat(0);
  totalHigh = f64x2.splat(0);
  const less = v128.load(forms);
  const lessOrEqual = v128.load(forms, 16);
  const all = v128.load(forms, 32);
  const both = f32x4.add(less, lessOrEqual);
  let i0: usize = 0;
  let j0: usize = 0;
  for (let s: usize = 0; s < segments; s++) {
    const i1: usize = load<u32>(ends + (s << 3) + (hero << 2));
    const j1: usize = load<u32>(ends + (s << 3) + ((hero ^ 1) << 2));
    if (i1 > i0) {
      // Where no opposing hand ties, what is beaten is all that is beaten or tied.
      const form = j1 > j0 ? less : both;
      const before = total();
      for (let i = i0; i < i1; i++) {
        const beaten = f32x4.sub(before, sharedLanes(k, handAt(k, heroHands, i)));
        v128.store(out + (i << 4), f32x4.mul(form, beaten));
      }
    }
    for (let j = j0; j < j1; j++) {
      const x = v128.load(reach + (j << 4));
      addTotal(x);
      addLanes(k, handAt(k, oppHands, j), x);
    }
    if (i1 > i0 && j1 > j0) {
      const after = total();
      for (let i = i0; i < i1; i++) {
        const tied = f32x4.sub(after, sharedLanes(k, handAt(k, heroHands, i)));
        v128.store(out + (i << 4), f32x4.add(v128.load(out + (i << 4)), f32x4.mul(lessOrEqual, tied)));
      }
    }
    i0 = i1;
    j0 = j1;
  }
  const sum = total();
  for (let i: usize = 0; i < heroCount; i++) {
    const same = twin(k, i, reach);
    const meets = f32x4.add(f32x4.sub(sum, sharedLanes(k, handAt(k, heroHands, i))), same);
    v128.store(met + (i << 4), meets);
    const value = f32x4.add(f32x4.mul(all, meets), f32x4.mul(lessOrEqual, same));
    v128.store(out + (i << 4), f32x4.add(v128.load(out + (i << 4)), value));
  }
  clear(k);
}

@inline
function meetOf(k: u32, reach: usize, met: usize): void {
  totalLow = f64x2.splat(0);
  totalHigh = f64x2.splat(0);
  for (let j: usize = 0; j < oppCount; j++) {
    const x = v128.load(reach + (j << 4));
    addTotal(x);
    addLanes(k, handAt(k, oppHands, j), x);
  }
  const sum = total();
  for (let i: usize = 0; i < heroCount; i++) {
    const meets = f32x4.sub(sum, sharedLanes(k, handAt(k, heroHands, i)));
    v128.store(met + (i << 4), f32x4.add(meets, twin(k, i, reach)));
  }
  clear(k);
}

/**
 * Four ends at which hands are compared. `ends` is u32[segments][2], `reach` f32x4[opposing hands]; writes f32x4[hands]
 * to `out` (worth) and `met` (reach met). `forms` is f32x4[3]: what each unit of reach that is beaten, that is beaten or
 * tied, and that is met at all brings.
 */
export function sweepShowdown(k: u32, hero: u32, ends: usize, segments: u32, reach: usize, out: usize, met: usize, forms: usize): void {
  if (k == 4) showdownOf(4, hero, ends, segments, reach, out, met, forms);
  else if (k == 2) showdownOf(2, hero, ends, segments, reach, out, met, forms);
  else if (k == 5) showdownOf(5, hero, ends, segments, reach, out, met, forms);
  else if (k == 6) showdownOf(6, hero, ends, segments, reach, out, met, forms);
  else showdownOf(1, hero, ends, segments, reach, out, met, forms);
}

/** Four ends at which only the reach that is met counts. */
export function sweepMet(k: u32, reach: usize, met: usize): void {
  if (k == 4) meetOf(4, reach, met);
  else if (k == 2) meetOf(2, reach, met);
  else if (k == 5) meetOf(5, reach, met);
  else if (k == 6) meetOf(6, reach, met);
  else meetOf(1, reach, met);
}
