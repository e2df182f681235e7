/** A hand: as many different cards as the game deals a player. Read in any order, written high to low. */
import { type Card, formatCards, parseCards } from './cards.ts';
import { GAME_NAMES, type Game, HOLE_CARDS } from './games.ts';
import { fail, type Result, succeed, type TextError, textError } from './result.ts';
import { say } from './text/en.ts';

/**
 * The cards of one whole hand, in the order written. Codes: those of `parseCards`, and `card-count` when there are too
 * few or too many.
 */
export const parseHand = (text: string, game: Game): Result<Card[], TextError> => {
  const cards = parseCards(text);
  if (!cards.ok) return cards;
  const wanted = HOLE_CARDS[game];
  if (cards.value.length === wanted) return succeed(cards.value);
  return fail(textError(say.cardCount(`A ${GAME_NAMES[game]} hand`, wanted, cards.value.length), 0, text.length));
};

/** `AsAhKsKh`: high to low, spades before hearts before diamonds before clubs. */
export const formatHand = (cards: Iterable<Card>): string => formatCards([...cards].sort((a, b) => b - a));
