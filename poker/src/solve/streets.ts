/** The streets that are solved, and on which boards a solve may open. */
export const STREETS = ['flop', 'turn', 'river'] as const;
export type Street = (typeof STREETS)[number];

/** Cards that lie on the board on each street. */
const BOARD_CARDS: Readonly<Record<Street, number>> = { flop: 3, turn: 4, river: 5 };

/** The street of a board of so many cards, where a solve may open on it; null elsewhere. */
export const openingStreet = (cards: number): Street | null =>
  STREETS.find((street) => BOARD_CARDS[street] === cards) ?? null;

/** The streets still to be played from one on, itself included. */
export const streetsFrom = (street: Street): readonly Street[] => STREETS.slice(STREETS.indexOf(street));
