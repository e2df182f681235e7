/**
 * What was dealt since the first street, as a file writes it: a number of cards, then a byte for each. On two boards a
 * street deals two cards, that of the first board first.
 */
import { cardsDealt, pairOf } from '@ploscope/kernel';
import type { ByteReader, ByteWriter } from './bytes.ts';

const LAST_CARD = 51;

export const dealtBytes = (dealt: readonly number[]): number => 1 + dealt.flatMap(cardsDealt).length;

export const writeDealt = (writer: ByteWriter, dealt: readonly number[]): void => {
  const cards = dealt.flatMap(cardsDealt);
  writer.u8(cards.length);
  writer.set(cards);
};

/** A number a street. Null for what such boards cannot be dealt. */
export const readDealt = (reader: ByteReader, boards: 1 | 2): readonly number[] | null => {
  const cards = [...reader.take(reader.u8())];
  if (cards.some((card) => card > LAST_CARD) || cards.length % boards !== 0) return null;
  if (boards === 1) return cards;
  const dealt: number[] = [];
  for (let at = 0; at < cards.length; at += 2) {
    const [first, second] = [cards[at]!, cards[at + 1]!];
    if (first === second) return null;
    dealt.push(pairOf(first, second));
  }
  return dealt;
};
