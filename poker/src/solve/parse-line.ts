/**
 * A line: the way to a node, as `x-b60-c-[7s]-x`.
 *
 * Steps are joined by `-`: `x` checks, `f` folds, `c` calls, `b60` bets 60, `r240` raises to 240 in all on the street, a
 * card in brackets is dealt, two on two boards (`[9s2c]`: 9s on the first, 2c on the second), `[*]` is whatever comes.
 * The empty line is the first node. Whether a tree has such a line, `walkLine` knows.
 */
import { cardsDealt, pairOf } from '@ploscope/kernel';
import { formatCards, parseCards } from '../cards.ts';
import { plainText } from '../plain-text.ts';
import { fail, type Result, succeed, type TextError, textError } from '../result.ts';
import { say } from '../text/en.ts';

export type LineStep =
  | { readonly kind: 'action'; readonly label: string }
  /** A card, or the cards of two boards as one number (`pairOf`); null for every card. */
  | { readonly kind: 'card'; readonly dealt: number | null };

/** A step and the characters it was read from. */
export type PlacedStep = LineStep & { readonly at: number; readonly end: number };

const MAX_LENGTH = 10_000;
const ACTION = /^(?:[xfc]|[br][1-9]\d{0,15})$/;
const CARD = /^\[(.*)\]$/;

/** Upper and lower case, and spaces around a step, make no difference. Codes: `line`, and those of a card. */
export const parseLine = (written: string): Result<readonly PlacedStep[], TextError> => {
  if (written.length > MAX_LENGTH) return fail(textError(say.lineTooLong(MAX_LENGTH), MAX_LENGTH, written.length));
  const text = plainText(written);
  if (text.trim() === '') return succeed([]);
  const steps: PlacedStep[] = [];
  let from = 0;
  for (const part of text.split('-')) {
    const word = part.trim();
    const at = from + (word === '' ? 0 : part.indexOf(word));
    const step = parseStep(word);
    if (!step.ok) return fail({ ...step.error, at: at + step.error.at, end: at + step.error.end });
    steps.push({ ...step.value, at, end: at + word.length });
    from += part.length + 1;
  }
  return succeed(steps);
};

/** The one spelling of a line. */
export const formatLine = (steps: readonly LineStep[]): string =>
  steps
    .map((step) => (step.kind === 'action' ? step.label : `[${step.dealt === null ? '*' : formatDealt(step.dealt)}]`))
    .join('-');

/** What a street deals, as a line writes it: `9s`, or on two boards `9s2c`. */
export const formatDealt = (dealt: number): string => formatCards(cardsDealt(dealt));

const parseStep = (word: string): Result<LineStep, TextError> => {
  const label = word.toLowerCase();
  if (ACTION.test(label)) return succeed({ kind: 'action', label });
  const inside = CARD.exec(word)?.[1];
  if (inside === undefined) return fail(textError(say.badStep(word), 0, word.length));
  if (inside.trim() === '*') return succeed({ kind: 'card', dealt: null });
  if (inside.includes('*')) return fail(textError(say.halfDeal(word), 0, word.length));
  const cards = parseCards(inside);
  if (!cards.ok) return fail({ ...cards.error, at: cards.error.at + 1, end: cards.error.end + 1 });
  const [first, second, ...others] = cards.value;
  if (first === undefined || others.length > 0) {
    return fail(textError(say.dealtCount(cards.value.length), 1, word.length - 1));
  }
  return succeed({ kind: 'card', dealt: second === undefined ? first : pairOf(first, second) });
};
