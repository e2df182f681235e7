// How good every hand class is against one and against five random hands, sampled: for percentage ranges.
//
// One deal gives five opponents and a board; every hand of the cards left over is then measured against them. It is
// a fair deal to each of those hands, so tens of thousands of them share the price of one.

import { PAIRS, buildPairs, rankHand, setBoard } from './board';
import { C2, C3, C4, C5 } from './combinations';
import { reserve, reserveZeroed } from './memory';
import { below, seed } from './random';

const OPPONENTS: u32 = 5;
/** A pot in units that up to six players divide evenly. */
const POT: u32 = 60;
/** Bytes of a class's counts: hands seen, halves won of five duels each, pots won of six players in 1/60. */
const RECORD: usize = 16;

let k: u32 = 0;
/** u32[combos]: the class of each combo, by colexicographic index. */
let classOf: usize = 0;
/** u32[classes][4]. */
let counts: usize = 0;
let countBytes: usize = 0;

/** u32[2] for each hand of a deal: its index, its halves and sixtieths; PLO5 leaves 26,334 hands over. */
const notes: usize = reserve(26334 * 8);
let noted: usize = notes;

const opponentRanks: usize = reserve(32);
let bestOpponent: u32 = 0;
let bestCount: u32 = 0;
/** u8[52]: cards left over, ascending. */
const rest: usize = reserve(64);
/** u8[8]: cards chosen so far, the highest first. */
const chosen: usize = reserve(8);

export function classOfAt(): usize {
  return classOf;
}
export function classCountsAt(): usize {
  return counts;
}

export function openOrdering(holeCards: u32, combos: u32, classes: u32): void {
  k = holeCards;
  classOf = reserve(<usize>combos << 2);
  countBytes = <usize>classes * RECORD;
  counts = reserveZeroed(countBytes);
}

/** Deals `deals` times and counts every hand left over. Counts start at zero. */
export function sampleOrdering(seedValue: u32, chunk: u32, deals: u32): void {
  seed(seedValue, chunk);
  memory.fill(counts, 0, countBytes);
  for (let i: u32 = 0; i < deals; i++) sampleDeal();
}

function sampleDeal(): void {
  const one: u64 = 1;
  let gone: u64 = 0;
  const cards = chosen;
  for (let i: usize = 0; i < 5; i++) {
    const c = drawCard(gone);
    gone |= one << c;
    store<u8>(cards + i, <u8>c);
  }
  setBoard(0, k == 2, load<u8>(cards), load<u8>(cards + 1), load<u8>(cards + 2), load<u8>(cards + 3), load<u8>(cards + 4));
  buildPairs(0, k == 2);
  bestOpponent = 0;
  for (let p: u32 = 0; p < OPPONENTS; p++) {
    let hand: u64 = 0;
    for (let i: u64 = 0; i < k; i++) {
      const c = drawCard(gone);
      gone |= one << c;
      hand |= <u64>c << (i << 3);
    }
    const rank = rankHand(0, hand, k);
    store<u32>(opponentRanks + (<usize>p << 2), rank);
    if (rank > bestOpponent) {
      bestOpponent = rank;
      bestCount = 1;
    } else if (rank == bestOpponent) bestCount++;
  }
  let left: u32 = 0;
  for (let c: u32 = 0; c < 52; c++) if (!(gone & (one << c))) store<u8>(rest + left++, <u8>c);
  choose(k, left, 0, 0);
  addNotes();
}

function drawCard(gone: u64): u32 {
  const one: u64 = 1;
  let c = below(52);
  while (gone & (one << c)) c = below(52);
  return c;
}

/** Chooses `missing` more cards from the lowest `limit` left over; `index` and `rank` are those of the cards so far. */
function choose(missing: u32, limit: u32, index: u32, rank: u32): void {
  const taken: usize = k - missing;
  for (let i: u32 = missing - 1; i < limit; i++) {
    const c: usize = load<u8>(rest + i);
    let best = rank;
    for (let j: usize = 0; j < taken; j++) {
      best = max(best, <u32>load<u16>(PAIRS + (<usize>load<u8>(chosen + j) << 7) + (c << 1)));
    }
    const next = index + ways(<u32>c, missing);
    if (missing == 1) {
      count(next, best);
    } else {
      store<u8>(chosen + taken, <u8>c);
      choose(missing - 1, i, next, best);
    }
  }
}

/** C(n, j) for j = 1…6. */
@inline
function ways(n: u32, j: u32): u32 {
  if (j == 1) return n;
  const at = <usize>n << 2;
  if (j == 2) return load<u32>(C2 + at);
  if (j == 3) return load<u32>(C3 + at);
  if (j == 4) return load<u32>(C4 + at);
  if (j == 5) return load<u32>(C5 + at);
  // C(n,6) = C(n,5)·(n−5)/6
  return n < 6 ? 0 : (load<u32>(C5 + at) * (n - 5)) / 6;
}

/** Notes a hand's result; the counts are far apart in memory and are added together afterwards. */
@inline
function count(index: u32, rank: u32): void {
  let halves: u32 = 0;
  for (let p: u32 = 0; p < OPPONENTS; p++) {
    const other = load<u32>(opponentRanks + (<usize>p << 2));
    halves += (rank > other ? 2 : 0) + (rank == other ? 1 : 0);
  }
  const pot: u32 = rank < bestOpponent ? 0 : rank > bestOpponent ? POT : POT / (bestCount + 1);
  store<u32>(noted, index);
  store<u32>(noted + 4, (halves << 16) | pot);
  noted += 8;
}

/** Adds the noted hands to their classes: independent loads, which the processor can have under way together. */
function addNotes(): void {
  for (let at = notes; at < noted; at += 8) {
    const found: usize = load<u32>(classOf + (<usize>load<u32>(at) << 2));
    store<u32>(at, <u32>found);
  }
  for (let at = notes; at < noted; at += 8) {
    const to = counts + <usize>load<u32>(at) * RECORD;
    const result = load<u32>(at + 4);
    store<u32>(to, load<u32>(to) + 1);
    store<u32>(to + 4, load<u32>(to + 4) + (result >>> 16));
    store<u32>(to + 8, load<u32>(to + 8) + (result & 0xffff));
  }
  noted = notes;
}
