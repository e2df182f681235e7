// The sweep of `../showdown.ts` for training: sums over single cards and pairs only, which stay in the first-level cache.
//
// Leaving out larger subsets counts an opposing hand that shares three cards as one that can be met; among the hands of a
// pack there should be few: the host says whether. Figures never come from here: what is learned so is judged by the exact sweep.

import { reserve } from '../../memory';
import { C2 } from '../../combinations';
import { batchesOf, forestOf, handCountOf, laneMetAt, laneReachAt, twinsOf } from '../layout';

/** Whether training sweeps so: hands have four cards, and few share three of them. */
export let paired: bool = false;

export function setPaired(on: bool): void {
  paired = on;
}

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

// Four offsets are read at once and taken apart: loads are what a sweep waits for.
@inline
function sumAt(offsets: u64, i: u64): v128 {
  return v128.load(sums + (<usize>(offsets >> (i << 4)) & 0xffff));
}

/** Reach that shares a card with the hand, as far as single cards and pairs tell. */
@inline
function shared(hand: usize): v128 {
  const cards = load<u64>(hand);
  const pairs = load<u64>(hand, 8);
  const last: u64 = load<u32>(hand, 16);
  const singles = f32x4.add(f32x4.add(sumAt(cards, 0), sumAt(cards, 1)), f32x4.add(sumAt(cards, 2), sumAt(cards, 3)));
  const low = f32x4.add(f32x4.add(sumAt(pairs, 0), sumAt(pairs, 1)), sumAt(pairs, 2));
  const high = f32x4.add(f32x4.add(sumAt(pairs, 3), sumAt(last, 0)), sumAt(last, 1));
  return f32x4.sub(singles, f32x4.add(low, high));
}

@inline
function addAt(offsets: u64, i: u64, x: v128): void {
  const to = sums + (<usize>(offsets >> (i << 4)) & 0xffff);
  v128.store(to, f32x4.add(v128.load(to), x));
}

@inline
function add(hand: usize, x: v128): void {
  const cards = load<u64>(hand);
  const pairs = load<u64>(hand, 8);
  const last: u64 = load<u32>(hand, 16);
  addAt(cards, 0, x);
  addAt(cards, 1, x);
  addAt(cards, 2, x);
  addAt(cards, 3, x);
  addAt(pairs, 0, x);
  addAt(pairs, 1, x);
  addAt(pairs, 2, x);
  addAt(pairs, 3, x);
  addAt(last, 0, x);
  addAt(last, 1, x);
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

/** As `sweepMet`, for all lanes of a deal whose hands have offsets: what each of the hero's hands meets there. */
export function meetPairs(deal: usize, room: usize, hero: u32, heroes: usize, opps: usize): void {
  const forest = forestOf(deal);
  const count = handCountOf(deal, hero);
  const oppCount = handCountOf(deal, hero ^ 1);
  const twins = twinsOf(deal, hero);
  for (let batch: usize = 0; batch < batchesOf(forest); batch++) {
    const reach = laneReachAt(room) + ((batch * oppCount) << 4);
    const met = laneMetAt(room) + ((batch * count) << 4);
    memory.fill(sums, 0, SUMS_BYTES);
    let total = f32x4.splat(0);
    for (let j: usize = 0; j < oppCount; j++) {
      const x = v128.load(reach + (j << 4));
      total = f32x4.add(total, x);
      add(opps + j * PAIRS_BYTES, x);
    }
    const excess = f32x4.splat(-3);
    for (let i: usize = 0; i < count; i++) {
      const twin = load<i32>(twins + (i << 2));
      const same = twin < 0 ? f32x4.splat(0) : f32x4.mul(excess, v128.load(reach + (<usize>twin << 4)));
      v128.store(met + (i << 4), f32x4.add(f32x4.sub(total, shared(heroes + i * PAIRS_BYTES)), same));
    }
  }
}
