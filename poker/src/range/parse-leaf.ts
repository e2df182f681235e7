/** A leaf of the expression: cards, or a span of cards. */
import { GAMES, type Game, HOLE_CARDS } from '../games.ts';
import type { Said } from '../result.ts';
import { say } from '../text/en.ts';
import { type CardItem, isPlainRank } from './card-item.ts';
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
  const game = gameMeant(reader, draft, text, named);
  reader.fail(say.tooManyCards(text, named, reader.form.name, reader.form.cards, game), draft.at, end);
  return false;
};

/** The game that deals as many cards, when the text is one hand card by card, or rank by rank. */
const gameMeant = (reader: Reader, draft: Draft, text: string, named: number): Game | null => {
  if (!reader.form.percent) return null;
  const [first = '', ...others] = text.trim().split(/\s+/);
  const severalHands = others.length > 0 && first.length > '10s'.length;
  const isHand = draft.pieces.every((piece) => piece.kind === 'card' && isPlainRank(piece.card.rank));
  return isHand && !severalHands ? (GAMES.find((game) => HOLE_CARDS[game] === named) ?? null) : null;
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
  if (to !== null && to.shapes.join() !== from.shapes.join()) return reader.fail(...wrongShapes(reader, from, to));
  const rows =
    toCards === null
      ? openSpan(reader, fromCards, sign, from.at, end)
      : closedSpan(reader, fromCards, toCards, from.at, end);
  if (rows === null) return null;
  reader.skipSpace();
  const next = reader.peek();
  if (next !== '' && '$[{*+-'.includes(next)) {
    const rest = /^[$[{*+-][^,:!@()]*/.exec(reader.text.slice(reader.at))?.[0].trim() ?? '';
    const span = reader.text.slice(from.at, end);
    return reader.fail(say.spanEndsTerm(span, '+-'.includes(next) ? '' : rest), reader.at, reader.at + 1);
  }
  return {
    kind: 'cards',
    patterns: rows.map((row) => patternOfCards(row, from.shapes)),
    text: `${from.text}${sign}${to?.text ?? ''}`,
  };
};

/** `KK-QQ$ds`: the shape was meant for the whole span. */
const wrongShapes = (reader: Reader, from: Draft, to: Draft): [Said, number, number] => {
  const shapesAt = reader.text.indexOf('$', to.at);
  const shapesOnly = /^(\$[a-z0-9]+)+$/i.test(reader.text.slice(shapesAt, to.end));
  if (from.shapes.length > 0 || !shapesOnly || shapesAt === to.at) return [say.spanKinds(), to.at, to.end];
  const span = reader.text.slice(from.at, shapesAt).trim();
  return [say.spanEndsTerm(span, reader.text.slice(shapesAt, to.end)), shapesAt, to.end];
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
