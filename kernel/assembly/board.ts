// One five-card board, ready to rank any hand on it.
//
// Ranks first: a row with the best five cards for every pair of hole ranks, the maximum of ten rows of `FIVE`.
// A flush is possible in one suit at most and is looked at only in hands that hold it.

import { c2, c3, c4 } from './combinations';
import { reserve } from './memory';
import { FIVE, FLUSH_RANKS, TRIPLE_INDEX, rankOfFive } from './ranks';

/** Bytes of a row of pairs. */
const ROW: usize = 416;
/** Room for two boards. */
const SLOT: usize = 448;
const slots: usize = reserve(SLOT * 2);
/** Behind the row: the suit that can make a flush or 4, and the rank mask of the board in it. */
const SUIT: usize = ROW;
const MASK: usize = ROW + 4;

/** u16[1820][208]: the best of four board ranks with one of two hole ranks; filled when Hold'em is first played. */
const quadRows: usize = reserve(1820 * ROW);
let quadRowsFilled = false;
const singles: usize = reserve(32);

function fillQuadRows(): void {
  quadRowsFilled = true;
  for (let w: u32 = 0; w < 13; w++) {
    for (let x: u32 = 0; x <= w; x++) {
      for (let y: u32 = 0; y <= x; y++) {
        for (let z: u32 = 0; z <= y; z++) {
          for (let r: u32 = 0; r < 13; r++) store<u16>(singles + (<usize>r << 1), <u16>rankOfFive(w, x, y, z, r));
          const row = quadRows + <usize>quadIndex(z, y, x, w) * ROW;
          for (let p: u32 = 0; p < 13; p++) {
            for (let q: u32 = 0; q < 13; q++) {
              const best = max(load<u16>(singles + (<usize>p << 1)), load<u16>(singles + (<usize>q << 1)));
              store<u16>(row + (<usize>(p * 16 + q) << 1), best);
            }
          }
        }
      }
    }
  }
}

/** Index of the multiset of four ranks in ascending order. */
@inline
function quadIndex(z: u32, y: u32, x: u32, w: u32): u32 {
  return c4(w + 3) + c3(x + 2) + c2(y + 1) + z;
}

@inline
function tripleRow(x: u32, y: u32, z: u32): usize {
  return FIVE + <usize>load<u16>(TRIPLE_INDEX + (<usize>((x * 13 + y) * 16 + z) << 1)) * ROW;
}

@inline
function quadRow(z: u32, y: u32, x: u32, w: u32): usize {
  return quadRows + <usize>quadIndex(z, y, x, w) * ROW;
}

@inline
function most(a: v128, b: v128): v128 {
  return i16x8.max_u(a, b);
}

/** Ranks of the five cards in ascending order; the board's cards may come in any order. */
const sorted: usize = reserve(8);

function sortRanks(a: u32, b: u32, c: u32, d: u32, e: u32): void {
  store<u8>(sorted, <u8>(a >> 2));
  store<u8>(sorted + 1, <u8>(b >> 2));
  store<u8>(sorted + 2, <u8>(c >> 2));
  store<u8>(sorted + 3, <u8>(d >> 2));
  store<u8>(sorted + 4, <u8>(e >> 2));
  for (let i: usize = 1; i < 5; i++) {
    const r = load<u8>(sorted + i);
    let j = i;
    for (; j > 0 && load<u8>(sorted + j - 1) > r; j--) store<u8>(sorted + j, load<u8>(sorted + j - 1));
    store<u8>(sorted + j, r);
  }
}

/** Fills a row of pairs from five ascending ranks, no flush. */
function fillRow(at: usize, holdem: bool, v: u32, w: u32, x: u32, y: u32, z: u32): void {
  const r0 = tripleRow(v, w, x);
  const r1 = tripleRow(v, w, y);
  const r2 = tripleRow(v, w, z);
  const r3 = tripleRow(v, x, y);
  const r4 = tripleRow(v, x, z);
  const r5 = tripleRow(v, y, z);
  const r6 = tripleRow(w, x, y);
  const r7 = tripleRow(w, x, z);
  const r8 = tripleRow(w, y, z);
  const r9 = tripleRow(x, y, z);
  for (let i: usize = 0; i < ROW; i += 16) {
    const p = most(most(v128.load(r0 + i), v128.load(r1 + i)), most(v128.load(r2 + i), v128.load(r3 + i)));
    const q = most(most(v128.load(r4 + i), v128.load(r5 + i)), most(v128.load(r6 + i), v128.load(r7 + i)));
    v128.store(at + i, most(most(p, q), most(v128.load(r8 + i), v128.load(r9 + i))));
  }
  if (holdem) {
    if (!quadRowsFilled) fillQuadRows();
    const s0 = quadRow(v, w, x, y);
    const s1 = quadRow(v, w, x, z);
    const s2 = quadRow(v, w, y, z);
    const s3 = quadRow(v, x, y, z);
    const s4 = quadRow(w, x, y, z);
    const all = i16x8.splat(<i16>rankOfFive(v, w, x, y, z));
    for (let i: usize = 0; i < ROW; i += 16) {
      const p = most(most(v128.load(s0 + i), v128.load(s1 + i)), most(v128.load(s2 + i), v128.load(s3 + i)));
      v128.store(at + i, most(most(v128.load(at + i), all), most(p, v128.load(s4 + i))));
    }
  }
}

/** The row of pairs of a Hold'em board by its ascending ranks alone; valid until the next call. */
export function rankRanks(v: u32, w: u32, x: u32, y: u32, z: u32): usize {
  fillRow(slots, true, v, w, x, y, z);
  return slots;
}

/** Puts a board into slot 0 or 1. `holdem`: all five board cards may be played. */
export function setBoard(slot: u32, holdem: bool, a: u32, b: u32, c: u32, d: u32, e: u32): void {
  const at = slots + <usize>slot * SLOT;
  sortRanks(a, b, c, d, e);
  fillRow(at, holdem, load<u8>(sorted), load<u8>(sorted + 1), load<u8>(sorted + 2), load<u8>(sorted + 3), load<u8>(sorted + 4));

  // Five 4-bit counters, one a suit.
  const counts: u32 = (1 << ((a & 3) << 2)) + (1 << ((b & 3) << 2)) + (1 << ((c & 3) << 2)) + (1 << ((d & 3) << 2)) + (1 << ((e & 3) << 2));
  const three = (counts + 0x5555) & 0x8888;
  if (!three) {
    store<u32>(at + SUIT, 4);
    return;
  }
  const suit = ctz(three) >> 2;
  let mask: u32 = 0;
  if ((a & 3) == suit) mask |= 1 << (a >> 2);
  if ((b & 3) == suit) mask |= 1 << (b >> 2);
  if ((c & 3) == suit) mask |= 1 << (c >> 2);
  if ((d & 3) == suit) mask |= 1 << (d >> 2);
  if ((e & 3) == suit) mask |= 1 << (e >> 2);
  store<u32>(at + SUIT, suit);
  store<u32>(at + MASK, mask);
}

/** Rank of the best flush with exactly two of `held` and three of `board`, both rank masks of one suit; 0 if none. */
function omahaFlush(held: u32, board: u32): u32 {
  let best: u32 = 0;
  for (let i = held; i; i &= i - 1) {
    for (let j = i & (i - 1); j; j &= j - 1) {
      const two = (i & -i) | (j & -j);
      if (popcnt(board) == 3) {
        best = max(best, <u32>load<u16>(FLUSH_RANKS + (<usize>(two | board) << 1)));
        continue;
      }
      for (let x = board; x; x &= x - 1) {
        for (let y = x & (x - 1); y; y &= y - 1) {
          for (let z = y & (y - 1); z; z &= z - 1) {
            const five = two | (x & -x) | (y & -y) | (z & -z);
            best = max(best, <u32>load<u16>(FLUSH_RANKS + (<usize>five << 1)));
          }
        }
      }
    }
  }
  return best;
}

/** Flush rank of a hand on a board, 0 if it has none. */
@inline
function flush(holdem: bool, held: u32, board: u32): u32 {
  if (!holdem) return held & (held - 1) ? omahaFlush(held, board) : 0;
  return load<u16>(FLUSH_RANKS + (<usize>(held | board) << 1));
}

@inline
function card(hand: u64, i: u32): u32 {
  return <u32>(hand >> (i << 3)) & 63;
}

/** Best rank of a card's row with another card. */
@inline
function withCard(row: usize, other: u32): u32 {
  return load<u16>(row + (<usize>(other >> 2) << 1));
}

@inline
function rowOf(at: usize, x: u32): usize {
  return at + (<usize>(x >> 2) << 5);
}

@inline
function inSuit(x: u32, suit: u32): u32 {
  return <u32>((x & 3) == suit) << (x >> 2);
}

/** Rank of a hand (one card a byte, lowest first) on the board in `slot`; none of its cards may be on the board. */
export function rankHand(slot: u32, hand: u64, k: u32): u32 {
  const at = slots + <usize>slot * SLOT;
  const suit = load<u32>(at + SUIT);
  const a = card(hand, 0);
  const b = card(hand, 1);
  const ra = rowOf(at, a);
  let best = withCard(ra, b);
  if (k == 2) {
    if (suit == 4) return best;
    return max(best, flush(true, inSuit(a, suit) | inSuit(b, suit), load<u32>(at + MASK)));
  }
  const c = card(hand, 2);
  const d = card(hand, 3);
  const rb = rowOf(at, b);
  const rc = rowOf(at, c);
  best = max(max(best, withCard(ra, c)), max(withCard(ra, d), withCard(rb, c)));
  best = max(best, max(withCard(rb, d), withCard(rc, d)));
  if (k > 4) {
    const e = card(hand, 4);
    const rd = rowOf(at, d);
    best = max(max(best, withCard(ra, e)), max(withCard(rb, e), max(withCard(rc, e), withCard(rd, e))));
    if (k == 6) {
      const f = card(hand, 5);
      best = max(max(best, withCard(ra, f)), max(withCard(rb, f), withCard(rc, f)));
      best = max(best, max(withCard(rd, f), withCard(rowOf(at, e), f)));
    }
  }
  if (suit == 4) return best;
  let held = inSuit(a, suit) | inSuit(b, suit) | inSuit(c, suit) | inSuit(d, suit);
  if (k > 4) held |= inSuit(card(hand, 4), suit);
  if (k == 6) held |= inSuit(card(hand, 5), suit);
  return max(best, flush(false, held, load<u32>(at + MASK)));
}

/** u16[52][64]: rank of each pair of hole cards on the board of the last `buildPairs`; rows full, diagonal unused. */
export const PAIRS: usize = reserve(52 * 128);

/** Spreads the board in `slot` over all pairs of cards. */
export function buildPairs(slot: u32, holdem: bool): void {
  const at = slots + <usize>slot * SLOT;
  for (let x: u32 = 0; x < 52; x++) {
    const row = at + (<usize>(x >> 2) << 5);
    const out = PAIRS + (<usize>x << 7);
    for (let r: u32 = 0; r < 13; r++) {
      store<u64>(out + (<usize>r << 3), <u64>load<u16>(row + (<usize>r << 1)) * 0x0001000100010001);
    }
  }
  const suit = load<u32>(at + SUIT);
  if (suit == 4) return;
  const board = load<u32>(at + MASK);
  for (let x: u32 = 0; x < 52; x++) {
    for (let y: u32 = 0; y < 52; y++) {
      const held = (<u32>((x & 3) == suit) << (x >> 2)) | (<u32>((y & 3) == suit) << (y >> 2));
      if (x == y || held & board) continue;
      const rank = flush(holdem, held, board);
      const out = PAIRS + (<usize>x << 7) + (<usize>y << 1);
      if (load<u16>(out) < rank) store<u16>(out, <u16>rank);
    }
  }
}
