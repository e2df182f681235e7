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
import { DEAL_RANKS as ranks, clearSums, closeCluster, countClusters, openCluster, settleDeal } from './deal-sums';
import { reserve } from './memory';
import { below, bits32, seed } from './random';

/** Roles; the host gives them by number. */
const HAND: u32 = 0;
const BLOCK: u32 = 1;
const TAIL: u32 = 2;
const LATE: u32 = 3;

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

/** u64[8][16] masks and u32[2][8][16] ranks of the block players' draws. */
const blockMasks: usize = reserve(8 * 128);
const blockRanks: usize = reserve(2 * 8 * 64);

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

/** Which draw the block player of this turn plays in deal `i` of rotation `r`. */
@inline
function drawn(turn: u32, i: u32, r: u32): usize {
  return <usize>((<u32>load<u8>(blockPlayers + turn) * BLOCK_SIZE) | ((i + r * turn) & (BLOCK_SIZE - 1)));
}

/** Puts deal `i` of rotation `r` together; false when it uses a card twice. */
function deal(gone: u64, i: u32, r: u32): bool {
  let used = gone;
  for (let turn: u32 = 0; turn < blockCount; turn++) {
    const mask = load<u64>(blockMasks + (drawn(turn, i, r) << 3));
    if (mask & used) return false;
    used |= mask;
  }
  for (let turn: u32 = 0; turn < blockCount; turn++) {
    const to = ranks + (<usize>load<u8>(blockPlayers + turn) << 2);
    const from = blockRanks + (drawn(turn, i, r) << 2);
    store<u32>(to, load<u32>(from));
    if (boardCount == 2) store<u32>(to + 32, load<u32>(from + 8 * BLOCK_SIZE * 4));
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
  clearSums(playerCount, boardCount, made);
  for (let c: u32 = 0; c < clusters; c++) sampleCluster();
  countClusters(clusters);
}

function sampleCluster(): void {
  const gone = drawBoards();
  clusterWeight = drawBlocks(gone);
  if (clusterWeight == 0) return;
  openCluster();
  // When nobody draws, a cluster has one deal.
  const deals: u32 = rotations ? BLOCK_SIZE : 1;
  for (let r: u32 = 0; r < max(rotations, 1); r++) {
    for (let i: u32 = 0; i < deals; i++) if (deal(gone, i, r)) settleDeal(dealWeight);
  }
  closeCluster(BOARDS);
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
