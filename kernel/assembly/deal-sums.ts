// What sampled deals come to: pots, made hands, joint shares, and the sums that errors are made of.
//
// Everything is counted by deal and closed by cluster, since only clusters are independent of each other.

import { madeHand } from './made-hands';
import { reserve, reserveZeroed } from './memory';

let playerCount: u32 = 0;
let boardCount: u32 = 1;
let madeHands = false;

/** u32[2][8]: ranks of the deal at hand, by board and player; written by who deals. */
export const DEAL_RANKS: usize = reserveZeroed(64);

/** f64[8] each, per player. */
export const SHARE_SQUARES: usize = reserve(64);
export const SHARE_WEIGHTS: usize = reserve(64);
/** f64[4]: deals accepted, their weight, clusters, squared weights of clusters. */
export const SUMS: usize = reserve(32);
/** f64[2][8][3]: pots, wins, ties. */
export const BOARD_SHARES: usize = reserve(2 * 8 * 24);
/** f64[8][6]: deals in which each player takes all, ¾, ½, ¼, none, another share. */
export const JOINT: usize = reserve(8 * 48);
/** f64[8][6] each: sums over clusters of those counts' squares, and of the counts times the cluster's weight. */
export const JOINT_SQUARES: usize = reserve(8 * 48);
export const JOINT_WEIGHTS: usize = reserve(8 * 48);
/** f64[8][6]: the cluster's counts. */
const clusterJoint: usize = reserve(8 * 48);
/** f64[2][8][9]. */
export const DEAL_MADE: usize = reserve(2 * 8 * 72);
/** f64[2][52] and f64[2][8][52]. */
export const NEXT_DEALS: usize = reserve(2 * 416);
export const NEXT_SHARES: usize = reserve(2 * 8 * 416);

/** f64[2][8]: the cluster's pots by board. */
const clusterBoardShares: usize = reserve(128);

/** Deals accepted in the cluster at hand, and their weight. */
let clusterDeals: u32 = 0;
let clusterDealWeight: f64 = 0;

/** Starts all sums at zero; `made`: made hands are counted too. */
export function clearSums(players: u32, boards: u32, made: bool): void {
  playerCount = players;
  boardCount = boards;
  madeHands = made;
  memory.fill(SHARE_SQUARES, 0, 64);
  memory.fill(SHARE_WEIGHTS, 0, 64);
  memory.fill(SUMS, 0, 32);
  memory.fill(BOARD_SHARES, 0, 2 * 8 * 24);
  memory.fill(JOINT, 0, 8 * 48);
  memory.fill(JOINT_SQUARES, 0, 8 * 48);
  memory.fill(JOINT_WEIGHTS, 0, 8 * 48);
  memory.fill(DEAL_MADE, 0, 2 * 8 * 72);
  memory.fill(NEXT_DEALS, 0, 2 * 416);
  memory.fill(NEXT_SHARES, 0, 2 * 8 * 416);
}

export function countClusters(clusters: u32): void {
  store<f64>(SUMS + 16, <f64>clusters);
}

export function openCluster(): void {
  clusterDeals = 0;
  clusterDealWeight = 0;
  memory.fill(clusterBoardShares, 0, 128);
  memory.fill(clusterJoint, 0, 8 * 48);
}

@inline
function add(at: usize, x: f64): void {
  store<f64>(at, load<f64>(at) + x);
}

/** u32[8]: what each player takes of the deal, in 1/840 of one board's pot: two to eight tied divide it evenly. */
const dealUnits: usize = reserve(32);
const POT: u32 = 840;

/** Divides one board among the players of the deal at hand. */
function settleBoard(b: u32, weight: f64): void {
  const from = DEAL_RANKS + (<usize>b << 5);
  let best: u32 = 0;
  let winner: u32 = 0;
  let tied: u32 = 0;
  for (let p: u32 = 0; p < playerCount; p++) {
    const rank = load<u32>(from + (<usize>p << 2));
    if (madeHands) add(DEAL_MADE + <usize>((b * 8 + p) * 9 + madeHand(rank)) * 8, weight);
    if (rank > best) {
      best = rank;
      winner = p;
      tied = 1;
    } else if (rank == best) tied++;
  }
  if (tied == 1) {
    add(BOARD_SHARES + <usize>(b * 8 + winner) * 24 + 8, weight);
    take(b, winner, weight, POT);
    return;
  }
  const share = weight / <f64>tied;
  for (let p: u32 = winner; p < playerCount; p++) {
    if (load<u32>(from + (<usize>p << 2)) != best) continue;
    add(BOARD_SHARES + <usize>(b * 8 + p) * 24 + 16, weight);
    take(b, p, share, POT / tied);
  }
}

/** A player's share of one board: weighted for the sums, in whole units for the joint shares. */
@inline
function take(b: u32, p: u32, share: f64, units: u32): void {
  add(clusterBoardShares + <usize>(b * 8 + p) * 8, share);
  if (boardCount == 1) return;
  const taken = dealUnits + (<usize>p << 2);
  store<u32>(taken, load<u32>(taken) + units);
}

/** Counts which of the six joint shares each player took of two pots. */
function countJoint(weight: f64): void {
  for (let p: u32 = 0; p < playerCount; p++) {
    const units = load<u32>(dealUnits + (<usize>p << 2));
    let slot: u32 = 5;
    if (units == 2 * POT) slot = 0;
    else if (units == 3 * (POT / 2)) slot = 1;
    else if (units == POT) slot = 2;
    else if (units == POT / 2) slot = 3;
    else if (units == 0) slot = 4;
    add(clusterJoint + <usize>(p * 6 + slot) * 8, weight);
  }
}

/** Counts the deal whose ranks are in `DEAL_RANKS`. */
export function settleDeal(weight: f64): void {
  clusterDeals++;
  clusterDealWeight += weight;
  if (boardCount == 1) {
    settleBoard(0, weight);
    return;
  }
  memory.fill(dealUnits, 0, 32);
  settleBoard(0, weight);
  settleBoard(1, weight);
  countJoint(weight);
}

/** Adds the cluster to the sums; `boards`: its boards, five cards each in eight bytes, the number known in the last. */
export function closeCluster(boards: usize): void {
  const weight = clusterDealWeight;
  add(SUMS, <f64>clusterDeals);
  add(SUMS + 8, weight);
  add(SUMS + 24, weight * weight);
  for (let p: usize = 0; p < playerCount; p++) {
    let share = load<f64>(clusterBoardShares + (p << 3));
    if (boardCount == 2) share = 0.5 * (share + load<f64>(clusterBoardShares + 64 + (p << 3)));
    add(SHARE_SQUARES + (p << 3), share * share);
    add(SHARE_WEIGHTS + (p << 3), share * weight);
  }
  if (boardCount == 2) {
    for (let i: usize = 0; i < <usize>playerCount * 48; i += 8) {
      const count = load<f64>(clusterJoint + i);
      add(JOINT + i, count);
      add(JOINT_SQUARES + i, count * count);
      add(JOINT_WEIGHTS + i, count * weight);
    }
  }
  for (let b: usize = 0; b < boardCount; b++) {
    const at = boards + (b << 3);
    // The next card is the first drawn; before the flop three come at once, and after the river none.
    const drawn: usize = load<u8>(at + 7);
    const hasNext = drawn == 3 || drawn == 4;
    const card: usize = load<u8>(at + drawn);
    if (hasNext) add(NEXT_DEALS + ((b * 52 + card) << 3), weight);
    for (let p: usize = 0; p < playerCount; p++) {
      const share = load<f64>(clusterBoardShares + ((b * 8 + p) << 3));
      add(BOARD_SHARES + (b * 8 + p) * 24, share);
      if (hasNext) add(NEXT_SHARES + (((b * 8 + p) * 52 + card) << 3), share);
    }
  }
}
