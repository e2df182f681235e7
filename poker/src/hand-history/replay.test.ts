/** A played hand comes out of the rules as its source tells, or it is an error that says what differs. */
import { describe, expect, it } from 'vitest';
import { operationsIn, setupWith } from '../../test/play.ts';
import type { TableSetup } from '../table/setup.ts';
import { HAND_VERSION, type PlayedHand, type Told } from './played-hand.ts';
import { replay, stepsOf } from './replay.ts';

const NOTHING: Told = { pot: null, rake: null, fees: null, won: null, returned: null, pots: null, stacks: null };

const handOf = (setup: TableSetup, text: string, told: Partial<Told> = {}): PlayedHand => ({
  ...setup,
  hand: HAND_VERSION,
  site: 'pokerstars',
  id: '1',
  playedAt: null,
  table: '',
  seats: null,
  tournament: null,
  money: { currency: 'USD', decimals: 2 },
  ante: 0,
  players: setup.stacks.map((stack, i) => ({ name: 'ABCDEFGHIJ'.charAt(i), seat: i + 1, stack })),
  hero: null,
  operations: operationsIn(text, setup.stacks.length),
  told: { ...NOTHING, ...told },
});

const settlementOf = (hand: PlayedHand) => {
  const played = replay(hand);
  if (!played.ok) throw new Error(played.error.message);
  return played.value.settlement;
};

const errorOf = (hand: PlayedHand) => {
  const played = replay(hand);
  if (played.ok) throw new Error('was replayed');
  return played.error;
};

const three = setupWith([1000, 1000, 1000]);
const ACES = 'AhAd3h3d';
const KINGS = 'KhKd5h5d';
const CHECKED = 'sb 0 1, bb 1 2, c 2, f 0, x 1, board AsKsKc, x 1, x 2, board 4s, x 1, x 2, board 9h, x 1, x 2';

describe('what the source leaves out', () => {
  it('hands that it does not mention were dealt and not seen', () => {
    const hand = handOf(three, 'sb 0 1, bb 1 2, b 2 7, f 0, f 1', { won: [0, 0, 5], returned: [0, 0, 5], pot: 5 });
    const played = replay(hand);
    expect(played).toMatchObject({ ok: true, value: { settlement: { net: [-1, -2, 3] } } });
    if (!played.ok) return;
    expect(played.value.states).toHaveLength(hand.operations.length + 1);
    expect(stepsOf(played.value)[2]).toMatchObject({
      operation: { kind: 'bet' },
      before: { actor: 2 },
      after: { actor: 0 },
    });
  });

  it('a contender who won nothing and showed nothing gave up', () => {
    const hand = handOf(three, `${CHECKED}, show 2 ${ACES}`, { won: [0, 0, 5] });
    expect(settlementOf(hand).awards).toEqual([{ pot: 0, board: 0, player: 2, chips: 5 }]);
  });

  it('a hero whose cards are known gave up to a winner whose cards are not', () => {
    const hand = handOf(three, `deal 1 ${KINGS}, ${CHECKED}`, { won: [0, 0, 5] });
    expect(settlementOf(hand).won).toEqual([0, 0, 5]);
  });

  it('nobody’s cards are guessed', () => {
    expect(errorOf(handOf(three, `${CHECKED}, show 2 ${ACES}`))).toEqual({
      code: 'incomplete',
      message: 'The cards of B are not told, and who wins cannot be worked out without them.',
      line: 0,
    });
    expect(errorOf(handOf(three, `${CHECKED}, show 2 ${ACES}`, { won: [0, 3, 2] })).code).toBe('incomplete');
  });

  it('rake that is not told is what is missing from the winnings', () => {
    expect(settlementOf(handOf(three, `${CHECKED}, show 2 ${ACES}`, { won: [0, 0, 4] })).rake).toBe(1);
  });

  it('more than any house takes is not rake, but what somebody won and nobody tells', () => {
    const allIn = `sb 0 1, bb 1 2, deal 0 ${KINGS}, deal 1 ${ACES}, deal 2 2c7c8hTd, b 2 100, c 0, c 1, board AsKsKc, board 4s, board 9h`;
    const hand = (won: readonly number[], rake: number | null) =>
      handOf(setupWith([30, 100, 100], { betting: 'no-limit' }), allIn, { won, rake });
    expect(settlementOf(hand([84, 130, 0], null)).rake).toBe(16);
    expect(errorOf(hand([84, 0, 0], null)).code).toBe('mismatch');
    expect(errorOf(hand([84, 0, 0], 16)).code).toBe('mismatch');
    expect(errorOf(hand([0, 130, 0], 16)).code).toBe('mismatch');
  });

  it('bets that came back may be counted as won where there are no lines for them', () => {
    const folded = 'sb 0 1, bb 1 2, b 2 7, f 0, f 1';
    expect(settlementOf(handOf(three, folded, { won: [0, 0, 10], pot: 10 })).returned).toEqual([0, 0, 5]);
    expect(errorOf(handOf(three, folded, { won: [0, 0, 10], returned: [0, 0, 0] })).message).toBe(
      'What came back to C: the source tells 0.00, the rules come to 0.05.',
    );
  });
});

describe('a difference is an error with both figures', () => {
  const shown = `${CHECKED}, show 2 ${ACES}, show 1 ${KINGS}`;

  it.each<[Partial<Told>, string]>([
    [{ won: [0, 0, 5] }, 'What B won: the source tells 0.00, the rules come to 0.05.'],
    [{ won: [0, 4, 0], rake: 0 }, 'What B won: the source tells 0.04, the rules come to 0.05.'],
    [
      { stacks: [999, 1002, 998], rake: 0 },
      'The stack of B at the end: the source tells 10.02, the rules come to 10.03.',
    ],
    [{ pot: 6 }, 'The pot: the source tells 0.06, the rules come to 0.05.'],
    [{ pots: [3, 2] }, 'The pots: the source tells 0.03, 0.02, the rules come to 0.05.'],
    [{ rake: 6 }, 'No more can be taken than the 0.05 in the middle; this is 0.06.'],
    [{ won: [5, 0] }, 'What was won is told for 2 players; there are 3.'],
  ])('%j', (told, message) => {
    expect(errorOf(handOf(three, shown, told))).toEqual({ code: 'mismatch', message, line: 0 });
  });

  it('what the rules forbid is told with its place', () => {
    expect(errorOf(handOf(three, 'sb 0 1, bb 1 2, b 2 8'))).toEqual({
      code: 'against-rules',
      message: 'Operation 3, bet of C: The most here is to 0.07; this is to 0.08.',
      line: 0,
    });
    expect(errorOf(handOf(three, 'sb 0 1, bb 1 2, f 0')).message).toBe(
      'Operation 3, fold of A: It is the turn of C, not of A.',
    );
    expect(errorOf(handOf(setupWith([5, 0]), ''))).toMatchObject({
      code: 'against-rules',
      message: 'The table: A stack is a whole number of chips above zero; this is 0.',
    });
  });

  it('a hand without an end is incomplete', () => {
    expect(errorOf(handOf(three, 'sb 0 1, bb 1 2, f 2')).message).toBe(
      'The hand ends before the flop, where A has to act.',
    );
    expect(errorOf(handOf(three, 'sb 0 1, bb 1 2, c 2, f 0, x 1')).message).toBe(
      'The hand ends before the flop, before it is over.',
    );
  });
});

describe('customs of a house', () => {
  const sides = setupWith([30, 100, 100], { betting: 'no-limit' });
  const allIn = `sb 0 1, bb 1 2, deal 0 ${KINGS}, deal 1 ${ACES}, deal 2 2c7c8hTd, b 2 100, c 0, c 1, board AsKsKc, board 4s, board 9h`;

  it.each([
    ['in proportion', [84, 130, 0], [6, 10]],
    ['from the main pot alone', [74, 140, 0], [16, 0]],
    ['otherwise, as what each won tells', [87, 127, 0], [3, 13]],
  ])('rake is taken %s', (_, won, rakes) => {
    expect(settlementOf(handOf(sides, allIn, { won, rake: 16 })).pots.map((pot) => pot.rake)).toEqual(rakes);
  });

  it('rake of each pot is what the source left in it', () => {
    const told = { won: [80, 134, 0], rake: 10, fees: 6, pots: [80, 134] };
    expect(settlementOf(handOf(sides, allIn, told)).pots.map((pot) => pot.rake)).toEqual([10, 6]);
  });

  it('an odd chip may go to another of those who tie, and to nobody else', () => {
    const tie = `deal 1 QhQd7h7d, deal 2 QsQc2d3c, ${CHECKED}`;
    expect(settlementOf(handOf(three, tie, { won: [0, 3, 2], rake: 0 })).won).toEqual([0, 3, 2]);
    expect(settlementOf(handOf(three, tie, { won: [0, 2, 3], rake: 0 })).won).toEqual([0, 2, 3]);
    expect(errorOf(handOf(three, tie, { won: [0, 1, 4], rake: 0 })).code).toBe('mismatch');
    expect(errorOf(handOf(three, tie, { won: [1, 2, 2], rake: 0 })).code).toBe('mismatch');
  });
});
