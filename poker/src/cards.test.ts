import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCard, formatCards, parseCard, parseCards } from './cards.ts';

const cards = (text: string): readonly number[] | string => {
  const read = parseCards(text);
  return read.ok ? read.value : read.error.code;
};

describe('cards', () => {
  it.each(['AsKs', 'as ks', 'AS,KS', 'A♠K♠', 'A♠️ K♠️', 'a♤, k♤', '\tAs\nKs '])('reads %j', (text) => {
    expect(cards(text)).toEqual([51, 47]);
  });

  it('reads a ten both ways', () => {
    expect(cards('10sTh')).toEqual([35, 34]);
  });

  it('reads nothing as no cards', () => {
    expect(cards('  ')).toEqual([]);
  });

  it('round-trips the whole deck', () => {
    for (let card = 0; card < 52; card++) expect(parseCard(formatCard(card))).toEqual({ ok: true, value: card });
    expect(new Set(Array.from({ length: 52 }, (_, card) => formatCard(card))).size).toBe(52);
  });

  it.each([
    ['AsXs', 'bad-rank', 2, 3],
    ['As1s', 'bad-rank', 2, 3],
    ['Ax', 'bad-suit', 1, 2],
    ['As K🂡', 'bad-suit', 4, 6],
    ['AsK', 'missing-suit', 3, 3],
    ['10', 'missing-suit', 2, 2],
    ['As Kd as', 'duplicate-card', 6, 8],
    ['ThTd10h', 'duplicate-card', 4, 7],
  ])('%j is %s at %i…%i', (text, code, at, end) => {
    const read = parseCards(text);
    expect(read.ok ? null : { ...read.error, message: undefined, hint: undefined }).toEqual({ code, at, end });
  });

  it('one card is exactly one', () => {
    expect(parseCard('AsKs').ok).toBe(false);
    expect(parseCard('').ok).toBe(false);
  });

  it('never throws, and points inside the text', () => {
    const pieces = fc.constantFrom('A', 's', '10', '♠', '\uFE0F', ' ', ',', 'x', '🂡', 'T', '2', 'c', '\ud800');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseCards(text);
        if (!read.ok) return read.error.at >= 0 && read.error.at <= read.error.end && read.error.end <= text.length;
        return cards(formatCards(read.value)).toString() === read.value.toString();
      }),
    );
  });
});
