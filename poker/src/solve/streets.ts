/** The streets that are solved, and on which boards a solve may open. */
import type { Game } from '../games.ts';

export const STREETS = ['flop', 'turn', 'river'] as const;
export type Street = (typeof STREETS)[number];

/** Cards that lie on the board on each street. */
const BOARD_CARDS: Readonly<Record<Street, number>> = { flop: 3, turn: 4, river: 5 };

/**
 * The street of a board of so many cards, where a solve may open on it; null elsewhere. One board: turn and river, in
 * Hold'em the flop too. Two boards: the river.
 */
export const openingStreet = (game: Game, cards: number, boards: number): Street | null => {
  if (cards === BOARD_CARDS.river) return 'river';
  if (boards > 1) return null;
  if (cards === BOARD_CARDS.turn) return 'turn';
  return cards === BOARD_CARDS.flop && game === 'holdem' ? 'flop' : null;
};

/** The streets still to be played from one on, itself included. */
export const streetsFrom = (street: Street): readonly Street[] => STREETS.slice(STREETS.indexOf(street));
