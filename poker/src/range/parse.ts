/**
 * The range notation, read.
 *
 *     range := term (',' term)*
 *     term  := expr ('@' 1..100)?
 *     expr  := atom (':' atom)*  |  atom ('!' atom)*        a mix of ':' and '!' needs parentheses
 *     atom  := '(' range ')' | percent | cards | span
 *
 * The grammar is ProPokerTools' generic syntax, with weights; `docs/ranges.md` is the player's guide. Length and depth
 * are bounded, so that no text, however long or nested, can hold the reader.
 */
import { GAME_NAMES, type Game, HOLE_CARDS } from '../games.ts';
import { fail, type Result, type Said, succeed, type TextError, textError } from '../result.ts';
import { say } from '../text/en.ts';
import type { RangeExpr } from './expression.ts';
import { adviseOnWhole } from './hints.ts';
import { parseCardsLeaf } from './parse-leaf.ts';
import { isPercentAhead, parsePercent } from './parse-percent.ts';
import type { Range } from './range.ts';
import { type HandForm, Reader } from './reader.ts';
import { roundedWeight, share } from './weights.ts';

export const MAX_RANGE_LENGTH = 100_000;
const MAX_DEPTH = 40;

/** Reads a range. Every mistake is a `TextError` with the exact characters; nothing is thrown. */
export const parseRange = (text: string, game: Game): Result<Range, TextError> => {
  const read = parseExpression(text, {
    cards: HOLE_CARDS[game],
    holdem: game === 'holdem',
    percent: true,
    name: `A ${GAME_NAMES[game]} hand`,
  });
  if (!read.ok) return read;
  return succeed({ game, text, expr: read.value.expr, hints: read.value.hints });
};

/** The same for any number of cards; boards use it too. */
export const parseExpression = (
  text: string,
  form: HandForm,
): Result<{ expr: RangeExpr; hints: readonly TextError[] }, TextError> => {
  if (text.length > MAX_RANGE_LENGTH) {
    return fail(textError(say.tooLong(MAX_RANGE_LENGTH), MAX_RANGE_LENGTH, text.length));
  }
  const reader = new Reader(text, form);
  const expr = parseUnion(reader, 0);
  if (expr !== null && !reader.atEnd) wrongNext(reader);
  if (reader.error !== null) return fail(reader.error);
  if (expr === null) return fail(textError(say.emptyRange(), 0, text.length));
  adviseOnWhole(reader, expr);
  return succeed({ expr, hints: reader.hints });
};

const parseUnion = (reader: Reader, depth: number): RangeExpr | null => {
  const terms: RangeExpr[] = [];
  do {
    const term = parseTerm(reader, depth);
    if (term === null) return null;
    terms.push(term);
  } while (reader.take(','));
  return terms.length === 1 ? (terms[0] ?? null) : { kind: 'or', terms };
};

const parseTerm = (reader: Reader, depth: number): RangeExpr | null => {
  reader.skipSpace();
  const start = reader.at;
  const of = parseChain(reader, depth);
  const end = reader.at;
  if (of === null || !reader.take('@')) return of;
  reader.skipSpace();
  const at = reader.at;
  const digits = /^\d+(\.\d*)?/.exec(reader.text.slice(at, at + 12))?.[0] ?? '';
  reader.at += digits.length;
  const weight = Number(digits);
  const wrong = digits === '' || !Number.isInteger(weight) || weight < 1 || weight > 100;
  if (wrong) return reader.fail(say.badWeight(digits), at, reader.at);
  reader.skipSpace();
  const next = reader.peek();
  if (next === ':' || next === '!') {
    const term = reader.text.slice(start, end).trim();
    const rest = /^[:!][^,:!@()]+/.exec(reader.text.slice(reader.at, reader.at + 40))?.[0].trim();
    const isShort = rest !== undefined && term.length + rest.length <= 40 && !/[:!]/.test(term);
    return reader.fail(say.weightThenMore(isShort ? `(${term}${rest})@${weight}` : null), reader.at, reader.at + 1);
  }
  const rounded = roundedWeight(of, weight, reader.weightsKnown);
  if (rounded !== null)
    reader.hints.push(textError(say.weightRounded(rounded, weight, share(rounded, weight)), at, reader.at));
  return { kind: 'weight', weight, of };
};

/** Atoms joined by ':' alone or by '!' alone. */
const parseChain = (reader: Reader, depth: number): RangeExpr | null => {
  const first = parseAtom(reader, depth);
  if (first === null) return null;
  reader.skipSpace();
  const sign = reader.peek();
  if (sign !== ':' && sign !== '!') return first;
  const rest: RangeExpr[] = [];
  while (reader.take(sign)) {
    const atom = parseAtom(reader, depth);
    if (atom === null) return null;
    rest.push(atom);
  }
  reader.skipSpace();
  const other = reader.peek();
  if (other === ':' || other === '!') return reader.fail(say.mixedOperators(), reader.at, reader.at + 1);
  return sign === ':' ? { kind: 'and', parts: [first, ...rest] } : { kind: 'minus', from: first, without: rest };
};

const parseAtom = (reader: Reader, depth: number): RangeExpr | null => {
  reader.skipSpace();
  if (reader.peek() === '(') return parseGroup(reader, depth);
  if (isPercentAhead(reader)) return parsePercent(reader);
  if (takeRandom(reader)) return ANY_HAND;
  const leaf = parseCardsLeaf(reader);
  if (leaf !== null || reader.error !== null) return leaf;
  return wrongStart(reader);
};

/** `random`, `any` and `any two` read better than `*` aloud. */
const ANY_WORD = /(?:random|any\s?two|any\s(?:cards|hand)|any)(?![a-z0-9])/iy;

const takeRandom = (reader: Reader): boolean => {
  ANY_WORD.lastIndex = reader.at;
  const found = ANY_WORD.exec(reader.text);
  if (found !== null) reader.at += found[0].length;
  return found !== null;
};

const ANY_HAND: RangeExpr = {
  kind: 'cards',
  patterns: [{ slots: [], shapes: [], plainRanks: 0, plainSuits: 0 }],
  text: '*',
};

const parseGroup = (reader: Reader, depth: number): RangeExpr | null => {
  const open = reader.at;
  if (depth >= MAX_DEPTH) return reader.fail(say.tooDeep(MAX_DEPTH), open, open + 1);
  reader.at += 1;
  const of = parseUnion(reader, depth + 1);
  if (of === null) return null;
  if (reader.take(')')) return { kind: 'group', of };
  return reader.atEnd ? reader.fail(say.unclosed('(', ')'), open, open + 1) : wrongNext(reader);
};

/** A term should start here and does not. */
const wrongStart = (reader: Reader): null => {
  const { at } = reader;
  if (reader.atEnd) {
    const before = reader.text.trimEnd().slice(-1);
    return reader.fail(before === '' ? say.emptyRange() : say.missingTerm(before), at, at);
  }
  if (reader.peek() === '!') return reader.fail(say.minusNothing(), at, at + 1);
  return reader.fail(...wrongLetter(reader, (letter) => say.cardWanted(letter)));
};

/** A term ended here and something stands behind it that cannot. */
const wrongNext = (reader: Reader): null => {
  reader.skipSpace();
  return reader.fail(...wrongLetter(reader, (letter) => say.unexpected(letter)));
};

const wrongLetter = (reader: Reader, otherwise: (letter: string) => Said): [Said, number, number] => {
  const { at, text } = reader;
  const letter = reader.letterAt(at);
  if (letter === '#') {
    const token = /^#[a-z0-9]*\+?/i.exec(text.slice(at, at + 40))?.[0] ?? '#';
    return [say.boardRelative(token), at, at + token.length];
  }
  if (letter === '0' || letter === '1') return wrongDigit(text, at);
  if (letter === '&') return [say.wrongAnd(), at, at + 1];
  if (letter === '|' || letter === ';') return [say.wrongOr(letter), at, at + 1];
  return [otherwise(letter), at, at + letter.length];
};

/** No rank starts with 0 or 1, ten aside: a number without its percent sign, or a slip. */
const wrongDigit = (text: string, at: number): [Said, number, number] => {
  const before = /\d{0,2}$/.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  const number = /^\d+(?:\.\d+)?(?=\s*(?:[,:!@)]|$))/.exec(text.slice(at - before.length, at + 12))?.[0] ?? '';
  const isShare = number !== '' && Number(number) > 0 && Number(number) <= 100;
  return [isShare ? say.numberAlone(number) : say.badRank(text.charAt(at)), at, at + 1];
};
