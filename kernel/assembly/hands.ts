// Single hands over every run-out of one board, exact: eight boards per SIMD step.
//
// For a board a<b<c<d<e the four triples without e are one scalar, the six with e are six contiguous rows, so a
// vector of eight last cards costs six loads and six maxima a player.

import { reserve } from './memory';
import { FLUSH, FULL_HOUSE, HIGH_CARD, PAIR, QUADS, STRAIGHT, TRIPS, TWO_PAIR } from './ranks';
import { rowOffset, tableBytes, tables, deckSize } from './triples';

/** u64[8] each: run-outs won alone, run-outs tied, and pot shares in 1/840 of a pot, per player. */
export const WINS: usize = reserve(64);
export const TIES: usize = reserve(64);
export const SHARES: usize = reserve(64);
/** A pot in units that two to eight players divide evenly. */
export const POT: u64 = 840;

let boards: u64 = 0;
/** Run-outs enumerated by the last call. */
export function runOuts(): u64 {
  return boards;
}

export function clearCounts(): void {
  memory.fill(WINS, 0, 64);
  memory.fill(TIES, 0, 64);
  memory.fill(SHARES, 0, 64);
  boards = 0;
}

export function countRunOuts(count: u32): void {
  boards += count;
}

/** i16x8 of the eight ranks with last cards e … e+7, for one table. */
@inline
function ranks(table: usize, base: u16, e: usize, ab: usize, ac: usize, ad: usize, bc: usize, bd: usize, cd: usize): v128 {
  const at = table + (e << 1);
  const x = i16x8.max_u(i16x8.splat(<i16>base), v128.load(at + ab));
  const y = i16x8.max_u(v128.load(at + ac), v128.load(at + ad));
  const z = i16x8.max_u(v128.load(at + bc), v128.load(at + bd));
  return i16x8.max_u(i16x8.max_u(x, y), i16x8.max_u(z, v128.load(at + cd)));
}

/** Best of the triples abc, abd, acd, bcd. */
@inline
function baseRank(table: usize, c: u32, d: u32, ab: usize, ac: usize, bc: usize): u16 {
  const x = max(load<u16>(table + ab + (<usize>c << 1)), load<u16>(table + ab + (<usize>d << 1)));
  return max(x, max(load<u16>(table + ac + (<usize>d << 1)), load<u16>(table + bc + (<usize>d << 1))));
}

/** Lanes of the vector at `e` that are boards: last cards from `from` below `end`. */
@inline
function lanes(e: u32, from: u32, end: u32): u32 {
  let mask: u32 = 0xff;
  if (e < from) mask &= 0xff << (from - e);
  if (e + 8 > end) mask &= (1 << (end - e)) - 1;
  return mask;
}

/**
 * Counts wins, ties and shares of `players` hands over all boards that begin with the first `known` (0, 3, 4 or 5)
 * cards of the deck.
 */
export function enumerate(players: u32, known: u32): void {
  clearCounts();
  const n = deckSize;
  const end = known == 5 ? 5 : n;
  for (let d: u32 = 3; d < (known >= 4 ? 4 : n - 1); d++) {
    for (let c: u32 = 2; c < (known >= 3 ? 3 : d); c++) {
      for (let b: u32 = 1; b < (known >= 3 ? 2 : c); b++) {
        if (players == 2) headsUp(b, c, d, known >= 3 ? 1 : b, end);
        else multiway(players, b, c, d, known >= 3 ? 1 : b, end);
      }
    }
  }
}

/** All boards a<b<c<d<e for a below `aEnd` and e below `end`, two players. */
function headsUp(b: u32, c: u32, d: u32, aEnd: u32, end: u32): void {
  const one = tables;
  const two = tables + tableBytes;
  const bc = rowOffset(b, c);
  const bd = rowOffset(b, d);
  const cd = rowOffset(c, d);
  let won: u32 = 0;
  let tied: u32 = 0;
  for (let a: u32 = 0; a < aEnd; a++) {
    const ab = rowOffset(a, b);
    const ac = rowOffset(a, c);
    const ad = rowOffset(a, d);
    const baseOne = baseRank(one, c, d, ab, ac, bc);
    const baseTwo = baseRank(two, c, d, ab, ac, bc);
    for (let e: u32 = (d + 1) & ~7; e < end; e += 8) {
      const x = ranks(one, baseOne, e, ab, ac, ad, bc, bd, cd);
      const y = ranks(two, baseTwo, e, ab, ac, ad, bc, bd, cd);
      const mask = lanes(e, d + 1, end);
      won += popcnt(i16x8.bitmask(i16x8.gt_u(x, y)) & mask);
      tied += popcnt(i16x8.bitmask(i16x8.eq(x, y)) & mask);
    }
  }
  const all: u32 = aEnd * (end - 1 - d);
  boards += all;
  store<u64>(WINS, load<u64>(WINS) + won);
  store<u64>(WINS + 8, load<u64>(WINS + 8) + (all - won - tied));
  store<u64>(TIES, load<u64>(TIES) + tied);
  store<u64>(TIES + 8, load<u64>(TIES + 8) + tied);
  store<u64>(SHARES, load<u64>(SHARES) + POT * won + (POT / 2) * tied);
  store<u64>(SHARES + 8, load<u64>(SHARES + 8) + POT * (all - won - tied) + (POT / 2) * tied);
}

/** v128[8]: ranks of the vector at hand, per player. */
const vectors: usize = reserve(128);

function multiway(players: u32, b: u32, c: u32, d: u32, aEnd: u32, end: u32): void {
  const bc = rowOffset(b, c);
  const bd = rowOffset(b, d);
  const cd = rowOffset(c, d);
  for (let a: u32 = 0; a < aEnd; a++) {
    const ab = rowOffset(a, b);
    const ac = rowOffset(a, c);
    const ad = rowOffset(a, d);
    for (let e: u32 = (d + 1) & ~7; e < end; e += 8) {
      let best = i16x8.splat(0);
      let table = tables;
      for (let p: u32 = 0; p < players; p++) {
        const v = ranks(table, baseRank(table, c, d, ab, ac, bc), e, ab, ac, ad, bc, bd, cd);
        v128.store(vectors + (<usize>p << 4), v);
        best = i16x8.max_u(best, v);
        table += tableBytes;
      }
      const mask = lanes(e, d + 1, end);
      let once: u32 = 0;
      let twice: u32 = 0;
      for (let p: u32 = 0; p < players; p++) {
        const top = i16x8.bitmask(i16x8.eq(v128.load(vectors + (<usize>p << 4)), best)) & mask;
        twice |= once & top;
        once |= top;
      }
      for (let p: u32 = 0; p < players; p++) {
        const at = <usize>p << 3;
        const top = i16x8.bitmask(i16x8.eq(v128.load(vectors + (<usize>p << 4)), best)) & mask;
        const alone = popcnt(top & ~twice);
        store<u64>(WINS + at, load<u64>(WINS + at) + alone);
        store<u64>(SHARES + at, load<u64>(SHARES + at) + POT * alone);
      }
      if (twice) shareTies(players, best, twice);
      boards += popcnt(mask);
    }
  }
}

/** Divides the pot of each tied lane among the players tied in it. */
function shareTies(players: u32, best: v128, twice: u32): void {
  for (let rest = twice; rest; rest &= rest - 1) {
    const lane: u32 = rest & -rest;
    let tied: u64 = 0;
    for (let p: u32 = 0; p < players; p++) {
      if (i16x8.bitmask(i16x8.eq(v128.load(vectors + (<usize>p << 4)), best)) & lane) tied++;
    }
    for (let p: u32 = 0; p < players; p++) {
      if (!(i16x8.bitmask(i16x8.eq(v128.load(vectors + (<usize>p << 4)), best)) & lane)) continue;
      const at = <usize>p << 3;
      store<u64>(TIES + at, load<u64>(TIES + at) + 1);
      store<u64>(SHARES + at, load<u64>(SHARES + at) + POT / tied);
    }
  }
}

/** u64[8][9]: boards on which each player makes each of the nine hands. */
export const HAND_MADE: usize = reserve(8 * 72);

/** Counts the made hands of each player over the same boards as `enumerate`. */
export function enumerateMadeHands(players: u32, known: u32): void {
  memory.fill(HAND_MADE, 0, 8 * 72);
  const n = deckSize;
  const end = known == 5 ? 5 : n;
  for (let p: u32 = 0; p < players; p++) {
    const table = tables + <usize>p * tableBytes;
    const slot = HAND_MADE + <usize>p * 72;
    for (let d: u32 = 3; d < (known >= 4 ? 4 : n - 1); d++) {
      for (let c: u32 = 2; c < (known >= 3 ? 3 : d); c++) {
        for (let b: u32 = 1; b < (known >= 3 ? 2 : c); b++) {
          for (let a: u32 = 0; a < (known >= 3 ? 1 : b); a++) countMadeHands(table, slot, a, b, c, d, end);
        }
      }
    }
  }
}

function countMadeHands(table: usize, slot: usize, a: u32, b: u32, c: u32, d: u32, end: u32): void {
  const ab = rowOffset(a, b);
  const ac = rowOffset(a, c);
  const ad = rowOffset(a, d);
  const bc = rowOffset(b, c);
  const bd = rowOffset(b, d);
  const cd = rowOffset(c, d);
  const base = baseRank(table, c, d, ab, ac, bc);
  for (let e: u32 = (d + 1) & ~7; e < end; e += 8) {
    const v = ranks(table, base, e, ab, ac, ad, bc, bd, cd);
    const mask = lanes(e, d + 1, end);
    let above = popcnt(mask);
    above = countUpTo(slot, v, mask, HIGH_CARD, above);
    above = countUpTo(slot + 8, v, mask, PAIR, above);
    above = countUpTo(slot + 16, v, mask, TWO_PAIR, above);
    above = countUpTo(slot + 24, v, mask, TRIPS, above);
    above = countUpTo(slot + 32, v, mask, STRAIGHT, above);
    above = countUpTo(slot + 40, v, mask, FLUSH, above);
    above = countUpTo(slot + 48, v, mask, FULL_HOUSE, above);
    above = countUpTo(slot + 56, v, mask, QUADS, above);
    store<u64>(slot + 64, load<u64>(slot + 64) + above);
  }
}

/** Adds the lanes that are not above `rank` but were above the one before; returns those above. */
@inline
function countUpTo(slot: usize, v: v128, mask: u32, rank: u32, before: i32): i32 {
  if (!before) return 0;
  const above = popcnt(i16x8.bitmask(i16x8.gt_u(v, i16x8.splat(<i16>rank))) & mask);
  store<u64>(slot, load<u64>(slot) + <u64>(before - above));
  return above;
}
