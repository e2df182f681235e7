// Single Hold'em hands over every run-out of one board, exact.
//
// Without a flush a board is its multiset of ranks: 6,188 of them, ranked once a player. Preflop boards then cost one
// load a player, and a second one where a suit reaches three cards. Later streets have few boards and rank each.

import { rankHand, rankRanks, setBoard } from './board';
import { c2, c3, c4, c5 } from './combinations';
import { HAND_MADE, POT, SHARES, TIES, WINS, clearCounts, countRunOuts } from './hands';
import { madeHand } from './made-hands';
import { reserve } from './memory';
import { FLUSH_RANKS } from './ranks';
import { DECK, HANDS, deckSize } from './triples';

const MULTISETS: usize = 6188;
/** u16[8][6188]: rank of each player's hand by the board's multiset of ranks. */
const byRanks: usize = reserve(8 * MULTISETS * 2);
/** u64[8]: each player's cards as four rank masks of 16 bits, one a suit. */
const held: usize = reserve(64);
/** u32[8]: ranks on the board at hand. */
const ranks: usize = reserve(32);

@inline
function handOf(p: u32): u64 {
  return load<u64>(HANDS + (<usize>p << 3)) & 0xffff;
}

/** One card as a bit in the rank masks of the four suits. */
@inline
function suited(card: u32): u64 {
  return (<u64>1) << (((card & 3) << 4) + (card >> 2));
}

function rankMultisets(players: u32): void {
  for (let z: u32 = 0; z < 13; z++) {
    for (let y: u32 = 0; y <= z; y++) {
      for (let x: u32 = 0; x <= y; x++) {
        for (let w: u32 = 0; w <= x; w++) {
          for (let v: u32 = 0; v <= w; v++) {
            const index: usize = c5(z + 4) + c4(y + 3) + c3(x + 2) + c2(w + 1) + v;
            const row = rankRanks(v, w, x, y, z);
            for (let p: u32 = 0; p < players; p++) {
              const hand = HANDS + (<usize>p << 3);
              const column: usize = (<usize>(load<u8>(hand) >> 2) << 5) + (<usize>(load<u8>(hand + 1) >> 2) << 1);
              store<u16>(byRanks + ((<usize>p * MULTISETS + index) << 1), load<u16>(row + column));
            }
          }
        }
      }
    }
  }
}

/** Counts like `enumerate`, for Hold'em; `made`: also each player's made hands. */
export function enumerateHoldem(players: u32, known: u32, made: bool): void {
  clearCounts();
  memory.fill(HAND_MADE, 0, 8 * 72);
  if (known) later(players, known, made);
  else preflop(players, made);
}

function preflop(players: u32, made: bool): void {
  rankMultisets(players);
  for (let p: usize = 0; p < players; p++) {
    const hand = HANDS + (p << 3);
    store<u64>(held + (p << 3), suited(load<u8>(hand)) | suited(load<u8>(hand + 1)));
  }
  const n = deckSize;
  for (let e: u32 = 4; e < n; e++) {
    const ce: u32 = load<u8>(DECK + e);
    for (let d: u32 = 3; d < e; d++) {
      const cd: u32 = load<u8>(DECK + d);
      for (let c: u32 = 2; c < d; c++) {
        const cc: u32 = load<u8>(DECK + c);
        for (let b: u32 = 1; b < c; b++) {
          const cb: u32 = load<u8>(DECK + b);
          const base = c5((ce >> 2) + 4) + c4((cd >> 2) + 3) + c3((cc >> 2) + 2) + c2((cb >> 2) + 1);
          const suits = (1 << ((ce & 3) << 2)) + (1 << ((cd & 3) << 2)) + (1 << ((cc & 3) << 2)) + (1 << ((cb & 3) << 2));
          const four = suited(ce) | suited(cd) | suited(cc) | suited(cb);
          for (let a: u32 = 0; a < b; a++) {
            const ca: u32 = load<u8>(DECK + a);
            const three: u32 = ((suits + (1 << ((ca & 3) << 2))) + 0x5555) & 0x8888;
            rankBoard(players, base + (ca >> 2), three, four | suited(ca));
            settle(players, made);
          }
        }
      }
    }
  }
}

@inline
function rankBoard(players: u32, index: u32, three: u32, board: u64): void {
  const shift: u64 = three ? <u64>(ctz(three) >> 2) << 4 : 0;
  for (let p: usize = 0; p < players; p++) {
    let rank: u32 = load<u16>(byRanks + ((p * MULTISETS + index) << 1));
    if (three) {
      const mask: usize = <usize>(((board | load<u64>(held + (p << 3))) >> shift) & 0x1fff);
      rank = max(rank, <u32>load<u16>(FLUSH_RANKS + (mask << 1)));
    }
    store<u32>(ranks + (p << 2), rank);
  }
}

function later(players: u32, known: u32, made: bool): void {
  const n = deckSize;
  for (let e: u32 = 4; e < (known == 5 ? 5 : n); e++) {
    for (let d: u32 = 3; d < (known >= 4 ? 4 : e); d++) {
      setBoard(0, true, load<u8>(DECK), load<u8>(DECK + 1), load<u8>(DECK + 2), load<u8>(DECK + d), load<u8>(DECK + e));
      for (let p: u32 = 0; p < players; p++) store<u32>(ranks + (<usize>p << 2), rankHand(0, handOf(p), 2));
      settle(players, made);
    }
  }
}

/** Divides one board's pot among the players. */
function settle(players: u32, made: bool): void {
  let best: u32 = 0;
  let tied: u64 = 0;
  for (let p: usize = 0; p < players; p++) {
    const rank = load<u32>(ranks + (p << 2));
    if (rank > best) {
      best = rank;
      tied = 1;
    } else if (rank == best) tied++;
    if (made) {
      const slot = HAND_MADE + p * 72 + (<usize>madeHand(rank) << 3);
      store<u64>(slot, load<u64>(slot) + 1);
    }
  }
  for (let p: usize = 0; p < players; p++) {
    if (load<u32>(ranks + (p << 2)) != best) continue;
    const at = p << 3;
    const count = tied == 1 ? WINS + at : TIES + at;
    store<u64>(count, load<u64>(count) + 1);
    store<u64>(SHARES + at, load<u64>(SHARES + at) + POT / tied);
  }
  countRunOuts(1);
}
