/**
 * Spans: `KK-TT`, `9876+`, `AKQT-`, `[T-7]`.
 *
 * The plain ranks of both ends move together, one step at a time; suits, variables and `*` stay. Hold'em has two ways
 * of its own: `A2+` and `A5s-A2s` keep the top card and move the kicker.
 */

import { say } from '../text/en.ts';
import { type CardItem, isPlainRank, sameKind } from './card-item.ts';
import type { Reader } from './reader.ts';

type Cards = readonly CardItem[];

const plainRanks = (cards: Cards): number[] => cards.map((card) => card.rank).filter(isPlainRank);

const shift = (cards: Cards, by: number): Cards =>
  cards.map((card) => (isPlainRank(card.rank) ? { ...card, rank: card.rank + by } : card));

/** `from`, moved by each of 0, step, 2·step … `last`. */
const shifts = (from: Cards, last: number): Cards[] => {
  const step = last < 0 ? -1 : 1;
  return Array.from({ length: Math.abs(last) + 1 }, (_, i) => shift(from, i * step));
};

/** In a Hold'em hand of two different plain ranks, which card is the kicker; -1 in any other. */
const kickerOf = (reader: Reader, cards: Cards): number => {
  const [first, second] = cards;
  if (!reader.form.holdem || cards.length !== 2 || first === undefined || second === undefined) return -1;
  if (!isPlainRank(first.rank) || !isPlainRank(second.rank) || first.rank === second.rank) return -1;
  return first.rank < second.rank ? 0 : 1;
};

/** The hand with its kicker set to each rank from one to the other. */
const kickers = (cards: Cards, kicker: number, from: number, to: number): Cards[] => {
  const step = to < from ? -1 : 1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, i) =>
    cards.map((card, at) => (at === kicker ? { ...card, rank: from + i * step } : card)),
  );
};

/** `cards+` or `cards-`; `at`…`end` is the whole span. */
export const openSpan = (reader: Reader, cards: Cards, sign: '+' | '-', at: number, end: number): Cards[] | null => {
  const ranks = plainRanks(cards);
  if (ranks.length === 0) return reader.fail(say.spanWithoutRank(), at, end);
  const kicker = kickerOf(reader, cards);
  const top = cards[1 - kicker];
  if (sign === '+' && kicker >= 0 && top !== undefined) {
    return kickers(cards, kicker, cards[kicker]?.rank ?? 0, top.rank - 1);
  }
  return shifts(cards, sign === '+' ? 12 - Math.max(...ranks) : -Math.min(...ranks));
};

/** `from-to`; the ends may be written either way round. */
export const closedSpan = (reader: Reader, from: Cards, to: Cards, at: number, end: number): Cards[] | null => {
  if (plainRanks(from).length === 0) return reader.fail(say.spanWithoutRank(), at, end);
  if (from.length !== to.length) return reader.fail(say.spanLengths(from.length, to.length), at, end);
  const odd = from.findIndex((card, i) => !sameKind(card, to[i] ?? card));
  if (odd >= 0) return reader.fail(say.spanKinds(), to[odd]?.at ?? at, to[odd]?.end ?? end);
  const kicker = kickerOf(reader, from);
  if (kicker >= 0 && kicker === kickerOf(reader, to) && from[1 - kicker]?.rank === to[1 - kicker]?.rank) {
    return kickers(from, kicker, from[kicker]?.rank ?? 0, to[kicker]?.rank ?? 0);
  }
  const steps = from.flatMap((card, i) => (isPlainRank(card.rank) ? [(to[i]?.rank ?? 0) - card.rank] : []));
  const by = steps[0] ?? 0;
  const uneven = steps.findIndex((step) => step !== by);
  if (uneven >= 0) {
    const card = to.filter((item) => isPlainRank(item.rank))[uneven];
    return reader.fail(say.spanGaps(reader.form.holdem), card?.at ?? at, card?.end ?? end);
  }
  return shifts(from, by);
};
