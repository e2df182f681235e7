/**
 * One spelling and one id for a spot, however it was typed.
 *
 * Hands are written high to low and ranges in their canonical spelling; the flop and the dead cards are sorted, turn and
 * river stay in place; keys have a fixed order. The id is the SHA-256 of that JSON, so the same spot has the same id in
 * the page, on the command line and on the server.
 */
import { formatCards, parseCards } from '../cards.ts';
import type { Game } from '../games.ts';
import { formatHand } from '../hands.ts';
import { formatEntry, parseEntry } from './entry.ts';
import { sha256Hex } from './sha256.ts';
import type { Spot } from './spot.ts';

/** The spot in its one spelling. */
export const canonicalSpot = (spot: Spot): Spot => ({
  ploscope: spot.ploscope,
  game: spot.game,
  board: canonicalBoard(spot.board),
  board2: spot.board2 === null ? null : canonicalBoard(spot.board2),
  dead: canonicalCards(spot.dead),
  hands: spot.hands.map((hand) => canonicalEntry(hand, spot.game)),
});

/** Canonical JSON: fixed keys in fixed order, no space. */
export const formatSpot = (spot: Spot): string => JSON.stringify(canonicalSpot(spot));

/** 64 hexadecimal digits. */
export const spotId = async (spot: Spot): Promise<string> => sha256Hex(formatSpot(spot));

/** The one spelling of a hand, a range or any hand; what cannot be read stays as it is. */
export const canonicalEntry = (text: string, game: Game): string => {
  const entry = parseEntry(text, game);
  return entry.ok ? formatEntry(entry.value) : text;
};

export const canonicalBoard = (text: string): string => {
  const cards = parseCards(text);
  if (!cards.ok) return text;
  return formatHand(cards.value.slice(0, 3)) + formatCards(cards.value.slice(3));
};

export const canonicalCards = (text: string): string => {
  const cards = parseCards(text);
  return cards.ok ? formatHand(cards.value) : text;
};
