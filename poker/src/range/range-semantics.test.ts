/**
 * The semantics of ProPokerTools' notation as other programs test it: `golden/range-semantics.json`, whose own `source`
 * fields name where each case comes from (solve-poker/Poker-Query-Language, MIT; ProPokerTools' help).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Card, parseCard } from '../cards.ts';
import { matchesBoardPattern } from './board-pattern.ts';
import { countRange } from './count.ts';
import { parseRange } from './parse.ts';
import { weightOf } from './weight-of.ts';

interface HandCase {
  readonly pattern: string;
  readonly cards: number;
  readonly in_: readonly string[];
  readonly not_in: readonly string[];
}
interface Golden {
  readonly hand_patterns: readonly HandCase[];
  readonly board_patterns: readonly Omit<HandCase, 'cards'>[];
  readonly errors: readonly { readonly pattern: string; readonly cards: number; readonly span: readonly number[] }[];
}

const golden = JSON.parse(
  readFileSync(new URL('../../golden/range-semantics.json', import.meta.url), 'utf8'),
) as Golden;

const gameOf = (cards: number) => (cards === 2 ? 'holdem' : 'plo4');

/** Card by card: one of the golden hands names a card twice, which no range may hold. */
const cardsOf = (text: string): Card[] =>
  (text.match(/../g) ?? []).map((pair) => {
    const card = parseCard(pair);
    if (!card.ok) throw new Error(card.error.message);
    return card.value;
  });

const rangeOf = (text: string, game: 'plo4' | 'holdem') => {
  const read = parseRange(text, game);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};

describe('golden patterns', () => {
  it('are all there', () => {
    expect([golden.hand_patterns.length, golden.board_patterns.length, golden.errors.length]).toEqual([14, 2, 2]);
  });

  it.each(golden.hand_patterns.map((hand) => [hand.pattern, hand] as const))('%s', (pattern, hand) => {
    const range = rangeOf(pattern, gameOf(hand.cards));
    for (const text of hand.in_) expect(weightOf(range, cardsOf(text)), text).toBe(100);
    for (const text of hand.not_in) expect(weightOf(range, cardsOf(text)), text).toBe(0);
  });

  it.each(golden.board_patterns.map((board) => [board.pattern, board] as const))('board %s', (pattern, board) => {
    for (const text of board.in_) {
      expect(matchesBoardPattern(pattern, cardsOf(text)), text).toEqual({ ok: true, value: true });
    }
    for (const text of board.not_in) {
      expect(matchesBoardPattern(pattern, cardsOf(text)), text).toEqual({ ok: true, value: false });
    }
  });

  it.each(golden.errors.map((wrong) => [wrong.pattern, wrong] as const))(
    '%s names too many cards',
    (pattern, wrong) => {
      const [at, end] = wrong.span;
      expect(parseRange(pattern, gameOf(wrong.cards))).toMatchObject({
        ok: false,
        error: { code: 'too-many-cards', at, end },
      });
    },
  );
});

describe('what the help of ProPokerTools says', () => {
  const held = (range: string, hand: string): boolean => weightOf(rangeOf(range, 'plo4'), cardsOf(hand)) > 0;
  const same = (one: string, other: string): void => {
    const both = rangeOf(`(${one}):(${other})`, 'plo4');
    const count = countRange(rangeOf(one, 'plo4')).combos;
    expect(countRange(rangeOf(other, 'plo4')).combos).toBe(count);
    expect(countRange(both).combos).toBe(count);
  };

  it('AA is at least two aces', () => {
    expect([held('AA', 'AsAh7d2c'), held('AA', 'AsAhAdAc'), held('AA', 'AsKhQdJc')]).toEqual([true, true, false]);
  });
  it('AxAyxy is double-suited aces', () => same('AxAyxy', 'AA$ds'));
  it('sshh is two spades and two hearts', () => {
    expect([held('sshh', 'As2sKh3h'), held('sshh', 'As2sKs3h')]).toEqual([true, false]);
  });
  it('wxy is at least three suits', () => same('wxy', '*!($ds,xxxy,xxxx)'));
  it('**** is a random hand, the same as *', () => same('****', '*'));
  it('RRON is exactly one pair and two unpaired side cards', () => same('RRON', '$op'));
  it('RxRyOxOy is double-suited two pair', () => same('RxRyOxOy', '$tp$ds'));
  it('AA:xxyy, JJ!JJJ, KK is double-suited aces, or exactly two jacks, or at least two kings', () => {
    const range = 'AA:xxyy, JJ!JJJ, KK';
    expect(['AsAhKsQh', 'AsAhKsQd', 'JsJhAd2c', 'JsJhJd2c', 'KsKhKd2c'].map((hand) => held(range, hand))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
