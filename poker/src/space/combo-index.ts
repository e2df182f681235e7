/**
 * The number of a combo: its place among all combos in ascending combo order, 0….
 *
 * Cards ascending a < b < c < d have the number C(d,4) + C(c,3) + C(b,2) + a. It is the order in which the kernel
 * enumerates the hands of `random`.
 */
import { choose } from '../games.ts';

/** `TERMS[position * 52 + card]`: what a card adds at a 0-based position of the ascending hand. */
const TERMS = (() => {
  const terms = new Uint32Array(6 * 52);
  for (let position = 0; position < 6; position++) {
    for (let card = 0; card < 52; card++) terms[position * 52 + card] = choose(card, position + 1);
  }
  return terms;
})();

/** What a card adds to the number of a combo in which `position` cards are lower. */
export const comboTerm = (position: number, card: number): number => TERMS[position * 52 + card] ?? 0;

/** The number of a combo; `cards` ascending. */
export const comboIndex = (cards: ArrayLike<number>): number => {
  let index = 0;
  for (let position = 0; position < cards.length; position++) index += comboTerm(position, cards[position] ?? 0);
  return index;
};

/** Moves ascending `cards` on to the next combo in place. The first combo is 0, 1, 2 … */
export const nextCombo = (cards: Uint8Array): void => {
  let at = 0;
  while (at + 1 < cards.length && (cards[at] ?? 0) + 1 === cards[at + 1]) {
    cards[at] = at;
    at += 1;
  }
  cards[at] = (cards[at] ?? 0) + 1;
};

/** Writes the combo with this number to `into` at `offset`, ascending. */
export const comboAt = (index: number, cards: number, into: Uint8Array, offset: number): void => {
  let rest = index;
  let card = 51;
  for (let position = cards - 1; position >= 0; position--) {
    while (comboTerm(position, card) > rest) card -= 1;
    into[offset + position] = card;
    rest -= comboTerm(position, card);
    card -= 1;
  }
};
