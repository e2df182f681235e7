// The nine made hands as intervals of ranks.

import { FLUSH, FULL_HOUSE, HIGH_CARD, PAIR, QUADS, STRAIGHT, TRIPS, TWO_PAIR } from './ranks';

/** 0 high card … 8 straight flush. */
export function madeHand(rank: u32): u32 {
  if (rank <= TWO_PAIR) return rank <= HIGH_CARD ? 0 : rank <= PAIR ? 1 : 2;
  if (rank <= FLUSH) return rank <= TRIPS ? 3 : rank <= STRAIGHT ? 4 : 5;
  return rank <= FULL_HOUSE ? 6 : rank <= QUADS ? 7 : 8;
}
