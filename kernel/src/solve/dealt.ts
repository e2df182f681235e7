// What chance deals on a street, as one number: a card, or with two boards a pair of cards, one for each board.
//
// A card is 0…51, a pair 52 + 52 · first + second. So what was dealt is one number a street, however many boards there are.

import { renameCard, type SuitRenaming } from '../suits.ts';

const CARDS = 52;

/** A card on the first board and another on the second. */
export function pairOf(first: number, second: number): number {
  return CARDS + CARDS * first + second;
}

/** The card dealt, or the two of a pair, the first board's first. */
export function cardsDealt(dealt: number): readonly number[] {
  if (dealt < CARDS) return [dealt];
  const pair = dealt - CARDS;
  return [Math.floor(pair / CARDS), pair % CARDS];
}

/** The card that a board gets. */
export function cardOn(board: number, dealt: number): number {
  return cardsDealt(dealt)[board]!;
}

/** The same under a renaming of suits. */
export function renameDealt(dealt: number, renaming: SuitRenaming): number {
  if (dealt < CARDS) return renameCard(dealt, renaming);
  const [first, second] = cardsDealt(dealt);
  return pairOf(renameCard(first!, renaming), renameCard(second!, renaming));
}

/** All that may be dealt from the cards that `isLive` leaves, on one board or two, ascending. */
export function dealsOf(isLive: (card: number) => boolean, boards: number): number[] {
  const live = Array.from({ length: CARDS }, (_, card) => card).filter(isLive);
  if (boards === 1) return live;
  return live.flatMap((first) => live.filter((card) => card !== first).map((second) => pairOf(first, second)));
}

/** Whether a number is a deal that so many boards can get. */
export function isDeal(dealt: number, boards: number): boolean {
  if (!Number.isInteger(dealt) || dealt < 0 || dealt >= CARDS + CARDS * CARDS) return false;
  const cards = cardsDealt(dealt);
  return cards.length === boards && new Set(cards).size === boards;
}
