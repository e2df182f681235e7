/**
 * Advice on ranges that are valid but often meant otherwise.
 *
 * `AA:ds` is two aces with a diamond and a spade; most who write it want double-suited, `$ds`. `AAxx` is two aces and
 * two cards of one suit, for x is a suit variable and not "any card". The meaning stays; the hint only asks.
 */
import { textError } from '../result.ts';
import { say } from '../text/en.ts';
import type { Draft } from './draft.ts';
import type { RangeExpr } from './expression.ts';
import type { Reader } from './reader.ts';

/** Shape names that read as cards when their `$` is forgotten: suits d s, or rank variables N O P and a suit. */
const BARE_SHAPE = /(?<![$a-z])(?:[AKQJT2-9*]*?)(ds|ss|np|nt|op|tp)$/;
/** `$NP` is a card of `$N` and a rank variable; `$np` is no pair. */
const CAPITAL_SHAPE = /\$N[PT](?![a-z0-9])/;
const BARE_ANY_CARDS = /^[AKQJT2-9]+(x{2,4})$/;

/** `As,Ah,Ks,Kh`: commas mean "or", which hardly anyone means between the cards of one whole hand. */
export const adviseOnUnion = (reader: Reader, expr: RangeExpr): void => {
  if (expr.kind !== 'or' || expr.terms.length !== reader.form.cards) return;
  if (!expr.terms.every((term) => term.kind === 'cards' && /^[A-Z0-9][cdhs]$/.test(term.text))) return;
  const hand = expr.terms.map((term) => (term.kind === 'cards' ? term.text : '')).join('');
  reader.hints.push(textError(say.commasInHand(hand), 0, reader.text.length));
};

export const adviseOn = (reader: Reader, draft: Draft): void => {
  if (reader.form.holdem) return;
  const written = reader.text.slice(draft.at, draft.end);
  const shape = BARE_SHAPE.exec(written)?.[1];
  if (shape !== undefined) {
    reader.hints.push(textError(say.bareMacro(shape), draft.end - shape.length, draft.end));
    return;
  }
  const capital = CAPITAL_SHAPE.exec(written);
  if (capital !== null) {
    const at = draft.at + capital.index;
    reader.hints.push(textError(say.capitalMacro(capital[0].toLowerCase()), at, at + capital[0].length));
    return;
  }
  const free = BARE_ANY_CARDS.exec(written)?.[1];
  if (free !== undefined) {
    const named = written.slice(0, -free.length);
    reader.hints.push(textError(say.bareAnyCards(free, named), draft.end - free.length, draft.end));
  }
};
