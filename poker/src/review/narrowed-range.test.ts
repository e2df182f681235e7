import { expect, it } from 'vitest';
import { parseCards } from '../cards.ts';
import { narrowedRange } from './narrowed-range.ts';

const cards = (text: string) => {
  const read = parseCards(text);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};
const RANGE = { cards: Uint8Array.from(cards('AsAh KsKh QsQh JsJh TsTh')), weights: null };

it('a range after a street holds what came there, by how often, without the cards that were dealt', () => {
  const reach = Float32Array.of(0.5, 0.25, 0.001, Number.NaN, 0.4);
  const left = narrowedRange(RANGE, reach, cards('Th'), null);
  expect(left).toEqual({ cards: Uint8Array.from(cards('AsAhKsKh')), weights: Uint8Array.of(100, 50) });
});

it('the player’s own hand stays in it, however seldom it would come', () => {
  const reach = Float32Array.of(0.5, 0, 0.001, 0, 0);
  const left = narrowedRange(RANGE, reach, cards('2c'), cards('KhKs'));
  expect(left).toEqual({ cards: Uint8Array.from(cards('AsAhKsKh')), weights: Uint8Array.of(100, 1) });
});

it('there is none where nobody comes', () => {
  expect(narrowedRange(RANGE, new Float32Array(5), cards('2c'), null)).toBeNull();
});
