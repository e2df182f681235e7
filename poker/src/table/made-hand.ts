/**
 * What a hand is worth on a board, card by card: one hand at a time, as a showdown or a replayed street needs it. The
 * kernel does the same for millions; nothing here needs it loaded.
 *
 * A strength is an integer that orders hands: the made hand in the top bits, below it the ranks it consists of as a mask
 * of thirteen bits, below that the other ranks. Of two masks with equally many ranks the higher number has the higher
 * rank where they first differ, which is how poker compares them.
 */
import { HOLE_CARDS, MADE_HANDS, type MadeHand } from '@ploscope/kernel';
import type { Card } from '../cards.ts';
import type { Game } from '../games.ts';

/** Greater is better; equal is a tie. Compare only hands on boards of equally many cards. */
export type Strength = number;

const MADE_SHIFT = 26;
const RANKS_SHIFT = 13;
const [HIGH_CARD, PAIR, TWO_PAIR, TRIPS, STRAIGHT, FLUSH, FULL_HOUSE, QUADS, STRAIGHT_FLUSH] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8,
];
/** 5432A; the only straight in which the ace is low. */
const WHEEL = 0b1_0000_0000_1111;
const FIVE_IN_A_ROW = 0b11111;
const RANK_OF_FIVE = 3;

/**
 * Strength on a board of three, four or five cards: in Omaha two cards of the hand with three of the board, in Hold’em the
 * best five of all. `hand` is complete and shares no card with the board.
 */
export const strengthOf = (game: Game, hand: readonly Card[], board: readonly Card[]): Strength =>
  game === 'holdem' ? bestOfAll([...hand, ...board]) : bestOmaha(hand, board);

/** The name of what a hand makes, from `highCard` to `straightFlush`. */
export const madeHand = (strength: Strength): MadeHand => MADE_HANDS[strength >> MADE_SHIFT] ?? 'highCard';

/** Is this a whole hand, with a board on which it can be worth something? */
export const canBeRanked = (game: Game, hand: readonly Card[], board: readonly Card[]): boolean =>
  hand.length === HOLE_CARDS[game] && board.length >= 3 && board.length <= 5;

const bestOmaha = (hand: readonly Card[], board: readonly Card[]): Strength => {
  let best = 0;
  for (let x = 2; x < board.length; x++) {
    for (let y = 1; y < x; y++) {
      for (let z = 0; z < y; z++) {
        const [a, b, c] = [board[x] as Card, board[y] as Card, board[z] as Card];
        for (let i = 1; i < hand.length; i++) {
          for (let j = 0; j < i; j++) best = Math.max(best, ofFive(a, b, c, hand[i] as Card, hand[j] as Card));
        }
      }
    }
  }
  return best;
};

/** Five to seven cards, of which none, one or two are left out. */
const bestOfAll = (cards: readonly Card[]): Strength => {
  let best = 0;
  const five: Card[] = [];
  const choose = (from: number): void => {
    if (five.length === 5) {
      best = Math.max(
        best,
        ofFive(five[0] as Card, five[1] as Card, five[2] as Card, five[3] as Card, five[4] as Card),
      );
      return;
    }
    for (let i = from; i <= cards.length - 5 + five.length; i++) {
      five.push(cards[i] as Card);
      choose(i + 1);
      five.pop();
    }
  };
  choose(0);
  return best;
};

const ofFive = (a: Card, b: Card, c: Card, d: Card, e: Card): Strength => {
  // Ranks seen at least once, twice, three and four times.
  let once = 1 << (a >> 2);
  let bit = 1 << (b >> 2);
  let twice = once & bit;
  once |= bit;
  bit = 1 << (c >> 2);
  let thrice = twice & bit;
  twice |= once & bit;
  once |= bit;
  bit = 1 << (d >> 2);
  let four = thrice & bit;
  thrice |= twice & bit;
  twice |= once & bit;
  once |= bit;
  bit = 1 << (e >> 2);
  four |= thrice & bit;
  thrice |= twice & bit;
  twice |= once & bit;
  once |= bit;

  if (twice === 0) {
    const top = topOfStraight(once);
    const flush = ((a ^ b) | (a ^ c) | (a ^ d) | (a ^ e)) & 3 ? 0 : FLUSH;
    if (top >= 0) return worth(flush ? STRAIGHT_FLUSH : STRAIGHT, top, 0);
    return worth(flush || HIGH_CARD, 0, once);
  }
  if (four !== 0) return worth(QUADS, four, once ^ four);
  if (thrice !== 0)
    return once === twice ? worth(FULL_HOUSE, thrice, once ^ thrice) : worth(TRIPS, thrice, once ^ thrice);
  return worth((twice & (twice - 1)) === 0 ? PAIR : TWO_PAIR, twice, once ^ twice);
};

const worth = (made: number, ranks: number, others: number): Strength =>
  (made << MADE_SHIFT) | (ranks << RANKS_SHIFT) | others;

/** Of five different ranks: the highest of the straight they make, or -1. */
const topOfStraight = (ranks: number): number => {
  const lowest = ranks & -ranks;
  if (ranks === lowest * FIVE_IN_A_ROW) return 31 - Math.clz32(ranks);
  return ranks === WHEEL ? RANK_OF_FIVE : -1;
};
