import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markNotation } from './notation-marks.ts';

test('cards are coloured by suit, other notation is not', () => {
  expect(markNotation('As10h$ds', null).map(({ text, suit }) => [text, suit])).toEqual([
    ['As', 3],
    ['10h', 2],
    ['$ds', null],
  ]);
});

test('neither players of an ordering nor chips are cards', () => {
  for (const text of ['15%6h', '10%-30%6h', '14982c']) {
    expect(markNotation(text, null).map(({ suit }) => suit)).toEqual([null]);
  }
  expect(markNotation('9h8h', null).map(({ suit }) => suit)).toEqual([2]);
});

test('only the wrong characters are marked', () => {
  expect(markNotation('AsKx', { at: 3, end: 4 }).filter((piece) => piece.wrong)).toEqual([
    { at: 3, text: 'x', suit: null, wrong: true },
  ]);
});

test('something missing at the end is marked behind the text', () => {
  expect(markNotation('As(', { at: 3, end: 3 }).at(-1)).toEqual({ at: 3, text: '\u00a0', suit: null, wrong: true });
});

test('in an empty field nothing is marked, so that its placeholder can be read', () => {
  expect(markNotation('', { at: 0, end: 0 })).toEqual([]);
});

test('the pieces joined are the text, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.nat(30), (written, at, length) => {
      const pieces = markNotation(written, { at, end: at + length });
      const joined = pieces
        .filter((piece) => piece.at < written.length)
        .map((piece) => piece.text)
        .join('');
      expect(joined).toBe(written);
    }),
  );
});
