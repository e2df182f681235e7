import { describe, expect, it } from 'vitest';
import { parseCards } from '../cards.ts';
import { textureOf } from './texture.ts';

const words = (text: string): string => {
  const cards = parseCards(text);
  const texture = cards.ok ? textureOf(cards.value) : null;
  return texture === null ? '' : Object.values(texture).join(' ');
};

describe('the texture of a flop', () => {
  it.each([
    ['Ks7d2c', 'rainbow unpaired dry king'],
    ['JsTs9d', 'two-tone unpaired straight jack-ten'],
    ['As5s2s', 'monotone unpaired straight ace'],
    ['AsKd9c', 'rainbow unpaired dry ace'],
    ['AsKdTc', 'rainbow unpaired straight ace'],
    ['As7d2c', 'rainbow unpaired dry ace'],
    ['As8d6c', 'rainbow unpaired wrap ace'],
    ['QsTd4c', 'rainbow unpaired wrap queen'],
    ['Qs8d3c', 'rainbow unpaired dry queen'],
    ['9s5d2c', 'rainbow unpaired wrap low'],
    ['9s9d8c', 'rainbow paired wrap low'],
    ['KsKd2s', 'two-tone paired dry king'],
    ['7s7d7c', 'rainbow trips dry low'],
    ['Ts8d6c2h2d', 'rainbow unpaired straight jack-ten'],
  ])('%s is %s', (flop, expected) => {
    expect(words(flop)).toBe(expected);
  });

  it('needs three cards', () => {
    expect(textureOf([])).toBeNull();
    expect(textureOf([1, 2])).toBeNull();
  });
});
