/**
 * A row of cards as written: cards, lists `[A,K]`, bracketed spans `[T-7]`, `{…}` and `$` words, with their spelling.
 *
 * A draft is what a pattern is made of, and what a span's ends are.
 */
import { rankOfLetter } from '../cards.ts';
import { say } from '../text/en.ts';
import {
  ANY_SUIT,
  type CardItem,
  choiceOf,
  formatCardItem,
  isRankVariable,
  readCardItem,
  SUIT_X,
  SUIT_Y,
} from './card-item.ts';
import type { Choice, Shape } from './expression.ts';
import { readMacro } from './macros.ts';
import type { Reader } from './reader.ts';
import { closedSpan, openSpan } from './span.ts';

/** One stretch of a row. Pieces with the same `apart` above 0 hold cards of different ranks. */
export type Piece =
  | { readonly kind: 'card'; readonly card: CardItem; readonly apart: number }
  /** One card out of several. */
  | { readonly kind: 'list'; readonly choices: readonly Choice[]; readonly apart: number }
  /** Several cards that move together, such as `[KQ-65]`. */
  | { readonly kind: 'rows'; readonly rows: readonly (readonly CardItem[])[]; readonly apart: number };

export interface Draft {
  readonly pieces: Piece[];
  readonly shapes: Shape[];
  /** Canonical spelling. */
  text: string;
  readonly at: number;
  end: number;
}

/** Reads a row. Null with no error set when no card starts here. */
export const readDraft = (reader: Reader): Draft | null => {
  reader.skipSpace();
  const draft: Draft = { pieces: [], shapes: [], text: '', at: reader.at, end: reader.at };
  if (reader.form.holdem) readSuitedOrOffsuit(reader, draft);
  let braces = 0;
  let openBrace = -1;
  for (;;) {
    if (reader.error !== null) return null;
    draft.end = openBrace >= 0 || draft.text !== '' ? reader.at : draft.end;
    reader.skipSpace();
    const letter = reader.peek();
    if (letter === '{' && openBrace < 0) {
      openBrace = reader.at++;
      braces += 1;
      draft.text += '{';
    } else if (letter === '}' && openBrace >= 0 && !draft.text.endsWith('{')) {
      openBrace = -1;
      reader.at += 1;
      draft.text += '}';
    } else if (!readPiece(reader, draft, openBrace < 0 ? 0 : braces)) break;
  }
  if (reader.error !== null) return null;
  if (openBrace >= 0) {
    if (reader.atEnd) return reader.fail(say.unclosed('{', '}'), openBrace, openBrace + 1);
    const letter = reader.letterAt(reader.at);
    return reader.fail(say.cardWanted(letter), reader.at, reader.at + letter.length);
  }
  return draft.text === '' ? null : draft;
};

const readPiece = (reader: Reader, draft: Draft, apart: number): boolean => {
  const letter = reader.peek();
  if (letter === '[') return readBracket(reader, draft, apart);
  if (letter === '$') return readMacroPiece(reader, draft, apart);
  const card = readCardItem(reader);
  if (card === null) return false;
  const spelling = formatCardItem(card, draft.text);
  // Hold'em reads `AKs` as suited; an ace and the king of spades keep their space.
  const apartFromRank = reader.form.holdem && /^[AKQJT2-9]$/.test(draft.text) && /^[AKQJT2-9]s$/.test(spelling);
  draft.text += apartFromRank ? ` ${spelling}` : spelling;
  draft.pieces.push({ kind: 'card', card, apart });
  return true;
};

const readMacroPiece = (reader: Reader, draft: Draft, apart: number): boolean => {
  const at = reader.at;
  const macro = readMacro(reader.text, at + 1);
  if (macro === null) {
    const end = at + 1 + (/^[a-z0-9]+/i.exec(reader.text.slice(at + 1))?.[0].length ?? 0);
    reader.fail(say.unknownMacro(reader.text.slice(at, end)), at, end);
    return false;
  }
  if ('shape' in macro) {
    reader.at += 1 + macro.length;
    if (!draft.shapes.includes(macro.shape)) draft.shapes.push(macro.shape);
    draft.text += `$${macro.shape}`;
    return true;
  }
  reader.at += 2;
  draft.pieces.push({ kind: 'list', choices: [{ ...FREE, ranks: macro.ranks }], apart });
  draft.text += `$${macro.name}`;
  return true;
};

const FREE: Choice = { ranks: 0x1fff, rankVariable: -1, suits: 15, suitVariable: -1 };

/** `[A,K]`, `[2c,A,s]`, `[T-7]`, `[4-]`, `[A-T,7]`, `[KQ-65]`. */
const readBracket = (reader: Reader, draft: Draft, apart: number): boolean => {
  const open = reader.at++;
  const entries: { rows: readonly (readonly CardItem[])[]; text: string; at: number; end: number }[] = [];
  do {
    const entry = readEntry(reader, open);
    if (entry === null) return false;
    entries.push(entry);
  } while (reader.take(','));
  if (!reader.take(']')) {
    if (reader.atEnd) reader.fail(say.unclosed('[', ']'), open, open + 1);
    else
      reader.fail(say.unexpected(reader.letterAt(reader.at)), reader.at, reader.at + reader.letterAt(reader.at).length);
    return false;
  }
  const [only] = entries;
  const wide = entries.find((entry) => (entry.rows[0]?.length ?? 0) > 1);
  if (wide === undefined) {
    const cards = entries.flatMap((entry) => entry.rows.flat());
    draft.pieces.push({ kind: 'list', choices: mergeChoices(cards), apart });
  } else if (entries.length === 1 && only !== undefined && only.rows.length > 1) {
    draft.pieces.push({ kind: 'rows', rows: only.rows, apart });
  } else {
    reader.fail(say.listEntry(reader.text.slice(wide.at, wide.end)), wide.at, wide.end);
    return false;
  }
  draft.text += `[${entries.map((entry) => entry.text).join(',')}]`;
  return true;
};

/** One entry of a bracket: a card, or a span. */
const readEntry = (
  reader: Reader,
  open: number,
): { rows: readonly (readonly CardItem[])[]; text: string; at: number; end: number } | null => {
  const from = readRow(reader, open);
  if (from === null) return null;
  const sign = reader.peek();
  if (sign !== '+' && sign !== '-') return { rows: [from.cards], text: from.text, at: from.at, end: from.end };
  reader.at += 1;
  const signEnd = reader.at;
  reader.skipSpace();
  const next = reader.peek();
  const open_ = sign === '+' || next === ']' || next === ',';
  const to = open_ ? null : readRow(reader, open);
  if (!open_ && to === null) return null;
  const end = to?.end ?? signEnd;
  const rows =
    to === null
      ? openSpan(reader, from.cards, sign, from.at, end)
      : closedSpan(reader, from.cards, to.cards, from.at, end);
  return rows === null ? null : { rows, text: `${from.text}${sign}${to?.text ?? ''}`, at: from.at, end };
};

/** Cards inside brackets, at least one; rank variables have nothing to bind to there. */
const readRow = (reader: Reader, open: number): { cards: CardItem[]; text: string; at: number; end: number } | null => {
  reader.skipSpace();
  const at = reader.at;
  const cards: CardItem[] = [];
  let text = '';
  for (let card = readCardItem(reader); card !== null; card = readCardItem(reader)) {
    if (isRankVariable(card.rank)) return reader.fail(say.variableInList(), card.at, card.end);
    cards.push(card);
    text += formatCardItem(card, text);
  }
  const end = reader.at;
  reader.skipSpace();
  if (cards.length > 0) return { cards, text, at, end };
  if (reader.atEnd) return reader.fail(say.unclosed('[', ']'), open, open + 1);
  return reader.fail(
    say.cardWanted(reader.letterAt(reader.at)),
    reader.at,
    reader.at + reader.letterAt(reader.at).length,
  );
};

/** One choice per way the suit is written, its ranks together. */
const mergeChoices = (cards: readonly CardItem[]): Choice[] => {
  const merged: Choice[] = [];
  for (const choice of cards.map(choiceOf)) {
    const same = merged.findIndex(
      (other) => other.suits === choice.suits && other.suitVariable === choice.suitVariable,
    );
    const other = merged[same];
    if (other === undefined) merged.push(choice);
    else merged[same] = { ...other, ranks: other.ranks | choice.ranks };
  }
  return merged;
};

const SUITED = /(10|[AKQJT2-9])(10|[AKQJT2-9])([so])/iy;

/** Hold'em: `AKs` and `AKo`, an s or o right after two plain ranks. */
const readSuitedOrOffsuit = (reader: Reader, draft: Draft): void => {
  SUITED.lastIndex = reader.at;
  const found = SUITED.exec(reader.text);
  if (found === null) return;
  const at = reader.at;
  const end = SUITED.lastIndex;
  const [, first = '', second = '', mark = ''] = found;
  const rank = (text: string): number => rankOfLetter(text === '10' ? 'T' : text);
  const suited = mark.toLowerCase() === 's';
  if (suited && rank(first) === rank(second)) {
    reader.fail(say.suitedPair(found[0]), at, end);
    return;
  }
  reader.at = end;
  const cards: CardItem[] = [
    { rank: rank(first), suit: SUIT_X, at, end },
    { rank: rank(second), suit: suited ? SUIT_X : SUIT_Y, at, end },
  ];
  for (const card of cards) {
    draft.pieces.push({ kind: 'card', card, apart: 0 });
    draft.text += formatCardItem({ ...card, suit: ANY_SUIT }, '');
  }
  draft.text += suited ? 's' : 'o';
};
