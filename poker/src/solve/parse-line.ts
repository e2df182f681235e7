/**
 * A line: the way to a node, as `x-b60-c-[7s]-x`.
 *
 * Steps are joined by `-`: `x` checks, `f` folds, `c` calls, `b60` bets 60, `r240` raises to 240 in all on the street, a
 * card in brackets is dealt, `[*]` is every card. The empty line is the first node. Whether a tree has such a line,
 * `walkLine` knows.
 */
import { type Card, formatCard, parseCard } from '../cards.ts';
import { plainText } from '../plain-text.ts';
import { fail, type Result, succeed, type TextError, textError } from '../result.ts';
import { say } from '../text/en.ts';

export type LineStep =
  | { readonly kind: 'action'; readonly label: string }
  /** Null for every card. */
  | { readonly kind: 'card'; readonly card: Card | null };

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
    .map((step) => (step.kind === 'action' ? step.label : `[${step.card === null ? '*' : formatCard(step.card)}]`))
    .join('-');

const parseStep = (word: string): Result<LineStep, TextError> => {
  const label = word.toLowerCase();
  if (ACTION.test(label)) return succeed({ kind: 'action', label });
  const inside = CARD.exec(word)?.[1];
  if (inside === undefined) return fail(textError(say.badStep(word), 0, word.length));
  if (inside.trim() === '*') return succeed({ kind: 'card', card: null });
  const card = parseCard(inside);
  if (card.ok) return succeed({ kind: 'card', card: card.value });
  return fail({ ...card.error, at: card.error.at + 1, end: card.error.end + 1 });
};
