// Up the tree: what each of the hero's hands is worth at every node, block by block.
//
// While training, regrets are renewed on the way. While measuring, the worth of the average strategy and that of the
// best response go up side by side. `look` also keeps the rows of one node's actions.

import {
  ACT,
  BLOCK,
  DEAL,
  FOLD,
  ROW,
  actionsOf,
  averagesOf,
  batchesOf,
  bestRows,
  entriesOf,
  entryNodeOf,
  exitBestAt,
  exitStrideOf,
  exitWorthAt,
  firstOf,
  foldPayOf,
  forestOf,
  formsOf,
  handCountOf,
  indexOf,
  kindOf,
  laneMetAt,
  laneMetRowOf,
  laneNodeOf,
  laneWorthAt,
  lockOf,
  metRowOf,
  metRows,
  metStepCountOf,
  metStepsAt,
  nodeAt,
  nodesOf,
  playerOf,
  regretsOf,
  shareRows,
  slotOf,
  worthRows,
} from './layout';
import { MEASURE, TRAIN } from './forward';
import { part } from './rows';
import { addToRegrets, sharesFrom, tableBlockAt } from './tables';

/** Where entries' worths go: f64[entries][stride] in the order of the deal above, added with `weight`; 0 for nowhere. */
let worthTo: usize = 0;
let bestTo: usize = 0;
let toStride: usize = 0;

/**
 * Worths are rounded to multiples of one small number before they are added, so that their sums are exact and come out
 * the same in any order: however many shards there are, every one of them sees the same numbers. Adding and taking away
 * 1.5 · 2^p does the rounding, to multiples of 2^(p − 52).
 */
let rounding: f64 = 0;

export function setRounding(by: f64): void {
  rounding = by;
}

/** As it is added to others. */
@inline
export function rounded(x: f32): f64 {
  return <f64>x + rounding - rounding;
}

/** A node whose children's worths are kept: f32[actions][hands], hands filled up to whole blocks; 0 for none. */
let looked: i32 = -1;
let lookTo: usize = 0;

export function setLook(node: i32, to: usize): void {
  looked = node;
  lookTo = to;
}

export function setWorthTo(worth: usize, best: usize, stride: u32): void {
  worthTo = worth;
  bestTo = best;
  toStride = stride;
}

/** Rows of the entries as they are, in the order of the deal's hands: f32[entries][hands in blocks] each; 0 for nowhere. */
let worthRowsTo: usize = 0;
let bestRowsTo: usize = 0;

export function setRowsTo(worth: usize, best: usize): void {
  worthRowsTo = worth;
  bestRowsTo = best;
}

/** u32[count]: tables that say where a hand's image goes, u32[hands above] each. */
let images: usize = 0;
let imageCount: usize = 0;

/** Renamings of cards under which the deal stands for others too: the identity is not among them. */
export function setImages(at: usize, count: u32): void {
  images = at;
  imageCount = count;
}

/** Brings the worths of lanes and exits up to the entries and adds them, times `weight`, to what lies above. */
export function backward(deal: usize, room: usize, hero: u32, mode: u32, gain: f32, loss: f32, weight: f32): void {
  const count = handCountOf(deal, hero);
  for (let first: usize = 0; first < count; first += BLOCK) {
    readLanes(deal, room, hero, mode, first);
    walk(deal, room, hero, mode, first, gain, loss);
    if (worthRowsTo) copyRows(deal, hero, first);
    if (worthTo) leave(deal, hero, mode, first, min(BLOCK, count - first), weight);
  }
}

@inline
function worthRow(n: usize): usize {
  return worthRows + n * ROW;
}
@inline
function bestRow(n: usize): usize {
  return bestRows + n * ROW;
}
@inline
function metRow(n: usize): usize {
  return metRows + n * ROW;
}

@inline
function laneWorthRow(forest: usize, lane: usize): usize {
  const n = laneNodeOf(forest, lane);
  return n < 0 || kindOf(nodeAt(forest, n)) == FOLD ? 0 : worthRow(n);
}
@inline
function laneMetRow(forest: usize, hero: usize, lane: usize): usize {
  const r = laneMetRowOf(forest, hero, lane);
  return r < 0 ? 0 : metRow(r);
}

function readLanes(deal: usize, room: usize, hero: usize, mode: u32, first: usize): void {
  const forest = forestOf(deal);
  const size = (handCountOf(deal, hero) + BLOCK - 1) & ~(BLOCK - 1);
  for (let batch: usize = 0; batch < batchesOf(forest); batch++) {
    const lane = batch << 2;
    const from = (batch * size + first) << 4;
    if (formsOf(forest, batch)) {
      const worth = laneWorthAt(room) + from;
      part(worth, ROW, laneWorthRow(forest, lane), laneWorthRow(forest, lane + 1), laneWorthRow(forest, lane + 2), laneWorthRow(forest, lane + 3));
    }
    const met = laneMetAt(room) + from;
    part(met, ROW, laneMetRow(forest, hero, lane), laneMetRow(forest, hero, lane + 1), laneMetRow(forest, hero, lane + 2), laneMetRow(forest, hero, lane + 3));
    if (mode == MEASURE && formsOf(forest, batch)) {
      for (let l: usize = lane; l < lane + 4; l++) {
        const n = laneNodeOf(forest, l);
        if (n >= 0) memory.copy(bestRow(n), worthRow(n), ROW);
      }
    }
  }
  // What is met elsewhere follows from what is met at the lanes.
  const steps = metStepsAt(forest, hero);
  for (let s: usize = 0; s < metStepCountOf(forest, hero); s++) {
    const step = steps + s * 12;
    const to = metRow(load<u32>(step));
    const from = metRow(load<u32>(step, 4));
    const sign = load<i32>(step, 8);
    if (!sign) memory.copy(to, from, ROW);
    else if (sign > 0) addRow(to, from);
    else {
      for (let h: usize = 0; h < ROW; h += 16) v128.store(to + h, f32x4.sub(v128.load(to + h), v128.load(from + h)));
    }
  }
}

@inline
function addRow(to: usize, from: usize): void {
  for (let h: usize = 0; h < ROW; h += 16) v128.store(to + h, f32x4.add(v128.load(to + h), v128.load(from + h)));
}

function walk(deal: usize, room: usize, hero: usize, mode: u32, first: usize, gain: f32, loss: f32): void {
  const forest = forestOf(deal);
  const block = first / BLOCK;
  const regrets = tableBlockAt(regretsOf(deal, hero), forest, hero, block);
  const averages = tableBlockAt(averagesOf(deal, hero), forest, hero, block);
  for (let n: isize = <isize>nodesOf(forest) - 1; n >= 0; n--) {
    const node = nodeAt(forest, n);
    const worth = worthRow(n);
    const kind = kindOf(node);
    if (kind == FOLD) {
      const pay = f32x4.splat(foldPayOf(node, hero));
      const met = metRow(metRowOf(node, hero));
      for (let h: usize = 0; h < ROW; h += 16) v128.store(worth + h, f32x4.mul(v128.load(met + h), pay));
      if (mode == MEASURE) memory.copy(bestRow(n), worth, ROW);
    } else if (kind == DEAL) {
      const at = (slotOf(node) * exitStrideOf(room) + first) << 2;
      narrow(worth, exitWorthAt(room) + (at << 1));
      if (mode == MEASURE) narrow(bestRow(n), exitBestAt(room) + (at << 1));
    } else if (kind == ACT) {
      if (playerOf(node) != hero) {
        addChildren(worth, worthRow(firstOf(node)), actionsOf(node));
        if (mode == MEASURE) addChildren(bestRow(n), bestRow(firstOf(node)), actionsOf(node));
      } else {
        const children = worthRow(firstOf(node));
        let locks = lockOf(deal, n);
        if (locks) locks += block * actionsOf(node) * ROW;
        sharesFrom(mode == TRAIN ? regrets : averages, node, mode != TRAIN, locks);
        mix(worth, children, actionsOf(node));
        if (mode == TRAIN) addToRegrets(regrets, forest, hero, node, children, worth, gain, loss);
        else respond(bestRow(n), bestRow(firstOf(node)), actionsOf(node), locks);
      }
      if (<i32>n == looked) look(deal, hero, node, first);
    }
  }
}

/** A row out of f64. */
@inline
function narrow(to: usize, from: usize): void {
  for (let h: usize = 0; h < ROW; h += 16) {
    const low = f32x4.demote_f64x2_zero(v128.load(from + (h << 1)));
    const high = f32x4.demote_f64x2_zero(v128.load(from + (h << 1), 16));
    v128.store(to + h, i64x2.shuffle(low, high, 0, 2));
  }
}

@inline
function addChildren(to: usize, children: usize, actions: usize): void {
  for (let h: usize = 0; h < ROW; h += 16) {
    let sum = v128.load(children + h);
    for (let a: usize = 1; a < actions; a++) sum = f32x4.add(sum, v128.load(children + a * ROW + h));
    v128.store(to + h, sum);
  }
}

/** Children weighed by the shares at hand. */
@inline
function mix(to: usize, children: usize, actions: usize): void {
  for (let h: usize = 0; h < ROW; h += 16) {
    let sum = f32x4.mul(v128.load(shareRows + h), v128.load(children + h));
    for (let a: usize = 1; a < actions; a++) {
      sum = f32x4.add(sum, f32x4.mul(v128.load(shareRows + a * ROW + h), v128.load(children + a * ROW + h)));
    }
    v128.store(to + h, sum);
  }
}

/** The best child; where a hand's shares are fixed, the mix. */
function respond(to: usize, children: usize, actions: usize, locks: usize): void {
  if (locks) mix(to, children, actions);
  for (let h: usize = 0; h < ROW; h += 16) {
    let best = v128.load(children + h);
    for (let a: usize = 1; a < actions; a++) best = f32x4.max(best, v128.load(children + a * ROW + h));
    if (locks) best = v128.bitselect(best, v128.load(to + h), f32x4.lt(v128.load(locks + h), f32x4.splat(0)));
    v128.store(to + h, best);
  }
}

function look(deal: usize, hero: usize, node: usize, first: usize): void {
  const size = (handCountOf(deal, hero) + BLOCK - 1) & ~(BLOCK - 1);
  for (let a: usize = 0; a < actionsOf(node); a++) {
    memory.copy(lookTo + ((a * size + first) << 2), worthRow(firstOf(node) + a), ROW);
  }
}

/** Adds the entries' worths to those above: to the hand itself, and to its images under renamings of suits. */
function leave(deal: usize, hero: usize, mode: u32, first: usize, count: usize, weight: f32): void {
  const forest = forestOf(deal);
  const index = indexOf(deal, hero) + (first << 2);
  for (let e: usize = 0; e < entriesOf(forest); e++) {
    const n = entryNodeOf(forest, e);
    if (n < 0) continue;
    add(worthTo + ((e * toStride) << 3), worthRow(n), index, count, weight);
    if (mode == MEASURE) add(bestTo + ((e * toStride) << 3), bestRow(n), index, count, weight);
  }
}

function copyRows(deal: usize, hero: usize, first: usize): void {
  const forest = forestOf(deal);
  const size = (handCountOf(deal, hero) + BLOCK - 1) & ~(BLOCK - 1);
  for (let e: usize = 0; e < entriesOf(forest); e++) {
    const n = entryNodeOf(forest, e);
    if (n < 0) continue;
    const at = (e * size + first) << 2;
    memory.copy(worthRowsTo + at, worthRow(n), ROW);
    if (kindOf(nodeAt(forest, n)) == ACT) memory.copy(bestRowsTo + at, bestRow(n), ROW);
  }
}

@inline
function addAt(to: usize, place: usize, x: f64): void {
  const at = to + (place << 3);
  store<f64>(at, load<f64>(at) + x);
}

function add(to: usize, row: usize, index: usize, count: usize, weight: f32): void {
  for (let i: usize = 0; i < count; i++) {
    const place: usize = load<u32>(index + (i << 2));
    const x = rounded(load<f32>(row + (i << 2)) * weight);
    addAt(to, place, x);
    for (let m: usize = 0; m < imageCount; m++) {
      const image: usize = load<u32>(images + (m << 2));
      addAt(to, load<u32>(image + (place << 2)), x);
    }
  }
}
