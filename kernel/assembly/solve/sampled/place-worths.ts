// What a run-out's hands are worth, brought from the order of strength to the places they stand at.
//
// Rows are read at random and sums go by in order: a row of one entry stays in the cache, all sums together do not.

import { rounded } from '../backward';
import { ACT, entriesOf, entryNodeOf, kindOf, nodeAt } from '../layout';

/** A place whose hand is not left. */
const NONE: u32 = 0xffffffff;

/** u32[places]: which of a run-out's hands stands at each place; `index` has the place of each of `count` hands. */
export function placeHands(index: usize, count: usize, places: usize, to: usize): void {
  memory.fill(to, 0xff, places << 2);
  for (let i: usize = 0; i < count; i++) store<u32>(to + (<usize>load<u32>(index + (i << 2)) << 2), <u32>i);
}

/**
 * Adds rows (f32[entries][size], as `setRowsTo` has them) to f64[entries][stride], times `weight`. Where an entry is an end
 * of play, a best response does no better: only worths are added.
 */
export function addRows(forest: usize, hands: usize, places: usize, size: usize, worthRows: usize, bestRows: usize, weight: f32, worth: usize, best: usize, stride: usize): void {
  for (let e: usize = 0; e < entriesOf(forest); e++) {
    const n = entryNodeOf(forest, e);
    if (n < 0) continue;
    addRow(hands, places, worthRows + ((e * size) << 2), weight, worth + ((e * stride) << 3));
    if (kindOf(nodeAt(forest, n)) == ACT) addRow(hands, places, bestRows + ((e * size) << 2), weight, best + ((e * stride) << 3));
  }
}

function addRow(hands: usize, places: usize, row: usize, weight: f32, to: usize): void {
  for (let p: usize = 0; p < places; p++) {
    const hand = load<u32>(hands + (p << 2));
    if (hand == NONE) continue;
    const at = to + (p << 3);
    store<f64>(at, load<f64>(at) + rounded(load<f32>(row + (<usize>hand << 2)) * weight));
  }
}

/** After all run-outs: best responses at entries that are ends of play. */
export function copyEnds(forest: usize, worth: usize, best: usize, stride: usize): void {
  for (let e: usize = 0; e < entriesOf(forest); e++) {
    const n = entryNodeOf(forest, e);
    if (n >= 0 && kindOf(nodeAt(forest, n)) == ACT) continue;
    memory.copy(best + ((e * stride) << 3), worth + ((e * stride) << 3), stride << 3);
  }
}
