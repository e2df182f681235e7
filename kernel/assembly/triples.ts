// Hand triple tables: T[a][b][c] = the best five cards a hand makes with that board triple.
//
// The deck is numbered compactly, known board cards first and live cards behind them, so that a board is always
// a<b<c<d<e with the known ones leading. Rows are indexed by pairs a<b and are full in c: enumerating the last
// card of a board reads six contiguous rows.
//
// Ranks decide almost everything, so a hand is first reduced to 455 entries (one per multiset of three ranks) and
// only then spread over the deck; flushes are put on top where the hand holds two cards of a suit.

import { C2, c2 } from './combinations';
import { reserve } from './memory';
import { FIVE, FLUSH_RANKS, TRIPLES, TRIPLE_INDEX } from './ranks';

/** u8[52]: the card behind each compact number; written by the host before `setDeck`. */
export const DECK: usize = reserve(64);
/** u8[8][8]: the hand of each player; written by the host. */
export const HANDS: usize = reserve(64);

/** Cards in the compact deck, known ones included. */
export let deckSize: u32 = 0;
/** Bytes of one row. */
export let rowBytes: usize = 0;
/** Bytes of one player's table. */
export let tableBytes: usize = 0;
/** Address of the first player's table; the others follow. */
export let tables: usize = 0;

const best: usize = reserve(TRIPLES * 2);

/** Makes room for `players` tables over a deck of `size` cards. */
export function setDeck(size: u32, players: u32): void {
  deckSize = size;
  rowBytes = <usize>((size + 7) & ~7) << 1;
  tableBytes = <usize>c2(size) * rowBytes;
  tables = reserve(tableBytes * players);
}

/** Offset of row (a,b), a<b, inside a table. */
@inline
export function rowOffset(a: u32, b: u32): usize {
  return <usize>(load<u32>(C2 + (<usize>b << 2)) + a) * rowBytes;
}

@inline
function raise(at: usize, rank: u16): void {
  if (load<u16>(at) < rank) store<u16>(at, rank);
}

/** Fills the table of `player` from the hand of `k` cards in `HANDS`. */
export function buildTriples(player: u32, k: u32): void {
  const table = tables + <usize>player * tableBytes;
  const hand = HANDS + (<usize>player << 3);

  memory.fill(best, 0, TRIPLES * 2);
  for (let j: u32 = 1; j < k; j++) {
    for (let i: u32 = 0; i < j; i++) {
      const column = <usize>((load<u8>(hand + i) >> 2) * 16 + (load<u8>(hand + j) >> 2)) << 1;
      for (let t: usize = 0; t < TRIPLES; t++) raise(best + (t << 1), load<u16>(FIVE + t * 416 + column));
    }
  }

  const n = deckSize;
  for (let b: u32 = 1; b < n; b++) {
    const rb: u32 = load<u8>(DECK + b) >> 2;
    for (let a: u32 = 0; a < b; a++) {
      const ra: u32 = load<u8>(DECK + a) >> 2;
      const row = table + rowOffset(a, b);
      const indices = TRIPLE_INDEX + (<usize>((ra * 13 + rb) * 16) << 1);
      for (let c: u32 = 0; c < n; c++) {
        const index: usize = load<u16>(indices + (<usize>(load<u8>(DECK + c) >> 2) << 1));
        store<u16>(row + (<usize>c << 1), load<u16>(best + (index << 1)));
      }
    }
  }

  for (let suit: u32 = 0; suit < 4; suit++) raiseFlushes(table, hand, k, suit);
}

/** Puts flushes of one suit on top of a table. */
function raiseFlushes(table: usize, hand: usize, k: u32, suit: u32): void {
  const n = deckSize;
  for (let j: u32 = 1; j < k; j++) {
    const cj: u32 = load<u8>(hand + j);
    if ((cj & 3) != suit) continue;
    for (let i: u32 = 0; i < j; i++) {
      const ci: u32 = load<u8>(hand + i);
      if ((ci & 3) != suit) continue;
      const held: u32 = (1 << (ci >> 2)) | (1 << (cj >> 2));
      for (let c: u32 = 2; c < n; c++) {
        const x: u32 = load<u8>(DECK + c);
        if ((x & 3) != suit) continue;
        for (let b: u32 = 1; b < c; b++) {
          const y: u32 = load<u8>(DECK + b);
          if ((y & 3) != suit) continue;
          for (let a: u32 = 0; a < b; a++) {
            const z: u32 = load<u8>(DECK + a);
            if ((z & 3) != suit) continue;
            const mask: u32 = held | (1 << (x >> 2)) | (1 << (y >> 2)) | (1 << (z >> 2));
            const rank = load<u16>(FLUSH_RANKS + (<usize>mask << 1));
            // A board card that the hand holds itself leaves fewer than five ranks: no flush, rank 0.
            raise(table + rowOffset(a, b) + (<usize>c << 1), rank);
            raise(table + rowOffset(a, c) + (<usize>b << 1), rank);
            raise(table + rowOffset(b, c) + (<usize>a << 1), rank);
          }
        }
      }
    }
  }
}
