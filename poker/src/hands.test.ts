import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAMES, HOLE_CARDS } from './games.ts';
import { formatHand, parseHand } from './hands.ts';

describe('hands', () => {
  it('are written high to low, spades first', () => {
    expect(formatHand([0, 50, 51, 46])).toBe('AsAhKh2c');
  });

  it('have as many cards as the game deals', () => {
    expect(parseHand('AsAhKsKh', 'plo4').ok).toBe(true);
    expect(parseHand('AsAhKsKh', 'plo5')).toMatchObject({ ok: false, error: { code: 'card-count', at: 0, end: 8 } });
    const short = parseHand('AsAhKs', 'plo4');
    expect(short.ok ? '' : short.error.message).toBe('A PLO4 hand has 4 cards; this has 3.');
  });

  it('survive being written and read', () => {
    const decks = fc
      .constantFrom(...GAMES)
      .chain((game) =>
        fc.tuple(
          fc.constant(game),
          fc.uniqueArray(fc.integer({ min: 0, max: 51 }), { minLength: HOLE_CARDS[game], maxLength: HOLE_CARDS[game] }),
        ),
      );
    fc.assert(
      fc.property(decks, ([game, cards]) => {
        const read = parseHand(formatHand(cards), game);
        expect(read.ok && [...read.value].sort()).toEqual([...cards].sort());
      }),
    );
  });
});
