/**
 * Counts from public sources: hand classes per game are the widely published 169 / 16,432 / 134,459 / 962,988; PLO4's
 * table of classes by suits and pairs is from the rec.gambling.poker FAQ (2010).
 */
import { describe, expect, it } from 'vitest';
import { type Card, formatCards, parseCards, rankOf, suitOf } from '../cards.ts';
import { comboCount, type Game, HOLE_CARDS } from '../games.ts';
import { classCount, classHands, classOfEveryCombo, classSizes, handClass } from './classes.ts';
import { comboAt, comboIndex, nextCombo } from './combo-index.ts';

const cardsOf = (text: string): Card[] => {
  const cards = parseCards(text);
  if (!cards.ok) throw new Error(cards.error.message);
  return cards.value;
};

describe('hand classes', () => {
  it.each([
    ['holdem', 169],
    ['plo4', 16_432],
    ['plo5', 134_459],
    ['plo6', 962_988],
  ] as const)('%s has %i classes, which hold every combo once', (game, classes) => {
    expect(classCount(game)).toBe(classes);
    expect(classSizes(game).reduce((sum, size) => sum + size, 0)).toBe(comboCount(game));
  });

  it('are the same for hands that differ by the names of suits, and only for those', () => {
    expect(handClass(cardsOf('AsAhKsKh'), 'plo4')).toBe(handClass(cardsOf('KcAcKdAd'), 'plo4'));
    expect(handClass(cardsOf('AsAhKsKh'), 'plo4')).not.toBe(handClass(cardsOf('AsAhKsKd'), 'plo4'));
    expect(handClass(cardsOf('AsKs'), 'holdem')).not.toBe(handClass(cardsOf('AsKd'), 'holdem'));
  });

  it('are numbered from four aces to four deuces', () => {
    expect(handClass(cardsOf('AsAhAdAc'), 'plo4')).toBe(0);
    expect(handClass(cardsOf('2s2h2d2c'), 'plo4')).toBe(16_431);
  });

  it('do not exist for what is not a hand', () => {
    expect(handClass(cardsOf('AsAhAd'), 'plo4')).toBe(-1);
    expect(handClass([51, 51, 3, 4], 'plo4')).toBe(-1);
    expect(handClass([52, 51, 3, 4], 'plo4')).toBe(-1);
  });

  it.each(['holdem', 'plo4', 'plo5'] as const)('the representative hands of %s are in their own class', (game) => {
    const hands = classHands(game);
    const cards = HOLE_CARDS[game];
    for (let index = 0; index < classCount(game); index += 37) {
      expect(handClass([...hands.subarray(index * cards, (index + 1) * cards)], game)).toBe(index);
    }
  });

  it.each(['holdem', 'plo4', 'plo5', 'plo6'] as const)('classOfEveryCombo of %s agrees with handClass', (game) => {
    const classes = classOfEveryCombo(game);
    const cards = HOLE_CARDS[game];
    expect(classes.length).toBe(comboCount(game));
    const hand = new Uint8Array(cards);
    for (let index = 0; index < classes.length; index += Math.ceil(classes.length / 2003)) {
      comboAt(index, cards, hand, 0);
      expect(classes[index], formatCards(hand)).toBe(handClass([...hand], game));
    }
  });

  it('fall into the published PLO4 table by suits and pairs', () => {
    const hands = classHands('plo4');
    const table = new Map<string, number>();
    for (let index = 0; index < classCount('plo4'); index++) {
      const hand = [...hands.subarray(index * 4, index * 4 + 4)];
      const shape = (of: (card: Card) => number): string =>
        [
          ...hand
            .reduce((counts, card) => counts.set(of(card), (counts.get(of(card)) ?? 0) + 1), new Map<number, number>())
            .values(),
        ]
          .sort((a, b) => b - a)
          .join('');
      const key = `${shape(suitOf)} ${shape(rankOf)}`;
      table.set(key, (table.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(table)).toEqual({
      '4 1111': 715,
      '31 1111': 2860,
      '22 1111': 2145,
      '31 211': 858,
      '22 211': 858,
      '22 22': 78,
      '211 1111': 4290,
      '211 211': 2574,
      '211 22': 78,
      '211 31': 156,
      '1111 1111': 715,
      '1111 211': 858,
      '1111 22': 78,
      '1111 31': 156,
      '1111 4': 13,
    });
  });
});

describe('combo order', () => {
  it.each(['holdem', 'plo4'] as const satisfies readonly Game[])('numbers the combos of %s 0, 1, 2 …', (game) => {
    const cards = Uint8Array.from({ length: HOLE_CARDS[game] }, (_, i) => i);
    const again = new Uint8Array(cards.length);
    for (let index = 0; index < comboCount(game); index++) {
      if (comboIndex(cards) !== index) expect(comboIndex(cards)).toBe(index);
      comboAt(index, cards.length, again, 0);
      if (comboIndex(again) !== index) expect([...again]).toEqual([...cards]);
      nextCombo(cards);
    }
  });
});
