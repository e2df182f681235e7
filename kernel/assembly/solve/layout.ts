// Records that the host lays out and the passes read: a forest, a deal of it, and the room to work in.
//
// Each record is a row of 32-bit fields; `src/solve/layout.ts` names the same fields on the host's side.

import { reserve, reserveZeroed } from '../memory';

/** Hands that go through the tree together. A row is one number for each of them. */
export const BLOCK: usize = 64;
/** Bytes of a row of f32. */
export const ROW: usize = BLOCK << 2;

export const ACT: u32 = 0;
export const SHOWDOWN: u32 = 1;
export const FOLD: u32 = 2;
export const DEAL: u32 = 3;

@inline
export function field(record: usize, i: usize): u32 {
  return load<u32>(record + (i << 2));
}

// A node: 16 fields.
@inline
export function nodeAt(forest: usize, node: usize): usize {
  return <usize>field(forest, 1) + (node << 6);
}
@inline
export function kindOf(node: usize): u32 {
  return field(node, 0);
}
@inline
export function playerOf(node: usize): u32 {
  return field(node, 1);
}
/** First child of an ACT node. */
@inline
export function firstOf(node: usize): usize {
  return field(node, 2);
}
@inline
export function actionsOf(node: usize): usize {
  return field(node, 3);
}
/** The row that holds a player's reach of the node. */
@inline
export function reachRowOf(node: usize, player: usize): usize {
  return field(node, 4 + player);
}
/** First row of an ACT node in its player's tables. */
@inline
export function tableRowOf(node: usize): usize {
  return field(node, 6);
}
/** Lane of a SHOWDOWN node, exit of a DEAL node. */
@inline
export function slotOf(node: usize): usize {
  return field(node, 7);
}
/** The row that holds what a FOLD node's hero meets. */
@inline
export function metRowOf(node: usize, hero: usize): usize {
  return field(node, 8 + hero);
}
/** What a FOLD node brings a player. */
@inline
export function foldPayOf(node: usize, player: usize): f32 {
  return load<f32>(node + 40 + (player << 2));
}
/** Number of an ACT node among its player's. */
@inline
export function ordinalOf(node: usize): usize {
  return field(node, 12);
}

// A forest.
@inline
export function nodesOf(forest: usize): usize {
  return field(forest, 0);
}
@inline
export function entriesOf(forest: usize): usize {
  return field(forest, 2);
}
/** Node of an entry, −1 where the forest has nothing below it. */
@inline
export function entryNodeOf(forest: usize, entry: usize): i32 {
  return <i32>field(field(forest, 3), entry);
}
/** Lanes by fours. */
@inline
export function batchesOf(forest: usize): usize {
  return field(forest, 4);
}
/** Node of a lane, −1 for a lane that pads. */
@inline
export function laneNodeOf(forest: usize, lane: usize): i32 {
  return <i32>field(field(forest, 5), lane);
}
/** f32x4[3] of a batch; 0 where the forest compares no hands. */
@inline
export function formsOf(forest: usize, batch: usize): usize {
  const forms: usize = field(forest, 6);
  return forms ? forms + batch * 48 : 0;
}
/** The row a lane's met reach goes to, −1 when nobody asks. */
@inline
export function laneMetRowOf(forest: usize, hero: usize, lane: usize): i32 {
  return <i32>field(field(forest, 7 + hero), lane);
}
/** u32[steps][3] row, from, sign: how met reaches follow from those of lanes. */
@inline
export function metStepsAt(forest: usize, hero: usize): usize {
  return field(forest, 9 + hero);
}
@inline
export function metStepCountOf(forest: usize, hero: usize): usize {
  return field(forest, 11 + hero);
}
/** Rows of a player's tables, a block. */
@inline
export function tableRowsOf(forest: usize, player: usize): usize {
  return field(forest, 13 + player);
}
/** ACT nodes of a player. */
@inline
export function actsOf(forest: usize, player: usize): usize {
  return field(forest, 15 + player);
}
@inline
export function exitsOf(forest: usize): usize {
  return field(forest, 17);
}

// A deal of a forest.
@inline
export function forestOf(deal: usize): usize {
  return field(deal, 0);
}
@inline
export function handCountOf(deal: usize, player: usize): usize {
  return field(deal, 1 + player);
}
@inline
export function handsOf(deal: usize, player: usize): usize {
  return field(deal, 3 + player);
}
/** u32[hands]: place of each hand among those of the deal above. */
@inline
export function indexOf(deal: usize, player: usize): usize {
  return field(deal, 5 + player);
}
@inline
export function twinsOf(deal: usize, player: usize): usize {
  return field(deal, 7 + player);
}
@inline
export function endsOf(deal: usize): usize {
  return field(deal, 9);
}
@inline
export function segmentsOf(deal: usize): u32 {
  return field(deal, 10);
}
@inline
export function regretsOf(deal: usize, player: usize): usize {
  return field(deal, 11 + player);
}
@inline
export function averagesOf(deal: usize, player: usize): usize {
  return field(deal, 13 + player);
}
/** u32[nodes]: fixed shares of each ACT node, f32[blocks][actions][BLOCK], 0 where it is free; 0 when all are. */
@inline
export function lockOf(deal: usize, node: usize): usize {
  const locks: usize = field(deal, 15);
  return locks ? field(locks, node) : 0;
}
/** Second board: hands in its order, their places in the first board's, its segments; 0 when there is none. */
@inline
export function otherHandsOf(deal: usize, player: usize): usize {
  return field(deal, 16 + player);
}
@inline
export function otherPlacesOf(deal: usize, player: usize): usize {
  return field(deal, 18 + player);
}
@inline
export function otherTwinsOf(deal: usize, player: usize): usize {
  return field(deal, 20 + player);
}
@inline
export function otherEndsOf(deal: usize): usize {
  return field(deal, 22);
}
@inline
export function otherSegmentsOf(deal: usize): u32 {
  return field(deal, 23);
}

// Room to work in, one a street.
/** f32x4[batches][hands]: the opponent's reach at the lanes. */
@inline
export function laneReachAt(room: usize): usize {
  return field(room, 0);
}
/** f32x4[batches][hands]: what the hero's hands are worth there, and what they meet. */
@inline
export function laneWorthAt(room: usize): usize {
  return field(room, 1);
}
@inline
export function laneMetAt(room: usize): usize {
  return field(room, 2);
}
/** f32[exits][stride]: the opponent's reach at the exits. */
@inline
export function exitReachAt(room: usize): usize {
  return field(room, 3);
}
/** f64[exits][stride]: what the hero's hands are worth there; then the same under the best response. */
@inline
export function exitWorthAt(room: usize): usize {
  return field(room, 4);
}
@inline
export function exitBestAt(room: usize): usize {
  return field(room, 5);
}
/** Hands from one exit to the next, a multiple of `BLOCK`. */
@inline
export function exitStrideOf(room: usize): usize {
  return field(room, 6);
}
/** f32x4[hands] twice and again: a second board's reach, worth and met, in its own order. */
@inline
export function otherReachAt(room: usize): usize {
  return field(room, 7);
}
@inline
export function otherWorthAt(room: usize): usize {
  return field(room, 8);
}
@inline
export function otherMetAt(room: usize): usize {
  return field(room, 9);
}

/** Rows of the block at work: reach by row, worth and best by node, met by row, shares by action. */
export let reachRows: usize = 0;
export let worthRows: usize = 0;
export let bestRows: usize = 0;
export let metRows: usize = 0;
export let shareRows: usize = 0;
export let sumRows: usize = 0;
/** A row of zeros. */
export const emptyRow: usize = reserveZeroed(ROW);

/** Makes room for the rows of a block in forests of at most so many nodes and actions a node. */
export function reserveRows(nodes: u32, actions: u32): void {
  reachRows = reserve(<usize>nodes * ROW);
  worthRows = reserve(<usize>nodes * ROW);
  bestRows = reserve(<usize>nodes * ROW);
  metRows = reserve(<usize>nodes * ROW);
  shareRows = reserve(<usize>actions * ROW);
  sumRows = reserve(<usize>actions * ROW);
}
