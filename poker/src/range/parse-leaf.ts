/** A leaf of the expression: cards, or a span of cards. */
import { say } from '../text/en.ts';
import type { CardItem } from './card-item.ts';
import { type Draft, readDraft } from './draft.ts';
import { exactCards } from './exact-hands.ts';
import type { Pattern, RangeExpr } from './expression.ts';
import { adviseOn } from './hints.ts';
import { namedCards, patternOfCards, patternsOf } from './pattern.ts';
import type { Reader } from './reader.ts';
import { closedSpan, openSpan } from './span.ts';

type Leaf = RangeExpr & { readonly kind: 'cards' };

/** Null with no error set when no card starts here. */
export const parseCardsLeaf = (reader: Reader): Leaf | null => {
  const draft = readDraft(reader);
  if (draft === null) return null;
  reader.skipSpace();
  const sign = reader.peek();
  const spanned = sign === '+' || sign === '-';
  const end = spanned ? reader.at + 1 : draft.end;
  if (!fits(reader, draft, end)) return null;
  const patterns = patternsOf(reader, draft);
  if (patterns === null || !isAffordable(reader, draft, patterns, end)) return null;
  if (spanned) return spanLeaf(reader, draft, sign);
  adviseOn(reader, draft);
  return { kind: 'cards', patterns, text: draft.text };
};

/** Does the pattern name no more cards than a hand has? `end` is where the whole leaf ends. */
const fits = (reader: Reader, draft: Draft, end: number): boolean => {
  const named = namedCards(draft);
  if (named <= reader.form.cards) return true;
  const text = reader.text.slice(draft.at, draft.end);
  reader.fail(say.tooManyCards(text, named, reader.form.name, reader.form.cards), draft.at, end);
  return false;
};

/** Patterns that leave something open have to be searched for; more than this many in one range are refused. */
const MAX_OPEN_PATTERNS = 2000;

const isAffordable = (reader: Reader, draft: Draft, patterns: readonly Pattern[], end: number): boolean => {
  const [first] = patterns;
  if (patterns.length === 1 && first !== undefined && exactCards(first, reader.form.cards) !== null) return true;
  reader.openPatterns += patterns.length;
  if (reader.openPatterns <= MAX_OPEN_PATTERNS) return true;
  reader.fail(say.tooComplex(), draft.at, end);
  return false;
};

/** `from+`, `from-` or `from-to`, the reader standing on the sign. */
const spanLeaf = (reader: Reader, from: Draft, sign: '+' | '-'): Leaf | null => {
  reader.at += 1;
  const signEnd = reader.at;
  const to = sign === '-' ? readDraft(reader) : null;
  if (reader.error !== null) return null;
  if (to === null) reader.at = signEnd;
  const end = to?.end ?? signEnd;
  const fromCards = movingCards(reader, from);
  const toCards = to === null ? null : movingCards(reader, to);
  if (fromCards === null || (to !== null && toCards === null)) return null;
  if (to !== null && to.shapes.join() !== from.shapes.join()) return reader.fail(say.spanKinds(), to.at, to.end);
  const rows =
    toCards === null
      ? openSpan(reader, fromCards, sign, from.at, end)
      : closedSpan(reader, fromCards, toCards, from.at, end);
  if (rows === null) return null;
  reader.skipSpace();
  const next = reader.peek();
  if (next !== '' && '$[{*+-'.includes(next)) {
    return reader.fail(say.spanEndsTerm(reader.text.slice(from.at, end)), reader.at, reader.at + 1);
  }
  return {
    kind: 'cards',
    patterns: rows.map((row) => patternOfCards(row, from.shapes)),
    text: `${from.text}${sign}${to?.text ?? ''}`,
  };
};

/** The cards of a span's end; brackets cannot move. */
const movingCards = (reader: Reader, draft: Draft): CardItem[] | null => {
  const cards: CardItem[] = [];
  for (const piece of draft.pieces) {
    if (piece.kind !== 'card' || piece.apart > 0) return reader.fail(say.spanOfBrackets(), draft.at, draft.end);
    cards.push(piece.card);
  }
  return cards;
};
