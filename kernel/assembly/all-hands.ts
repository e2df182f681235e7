// Every hand of a board ranked: eight hands per SIMD step.
//
// The live cards are numbered compactly. In colexicographic order hands that share all but their lowest card are
// neighbours, so one vector of ranks is the maximum of the rows of the higher cards and of the pairs among them.

import { PAIRS } from './board';
import { c2, c3, c4, c5 } from './combinations';
import { reserve } from './memory';

/** u8[52]: live cards, ascending; written by the host. */
export const LIVE: usize = reserve(64);
/** u16[52][64]: `PAIRS` among live cards, by their compact numbers. */
const rows: usize = reserve(52 * 128);

/** u16[]: where ranks go; room for all hands and one vector is the caller's. */
let out: usize = 0;

@inline
function row(x: u32): usize {
  return rows + (<usize>x << 7);
}

@inline
function pair(x: u32, y: u32): u16 {
  return load<u16>(row(x) + (<usize>y << 1));
}

@inline
function most(a: v128, b: v128): v128 {
  return i16x8.max_u(a, b);
}

/** Ranks all hands of `k` (2, 4, 5 or 6) of the `n` live cards on the board of `PAIRS`, in ascending combo order. */
export function rankAllHands(n: u32, k: u32, to: usize): void {
  out = to;
  for (let x: u32 = 0; x < n; x++) {
    const from = PAIRS + (<usize>load<u8>(LIVE + x) << 7);
    for (let y: u32 = 0; y < n; y++) {
      store<u16>(row(x) + (<usize>y << 1), load<u16>(from + (<usize>load<u8>(LIVE + y) << 1)));
    }
  }
  if (k == 2) two(n);
  else if (k == 4) four(n);
  else if (k == 5) five(n, 0, 0);
  else six(n);
}

function two(n: u32): void {
  for (let b: u32 = 1; b < n; b++) {
    const to = out + (<usize>c2(b) << 1);
    for (let a: usize = 0; a < b; a += 8) v128.store(to + (a << 1), v128.load(row(b) + (a << 1)));
  }
}

function four(n: u32): void {
  for (let d: u32 = 3; d < n; d++) {
    const rd = row(d);
    for (let c: u32 = 2; c < d; c++) {
      const rc = row(c);
      const dc = pair(d, c);
      for (let b: u32 = 1; b < c; b++) {
        const rb = row(b);
        const base = i16x8.splat(<i16>max(dc, max(pair(d, b), pair(c, b))));
        const to = out + (<usize>(c4(d) + c3(c) + c2(b)) << 1);
        for (let a: usize = 0; a < b; a += 8) {
          const at = a << 1;
          const v = most(most(base, v128.load(rb + at)), most(v128.load(rc + at), v128.load(rd + at)));
          v128.store(to + at, v);
        }
      }
    }
  }
}

/** Hands of the five lowest of cards below `n`; `rf` is the row of a sixth, higher card, or 0; `index` what it adds. */
function five(n: u32, index: u32, rf: usize): void {
  for (let e: u32 = 4; e < n; e++) {
    const re = row(e);
    const ef = rf ? load<u16>(rf + (<usize>e << 1)) : <u16>0;
    for (let d: u32 = 3; d < e; d++) {
      const rd = row(d);
      const ed = max(ef, max(pair(e, d), rf ? load<u16>(rf + (<usize>d << 1)) : <u16>0));
      for (let c: u32 = 2; c < d; c++) {
        const rc = row(c);
        const edc = max(max(ed, rf ? load<u16>(rf + (<usize>c << 1)) : <u16>0), max(pair(e, c), pair(d, c)));
        for (let b: u32 = 1; b < c; b++) {
          const rb = row(b);
          const fb = rf ? load<u16>(rf + (<usize>b << 1)) : <u16>0;
          const high = max(max(edc, fb), max(pair(e, b), max(pair(d, b), pair(c, b))));
          const base = i16x8.splat(<i16>high);
          const to = out + (<usize>(index + c5(e) + c4(d) + c3(c) + c2(b)) << 1);
          for (let a: usize = 0; a < b; a += 8) {
            const at = a << 1;
            let v = most(most(base, v128.load(rb + at)), most(v128.load(rc + at), v128.load(rd + at)));
            v = most(v, v128.load(re + at));
            if (rf) v = most(v, v128.load(rf + at));
            v128.store(to + at, v);
          }
        }
      }
    }
  }
}

function six(n: u32): void {
  for (let f: u32 = 5; f < n; f++) five(f, (c5(f) * (f - 5)) / 6, row(f));
}

/** i64[8]: ranks up to each made hand from high card to quads. */
export const UP_TO: usize = reserve(64);

/** Counts the ranks u16[count] at `from` that are at most each of the eight limits in u16[8] at `limits`. */
export function countUpTo(from: usize, count: u32, limits: usize): void {
  for (let i: usize = 0; i < 8; i++) {
    const limit = i16x8.splat(load<u16>(limits + (i << 1)));
    let n: i64 = 0;
    const whole = count & ~7;
    for (let j: usize = 0; j < whole; j += 8) n += 8 - popcnt(i16x8.bitmask(i16x8.gt_u(v128.load(from + (j << 1)), limit)));
    for (let j: usize = whole; j < count; j++) n += <i64>(load<u16>(from + (j << 1)) <= load<u16>(limits + (i << 1)));
    store<i64>(UP_TO + (i << 3), n);
  }
}
