/**
 * Advice on ranges that are valid but often meant otherwise.
 *
 * `AA:ds` is two aces with a diamond and a spade; most who write it want double-suited, `$ds`. `AAxx` is two aces and
 * two cards of one suit, for x is a suit variable and not "any card". The meaning stays; the hint only asks.
 */
import { GAMES, HOLE_CARDS } from '../games.ts';
import { type Said, textError } from '../result.ts';
import { say } from '../text/en.ts';
import type { Draft } from './draft.ts';
import type { RangeExpr } from './expression.ts';
import type { Reader } from './reader.ts';

/** Shape names that read as cards when their `$` is forgotten: suits d s, or rank variables N O P and a suit. */
const BARE_SHAPE = /(?<![$a-z])(?:[AKQJT2-9*]*?)(ds|ss|np|nt|op|tp)$/;
/** `$NP` is a card of `$N` and a rank variable; `$np` is no pair. */
const CAPITAL_SHAPE = /\$N[PT](?![a-z0-9])/;
const BARE_ANY_CARDS = /^[AKQJT2-9]+(x{2,4})$/;

/** `$og` is off-suit and a rank variable G; the rundown without gaps has a zero. */
const LETTER_FOR_ZERO = /\$og(?![a-z0-9])/i;
/** `$BB` is one card of the class and then a variable or a suit. */
const CLASS_TWICE = /\$([RBMZNFW])\1+(?![a-z0-9])/i;
/** Hold'em: `Axs` is an ace and a spade, `Axo` an ace and one card more than a hand has. */
const ANY_KICKER = /^(10|[AKQJT2-9])[x*]s$/i;
/** The same shapes where a hand has two cards. */
const BARE_PAIR_SHAPE = /^(ss|np|op)$/;

/** Advice about the text as a whole. */
export const adviseOnWhole = (reader: Reader, expr: RangeExpr): void => {
  adviseOnUnion(reader, expr);
  const text = reader.text.trim();
  const at = reader.text.length - reader.text.trimStart().length;
  const advise = (said: Said): void => {
    reader.hints.push(textError(said, at, at + text.length));
  };
  if (/^vs?$/i.test(text)) advise(say.versus(text));
  else if (/^x{2,4}$/i.test(text)) advise(say.onlyAnyCards(text));
  else if (expr.kind === 'cards' && /^([AKQJT2-9][cdhs])+$/.test(expr.text)) {
    const named = expr.text.length / 2;
    const game = GAMES.find((other) => HOLE_CARDS[other] === named);
    if (named < reader.form.cards && game !== undefined) advise(say.fewCards(text, named, reader.form.cards, game));
  }
};

/** `As,Ah,Ks,Kh`: commas mean "or", which hardly anyone means between the cards of one whole hand. */
const adviseOnUnion = (reader: Reader, expr: RangeExpr): void => {
  if (expr.kind !== 'or' || expr.terms.length !== reader.form.cards) return;
  if (!expr.terms.every((term) => term.kind === 'cards' && /^[A-Z0-9][cdhs]$/.test(term.text))) return;
  const hand = expr.terms.map((term) => (term.kind === 'cards' ? term.text : '')).join('');
  reader.hints.push(textError(say.commasInHand(hand), 0, reader.text.length));
};

/** Advice about one row of cards; only the first that applies. */
export const adviseOn = (reader: Reader, draft: Draft): void => {
  const advice = adviceOn(reader.text.slice(draft.at, draft.end), reader.form.holdem);
  if (advice === null) return;
  const [said, from, length] = advice;
  reader.hints.push(textError(said, draft.at + from, draft.at + from + length));
};

/** What to say, and which characters it is about: from where and how many. */
const adviceOn = (written: string, holdem: boolean): [Said, number, number] | null => {
  const shape = (holdem ? BARE_PAIR_SHAPE : BARE_SHAPE).exec(written)?.[1];
  if (shape !== undefined) return [say.bareMacro(shape), written.length - shape.length, shape.length];
  const capital = CAPITAL_SHAPE.exec(written);
  if (capital !== null) return [say.capitalMacro(capital[0].toLowerCase()), capital.index, capital[0].length];
  const zero = LETTER_FOR_ZERO.exec(written);
  if (zero !== null) return [say.letterForZero(zero[0]), zero.index, zero[0].length];
  const twice = CLASS_TWICE.exec(written);
  if (twice !== null) return [say.classTwice(twice[0]), twice.index, twice[0].length];
  const kicker = holdem ? ANY_KICKER.exec(written)?.[1] : undefined;
  if (kicker !== undefined) return [say.anyKicker(written, kicker.toUpperCase()), 0, written.length];
  const free = holdem ? undefined : BARE_ANY_CARDS.exec(written)?.[1];
  if (free === undefined) return null;
  const named = written.slice(0, -free.length);
  return [say.bareAnyCards(free, named), named.length, free.length];
};
