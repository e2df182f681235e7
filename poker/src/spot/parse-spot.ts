/**
 * A spot out of anything: a `spot/1` document, a batch line `{game?, hands, board?, board2?, dead?}`, or nonsense.
 *
 * The whole spot is judged: every field's text, each card in one place only, and a deck that can deal the rest.
 */
import { type Card, formatCard, type PlacedCard, parsePlacedCards } from '../cards.ts';
import { HOLE_CARDS } from '../games.ts';
import { fail, type Result, succeed, type TextError, textError } from '../result.ts';
import { say } from '../text/en.ts';
import { parseEntry } from './entry.ts';
import type { Spot, SpotError } from './spot.ts';
import { atField, parseSpotForm } from './spot-form.ts';

/** More than any spot needs, less than would be a burden. */
const MAX_CARDS_TEXT = 1000;

/**
 * Codes: those of `parseSpotForm`, `board-count`, `card-twice`, `deck`, and those of cards and ranges.
 */
export const parseSpot = (value: unknown): Result<Spot, SpotError> => {
  const spot = parseSpotForm(value);
  return spot.ok ? checkSpot(spot.value) : spot;
};

/** Judges what the fields say. */
const checkSpot = (spot: Spot): Result<Spot, SpotError> => {
  const { game, hands } = spot;
  const places = new Map<Card, string>();
  const boards = spot.board2 === null ? (['board'] as const) : (['board', 'board2'] as const);
  for (const field of [...boards, 'dead'] as const) {
    const text = spot[field] ?? '';
    if (text.length > MAX_CARDS_TEXT) return fail(atField(field, say.tooLong(MAX_CARDS_TEXT), text));
    const cards = parsePlacedCards(text);
    if (!cards.ok) return fail({ ...cards.error, field });
    if (field !== 'dead' && ![0, 3, 4, 5].includes(cards.value.length)) {
      return fail(atField(field, say.boardCount(cards.value.length), text));
    }
    const clash = placeCards(places, cards.value, PLACE_NAMES[field]);
    if (clash !== null) return fail({ ...clash, field });
  }
  for (const [index, hand] of hands.entries()) {
    const field = `hands[${index}]`;
    const entry = parseEntry(hand, game);
    if (!entry.ok) return fail({ ...entry.error, field });
    const cards = entry.value.kind === 'hand' ? entry.value.cards : [];
    const clash = placeCards(places, cards, say.inHand(index + 1));
    if (clash !== null) return fail({ ...clash, field });
  }
  return deckProblem(spot, boards.length) ?? succeed(spot);
};

const PLACE_NAMES = { board: say.onBoard(), board2: say.onBoard2(), dead: say.amongDead() } as const;

/** Puts cards in their place; the mistake when one is taken. */
const placeCards = (places: Map<Card, string>, cards: readonly PlacedCard[], place: string): TextError | null => {
  for (const { card, at, end } of cards) {
    const taken = places.get(card);
    if (taken !== undefined) return textError(say.cardTwice(formatCard(card), taken, place), at, end);
    places.set(card, place);
  }
  return null;
};

/** Can the deck deal every hand and the boards? */
const deckProblem = (spot: Spot, boards: number): Result<Spot, SpotError> | null => {
  const dead = parsePlacedCards(spot.dead);
  const needed = spot.hands.length * HOLE_CARDS[spot.game] + boards * 5 + (dead.ok ? dead.value.length : 0);
  return needed > 52 ? fail(atField('hands', say.deck(needed))) : null;
};
