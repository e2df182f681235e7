// Regrets and average strategies of a block of hands at one node: f32, or 16 bits with one scale a node and block.
//
// A player's table of a deal is [block][rows][BLOCK]: a pass streams through it. In 16 bits a block ends with the
// scales of its nodes. Shares need no scale, since it is common to all actions.

import { BLOCK, ROW, actionsOf, actsOf, ordinalOf, shareRows, sumRows, tableRowsOf, tableRowOf } from './layout';

/** Whether tables are f32. */
let wide: bool = true;

export function setStorage(f32Tables: bool): void {
  wide = f32Tables;
}

/** Bytes of a block of a player's table. */
@inline
function blockBytes(forest: usize, player: usize): usize {
  const rows = tableRowsOf(forest, player);
  return wide ? rows * ROW : rows * (ROW >> 1) + (((actsOf(forest, player) << 2) + 15) & ~15);
}

/** Bytes of a player's table over `blocks` blocks. */
export function tableBytes(forest: usize, player: u32, blocks: u32): usize {
  return <usize>blocks * blockBytes(forest, player);
}

@inline
export function tableBlockAt(table: usize, forest: usize, player: usize, block: usize): usize {
  return table + block * blockBytes(forest, player);
}

@inline
function rowsAt(tableBlock: usize, node: usize): usize {
  return tableBlock + tableRowOf(node) * (wide ? ROW : ROW >> 1);
}

@inline
function scaleAt(tableBlock: usize, forest: usize, player: usize, node: usize): usize {
  return tableBlock + tableRowsOf(forest, player) * (ROW >> 1) + (ordinalOf(node) << 2);
}

const zero = f32x4.splat(0);

/** Puts into `shareRows` what the rows of a table make of each action: its positive part over their sum. */
export function sharesFrom(tableBlock: usize, node: usize, averages: bool, locks: usize): void {
  const actions = actionsOf(node);
  const end = actions * ROW;
  const even = f32x4.splat(1 / <f32>actions);
  const rows = rowsAt(tableBlock, node);
  if (wide) {
    for (let h: usize = 0; h < ROW; h += 16) {
      let sum = zero;
      for (let a: usize = 0; a < end; a += ROW) sum = f32x4.add(sum, f32x4.max(v128.load(rows + a + h), zero));
      divide(rows, h, end, sum, even);
    }
  } else {
    widen(rows, actions, averages);
    for (let h: usize = 0; h < ROW; h += 16) {
      let sum = zero;
      for (let a: usize = 0; a < end; a += ROW) sum = f32x4.add(sum, v128.load(sumRows + a + h));
      divide(sumRows, h, end, sum, even);
    }
  }
  if (locks) fix(locks, end);
}

@inline
function divide(rows: usize, h: usize, end: usize, sum: v128, even: v128): void {
  // Below this the reciprocal would not be a number.
  const known = f32x4.gt(sum, f32x4.splat(1e-30));
  const by = v128.and(known, f32x4.div(f32x4.splat(1), sum));
  const rest = v128.andnot(even, known);
  for (let a: usize = 0; a < end; a += ROW) {
    const share = f32x4.mul(f32x4.max(v128.load(rows + a + h), zero), by);
    v128.store(shareRows + a + h, f32x4.add(share, rest));
  }
}

/** The positive parts of 16-bit rows, unscaled, into `sumRows`. */
@inline
function widen(rows: usize, actions: usize, averages: bool): void {
  const end = actions * (ROW >> 1);
  for (let i: usize = 0; i < end; i += 16) {
    let x = v128.load(rows + i);
    const to = sumRows + (i << 1);
    if (averages) {
      v128.store(to, f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(x)));
      v128.store(to + 16, f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(x)));
    } else {
      x = i16x8.max_s(x, i16x8.splat(0));
      v128.store(to, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(x)));
      v128.store(to + 16, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(x)));
    }
  }
}

/** Replaces the shares of fixed hands. */
function fix(locks: usize, end: usize): void {
  for (let i: usize = 0; i < end; i += 16) {
    const fixed = v128.load(locks + i);
    const free = f32x4.lt(fixed, zero);
    v128.store(shareRows + i, v128.bitselect(v128.load(shareRows + i), fixed, free));
  }
}

/** average = average · keep + reach, action by action; `reach` is the first of the actions' rows. */
export function addToAverage(tableBlock: usize, forest: usize, player: usize, node: usize, reach: usize, keep: f32): void {
  const actions = actionsOf(node);
  const end = actions * ROW;
  const rows = rowsAt(tableBlock, node);
  if (wide) {
    const by = f32x4.splat(keep);
    for (let i: usize = 0; i < end; i += 16) {
      v128.store(rows + i, f32x4.add(f32x4.mul(v128.load(rows + i), by), v128.load(reach + i)));
    }
    return;
  }
  const scale = scaleAt(tableBlock, forest, player, node);
  const by = f32x4.splat(keep * load<f32>(scale));
  let most = zero;
  for (let i: usize = 0; i < end; i += 32) {
    const x = v128.load(rows + (i >> 1));
    const low = f32x4.add(f32x4.mul(f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(x)), by), v128.load(reach + i));
    const high = f32x4.add(f32x4.mul(f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(x)), by), v128.load(reach + i + 16));
    v128.store(sumRows + i, low);
    v128.store(sumRows + i + 16, high);
    most = f32x4.max(most, f32x4.max(low, high));
  }
  const limit = largest(most);
  store<f32>(scale, limit / 65535);
  const inverse = f32x4.splat(limit > 0 ? 65535 / limit : 0);
  const half = f32x4.splat(0.5);
  for (let i: usize = 0; i < end; i += 32) {
    const low = i32x4.trunc_sat_f32x4_u(f32x4.add(f32x4.mul(v128.load(sumRows + i), inverse), half));
    const high = i32x4.trunc_sat_f32x4_u(f32x4.add(f32x4.mul(v128.load(sumRows + i + 16), inverse), half));
    v128.store(rows + (i >> 1), i16x8.narrow_i32x4_u(low, high));
  }
}

@inline
function largest(x: v128): f32 {
  return max(max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1)), max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)));
}

/** regret = regret · (positive ? `gain` : `loss`) + worth of the action − worth of the node. */
export function addToRegrets(tableBlock: usize, forest: usize, player: usize, node: usize, worths: usize, worth: usize, gain: f32, loss: f32): void {
  const actions = actionsOf(node);
  const end = actions * ROW;
  const rows = rowsAt(tableBlock, node);
  if (wide) {
    const up = f32x4.splat(gain);
    const down = f32x4.splat(loss);
    for (let a: usize = 0; a < end; a += ROW) {
      for (let h: usize = 0; h < ROW; h += 16) {
        const old = v128.load(rows + a + h);
        const by = v128.bitselect(up, down, f32x4.gt(old, zero));
        const now = f32x4.sub(v128.load(worths + a + h), v128.load(worth + h));
        v128.store(rows + a + h, f32x4.add(f32x4.mul(old, by), now));
      }
    }
    return;
  }
  const scale = scaleAt(tableBlock, forest, player, node);
  const was = load<f32>(scale);
  const up = f32x4.splat(gain * was);
  const down = f32x4.splat(loss * was);
  let most = zero;
  for (let a: usize = 0; a < end; a += ROW) {
    for (let h: usize = 0; h < ROW; h += 32) {
      const x = v128.load(rows + ((a + h) >> 1));
      const low = renewed(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(x)), up, down, worths + a + h, worth + h);
      const high = renewed(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(x)), up, down, worths + a + h + 16, worth + h + 16);
      v128.store(sumRows + a + h, low);
      v128.store(sumRows + a + h + 16, high);
      most = f32x4.max(most, f32x4.max(f32x4.abs(low), f32x4.abs(high)));
    }
  }
  const limit = largest(most);
  store<f32>(scale, limit / 32767);
  const inverse = f32x4.splat(limit > 0 ? 32767 / limit : 0);
  for (let i: usize = 0; i < end; i += 32) {
    const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(sumRows + i), inverse)));
    const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(sumRows + i + 16), inverse)));
    v128.store(rows + (i >> 1), i16x8.narrow_i32x4_s(low, high));
  }
}

@inline
function renewed(old: v128, up: v128, down: v128, worths: usize, worth: usize): v128 {
  const by = v128.bitselect(up, down, f32x4.gt(old, zero));
  return f32x4.add(f32x4.mul(old, by), f32x4.sub(v128.load(worths), v128.load(worth)));
}
