// Sampled deals, unbiased under card removal, for any mix of hands, ranges and random players on one board or two.
//
// The deals wanted are all ways to give every player a combo of his range and to run the boards out so that no card
// is used twice, each with the product of the combos' weights. A cluster is one run-out of the boards drawn evenly
// from the cards not known, and then:
//   block players  draw combos until sixteen fit the boards, independently of each other; these are paired up in
//                  rotations and a deal that uses a card twice is rejected as a whole. Drawing only the last player
//                  again would change the weights.
//   tail players   (ranges too many for that) draw a fixed number of combos and play the first that fits what is out.
//   late players   (random ones) draw from the cards left: every earlier deal leaves them equally many combos.
// Whoever draws until something fits weighs the deal by an unbiased estimate of how likely a fit was: fits / draws
// when the draws were fixed, (fits − 1) / (draws − 1) when the fits were (Girshick, Mosteller and Savage 1946).
// A board is ranked once for the whole cluster. Errors come from clusters, which are independent; deals within one
// are not.

import { rankHand, setBoard } from './board';
import { madeHand } from './made-hands';
import { reserve, reserveZeroed } from './memory';
import { below, bits32, seed } from './random';

export const HAND: u32 = 0;
export const BLOCK: u32 = 1;
export const TAIL: u32 = 2;
export const LATE: u32 = 3;

/** Combos a block player deals with, and draws he may take to find them. */
const BLOCK_SIZE: u32 = 16;
const BLOCK_DRAWS: u32 = 64;
const ALL: u64 = 0xffffffffffffffff;

/** One record of 32 bytes a player. */
const RECORD: usize = 32;
const players: usize = reserve(8 * RECORD);
const ROLE: usize = 0; // u32
const COUNT: usize = 4; // u32: combos of a range, 0 for a random player
const LIST: usize = 8; // u32: address of u64[count] combos; of the one combo for HAND
const CUTS: usize = 12; // u32: address of u32[count] alias thresholds, 0 when all weigh the same
const ALIAS: usize = 16; // u32: address of u32[count]
const TRIES: usize = 20; // u32: draws of a tail player

let playerCount: u32 = 0;
let boardCount: u32 = 1;
let k: u32 = 4;
let rotations: u32 = 1;
/** u8[8]: the block players, and whether anybody draws after them. */
const blockPlayers: usize = reserve(8);
let blockCount: u32 = 0;
let someLater = false;
let known: u64 = 0;

/** u8[2][8]: the known cards of each board, then room for those drawn; and their number, u8 at 7. */
export const BOARDS: usize = reserve(16);

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

/** u64[8][16] masks and u32[2][8][16] ranks of the block players' draws. */
const blockMasks: usize = reserve(8 * 128);
const blockRanks: usize = reserve(2 * 8 * 64);
/** u32[2][8]: ranks of the deal at hand. */
const ranks: usize = reserveZeroed(64);
/** f64[2][8]: the cluster's pots by board. */
const clusterBoardShares: usize = reserve(128);

/** Starts a job: `gone` has a bit for every known card, single hands included. */
export function openDeals(count: u32, boards: u32, holeCards: u32, gone: u64): void {
  playerCount = count;
  boardCount = boards;
  k = holeCards;
  known = gone;
}

/** Describes player `p`. Addresses are the caller's; `count` 0 with role BLOCK or LATE is a random player. */
export function setPlayer(p: u32, role: u32, count: u32, list: usize, cuts: usize, alias: usize, tries: u32): void {
  const at = players + <usize>p * RECORD;
  store<u32>(at + ROLE, role);
  store<u32>(at + COUNT, count);
  store<u32>(at + LIST, <u32>list);
  store<u32>(at + CUTS, <u32>cuts);
  store<u32>(at + ALIAS, <u32>alias);
  store<u32>(at + TRIES, tries);
}

@inline
function role(p: u32): u32 {
  return load<u32>(players + <usize>p * RECORD + ROLE);
}

@inline
function maskOf(hand: u64): u64 {
  const one: u64 = 1;
  let m = (one << (hand & 63)) | (one << ((hand >> 8) & 63));
  if (k >= 4) m |= (one << ((hand >> 16) & 63)) | (one << ((hand >> 24) & 63));
  if (k >= 5) m |= one << ((hand >> 32) & 63);
  if (k == 6) m |= one << ((hand >> 40) & 63);
  return m;
}

/** A combo of a range by its weight. */
@inline
function drawCombo(p: u32): u64 {
  const at = players + <usize>p * RECORD;
  let i: usize = below(load<u32>(at + COUNT));
  const cuts: usize = load<u32>(at + CUTS);
  if (cuts && bits32() > load<u32>(cuts + (i << 2))) i = load<u32>(<usize>load<u32>(at + ALIAS) + (i << 2));
  return load<u64>(<usize>load<u32>(at + LIST) + (i << 3));
}

/** Any combo of cards that are not in `gone`. */
function drawRandom(gone: u64): u64 {
  const one: u64 = 1;
  let hand: u64 = 0;
  for (let i: u32 = 0; i < k; i++) {
    let c: u64 = below(52);
    while (gone & (one << c)) c = below(52);
    gone |= one << c;
    hand |= c << (<u64>i << 3);
  }
  return hand;
}

/** Runs the boards out into their slots and gives the mask of all known and drawn cards. */
function drawBoards(): u64 {
  const one: u64 = 1;
  let gone = known;
  for (let b: u32 = 0; b < boardCount; b++) {
    const at = BOARDS + (<usize>b << 3);
    for (let i: usize = load<u8>(at + 7); i < 5; i++) {
      let c: u64 = below(52);
      while (gone & (one << c)) c = below(52);
      gone |= one << c;
      store<u8>(at + i, <u8>c);
    }
    setBoard(b, k == 2, load<u8>(at), load<u8>(at + 1), load<u8>(at + 2), load<u8>(at + 3), load<u8>(at + 4));
  }
  return gone;
}

@inline
function rankInto(to: usize, stride: usize, hand: u64): void {
  store<u32>(to, rankHand(0, hand, k));
  if (boardCount == 2) store<u32>(to + stride, rankHand(1, hand, k));
}

/** Ranks the single hands and draws the block players' combos; the cluster's weight, 0 when someone finds no fit. */
function drawBlocks(gone: u64): f64 {
  let weight: f64 = 1;
  for (let p: u32 = 0; p < playerCount; p++) {
    const who = role(p);
    const at = players + <usize>p * RECORD;
    if (who == HAND) rankInto(ranks + (<usize>p << 2), 32, load<u64>(load<u32>(at + LIST)));
    else if (who == BLOCK) weight *= load<u32>(at + COUNT) ? drawBlock(p, gone) : drawRandomBlock(p, gone);
  }
  return weight;
}

@inline
function keep(p: u32, i: u32, hand: u64, mask: u64): void {
  const to = <usize>(p * BLOCK_SIZE + i);
  store<u64>(blockMasks + (to << 3), mask);
  rankInto(blockRanks + (to << 2), 8 * BLOCK_SIZE * 4, hand);
}

function drawRandomBlock(p: u32, gone: u64): f64 {
  for (let i: u32 = 0; i < BLOCK_SIZE; i++) {
    const hand = drawRandom(gone);
    keep(p, i, hand, maskOf(hand));
  }
  return 1;
}

/** Draws one player's block and gives the estimated share of his range that fits. */
function drawBlock(p: u32, gone: u64): f64 {
  let fits: u32 = 0;
  for (let draws: u32 = 1; draws <= BLOCK_DRAWS; draws++) {
    const hand = drawCombo(p);
    const mask = maskOf(hand);
    if (mask & gone) continue;
    keep(p, fits, hand, mask);
    if (++fits == BLOCK_SIZE) return <f64>(BLOCK_SIZE - 1) / <f64>(draws - 1);
  }
  // Too few: the block repeats them.
  for (let i = fits; fits && i < BLOCK_SIZE; i++) {
    const from = <usize>(p * BLOCK_SIZE + i - fits);
    const to = <usize>(p * BLOCK_SIZE + i);
    store<u64>(blockMasks + (to << 3), load<u64>(blockMasks + (from << 3)));
    for (let b: usize = 0; b < boardCount; b++) {
      const rows = blockRanks + b * 8 * BLOCK_SIZE * 4;
      store<u32>(rows + (to << 2), load<u32>(rows + (from << 2)));
    }
  }
  return <f64>fits / <f64>BLOCK_DRAWS;
}

let clusterWeight: f64 = 1;
let dealWeight: f64 = 1;

/** A tail player's combo beside `used`: its mask, all bits when none was found. Weighs the deal. */
function drawTail(p: u32, used: u64): u64 {
  const tries = load<u32>(players + <usize>p * RECORD + TRIES);
  let fits: u32 = 0;
  let first: u64 = 0;
  for (let draws: u32 = 0; draws < tries; draws++) {
    const hand = drawCombo(p);
    if (maskOf(hand) & used) continue;
    if (!fits) first = hand;
    fits++;
  }
  if (!fits) return ALL;
  dealWeight *= <f64>fits / <f64>tries;
  rankInto(ranks + (<usize>p << 2), 32, first);
  return maskOf(first);
}

/** Puts deal `i` of rotation `r` together; false when it uses a card twice. */
function deal(gone: u64, i: u32, r: u32): bool {
  let used = gone;
  for (let turn: u32 = 0; turn < blockCount; turn++) {
    const p: u32 = load<u8>(blockPlayers + turn);
    const from = <usize>(p * BLOCK_SIZE + ((i + r * turn) & (BLOCK_SIZE - 1)));
    const mask = load<u64>(blockMasks + (from << 3));
    if (mask & used) return false;
    used |= mask;
    store<u32>(ranks + (<usize>p << 2), load<u32>(blockRanks + (from << 2)));
    if (boardCount == 2) {
      store<u32>(ranks + 32 + (<usize>p << 2), load<u32>(blockRanks + 8 * BLOCK_SIZE * 4 + (from << 2)));
    }
  }
  dealWeight = clusterWeight;
  if (!someLater) return true;
  for (let p: u32 = 0; p < playerCount; p++) {
    if (role(p) != TAIL) continue;
    const mask = drawTail(p, used);
    if (mask & used) return false;
    used |= mask;
  }
  for (let p: u32 = 0; p < playerCount; p++) {
    if (role(p) != LATE) continue;
    const hand = drawRandom(used);
    used |= maskOf(hand);
    rankInto(ranks + (<usize>p << 2), 32, hand);
  }
  return true;
}

@inline
function add(at: usize, x: f64): void {
  store<f64>(at, load<f64>(at) + x);
}

/** u32[8]: what each player takes of the deal, in 1/840 of one board's pot: two to eight tied divide it evenly. */
const dealUnits: usize = reserve(32);
const POT: u32 = 840;

/** Divides one board among the players of the deal at hand. */
function settle(b: u32, made: bool): void {
  const from = ranks + (<usize>b << 5);
  let best: u32 = 0;
  let tied: u32 = 0;
  for (let p: u32 = 0; p < playerCount; p++) {
    const rank = load<u32>(from + (<usize>p << 2));
    if (rank > best) {
      best = rank;
      tied = 1;
    } else if (rank == best) tied++;
  }
  const units = POT / tied;
  const share = dealWeight * <f64>units * (1.0 / <f64>POT);
  for (let p: u32 = 0; p < playerCount; p++) {
    const rank = load<u32>(from + (<usize>p << 2));
    if (made) add(DEAL_MADE + <usize>((b * 8 + p) * 9 + madeHand(rank)) * 8, dealWeight);
    if (rank != best) continue;
    const to = BOARD_SHARES + <usize>(b * 8 + p) * 24;
    if (tied == 1) add(to + 8, dealWeight);
    else add(to + 16, dealWeight);
    add(clusterBoardShares + <usize>(b * 8 + p) * 8, share);
    const taken = dealUnits + (<usize>p << 2);
    store<u32>(taken, load<u32>(taken) + units);
  }
}

/** Counts which of the six joint shares each player took of two pots. */
function countJoint(): void {
  for (let p: u32 = 0; p < playerCount; p++) {
    const units = load<u32>(dealUnits + (<usize>p << 2));
    let slot: u32 = 5;
    if (units == 2 * POT) slot = 0;
    else if (units == 3 * (POT / 2)) slot = 1;
    else if (units == POT) slot = 2;
    else if (units == POT / 2) slot = 3;
    else if (units == 0) slot = 4;
    add(clusterJoint + <usize>(p * 6 + slot) * 8, dealWeight);
  }
}

/** Samples `clusters` clusters of chunk `chunk`; 0 rotations when all players are single hands. Sums start at zero. */
export function sampleDeals(seedValue: u32, chunk: u32, clusters: u32, rotationCount: u32, made: bool): void {
  seed(seedValue, chunk);
  rotations = rotationCount;
  blockCount = 0;
  someLater = false;
  for (let p: u32 = 0; p < playerCount; p++) {
    if (role(p) == BLOCK) store<u8>(blockPlayers + blockCount++, <u8>p);
    else if (role(p) != HAND) someLater = true;
  }
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
  for (let c: u32 = 0; c < clusters; c++) sampleCluster(made);
  store<f64>(SUMS + 16, <f64>clusters);
}

function sampleCluster(made: bool): void {
  const gone = drawBoards();
  clusterWeight = drawBlocks(gone);
  if (clusterWeight == 0) return;
  memory.fill(clusterBoardShares, 0, 128);
  memory.fill(clusterJoint, 0, 8 * 48);
  let accepted: u32 = 0;
  let weight: f64 = 0;
  // When nobody draws, a cluster has one deal.
  const deals: u32 = rotations ? BLOCK_SIZE : 1;
  for (let r: u32 = 0; r < max(rotations, 1); r++) {
    for (let i: u32 = 0; i < deals; i++) {
      if (!deal(gone, i, r)) continue;
      accepted++;
      weight += dealWeight;
      if (boardCount == 1) {
        settle(0, made);
        continue;
      }
      memory.fill(dealUnits, 0, 32);
      settle(0, made);
      settle(1, made);
      countJoint();
    }
  }
  add(SUMS, <f64>accepted);
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
    const at = BOARDS + (b << 3);
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

/** How many of `tries` independent draws of the first `count` players of `order` use no card twice. */
export function acceptedDeals(seedValue: u32, order: usize, count: u32, tries: u32): u32 {
  seed(seedValue, 0xffffffff);
  let accepted: u32 = 0;
  for (let t: u32 = 0; t < tries; t++) {
    let used = drawBoards();
    let fits = true;
    for (let i: u32 = 0; i < count && fits; i++) {
      const p: u32 = load<u8>(order + i);
      const random = load<u32>(players + <usize>p * RECORD + COUNT) == 0;
      const mask = maskOf(random ? drawRandom(known) : drawCombo(p));
      fits = !(mask & used);
      used |= mask;
    }
    if (fits) accepted++;
  }
  return accepted;
}
