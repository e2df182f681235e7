/** From hands to spots: chips, ranges, trees that hold what was played, and why some have none. */
import { describe, expect, it } from 'vitest';
import { parseSolveSpot } from '../spot/parse-solve-spot.ts';
import { DEFAULT_PROFILE } from './default-profile.ts';
import { checkProfile } from './range-profile.ts';
import { reviewSpot, reviewSpots } from './review-spot.ts';
import { type DealtHand, dealtHand } from './testing/dealt-hand.ts';

const HEADS_UP: DealtHand = {
  stacks: [200, 500],
  hero: 0,
  cards: ['AsAhKdTd', '8s8h7s6s'],
  play: '1:r6 0:c | Ks9d4c 0:x 1:b7 0:c | 2h 0:x 1:b11 0:r37 1:c | 7c 0:b60 1:r150 0:f',
};
const spotsOf = (hand: Partial<DealtHand>, streets?: readonly ('flop' | 'turn' | 'river')[]) =>
  reviewSpots(dealtHand({ ...HEADS_UP, ...hand }), DEFAULT_PROFILE, streets === undefined ? {} : { streets });
const codeOf = (hand: Partial<DealtHand>, streets?: readonly ('flop' | 'turn' | 'river')[]) => {
  const found = spotsOf(hand, streets);
  return found.ok ? null : found.error.code;
};

describe('a hand that two played', () => {
  const found = spotsOf({});
  if (!found.ok) throw new Error(found.error.message);
  const [turn, river] = found.value;

  it('begins on the turn, with the chips as they were', () => {
    expect(turn).toMatchObject({ street: 'turn', seat: 0 });
    expect(turn.spot).toMatchObject({ game: 'plo4', board: 'Ks9d4c2h', pot: 26, stack: 187, minBet: 2 });
    expect(parseSolveSpot(turn.spot)).toEqual({ ok: true, value: turn.spot });
  });

  it('names the line to each decision and what was done there', () => {
    expect(turn.decisions.map(({ street, line, taken }) => [street, line, taken])).toEqual([
      ['turn', '', 'x'],
      ['turn', 'x-b11', 'r37'],
      ['river', 'x-b11-r37-c-[7c]', 'b60'],
      ['river', 'x-b11-r37-c-[7c]-b60-r150', 'f'],
    ]);
    // 150 is all that the smaller stack has left.
    expect(river?.decisions.map(({ line, taken }) => [line, taken])).toEqual([
      ['', 'b60'],
      ['b60-r150', 'f'],
    ]);
    expect(river?.spot).toMatchObject({ pot: 100, stack: 150, board: 'Ks9d4c2h7c' });
  });

  it('has ranges by what both did before the flop, and the player’s hand in the player’s', () => {
    expect(turn.situations).toEqual(['BB.call.2', 'BTN.open.2']);
    expect(turn.spot.oop.range).toBe(`(${DEFAULT_PROFILE.ranges['BB.call.2']}), AsAhKdTd`);
    expect(turn.spot.ip.range).toBe(DEFAULT_PROFILE.ranges['BTN.open.2']);
  });

  it('takes an expression in place of the opponent’s range', () => {
    const replaced = reviewSpots(dealtHand(HEADS_UP), DEFAULT_PROFILE, { villain: 'KK, 99' });
    expect(replaced.ok && replaced.value[0].spot.ip.range).toBe('KK, 99');
    expect(replaced.ok && replaced.value[0].situations).toEqual(['BB.call.2', null]);
  });

  it('gives the spot of one decision by its place', () => {
    const replayed = dealtHand(HEADS_UP);
    const last = replayed.hand.operations.length - 1;
    const before = replayed.hand.operations.findIndex(({ kind }) => kind === 'call');
    expect(reviewSpot(replayed, last, DEFAULT_PROFILE)).toMatchObject({
      ok: true,
      value: { street: 'turn', decision: { taken: 'f' } },
    });
    expect(reviewSpot(replayed, last, DEFAULT_PROFILE, { from: 'river' })).toMatchObject({
      ok: true,
      value: { street: 'river', decision: { line: 'b60-r150' } },
    });
    expect(reviewSpot(replayed, before, DEFAULT_PROFILE)).toMatchObject({ error: { code: 'review-preflop' } });
    expect(reviewSpot(replayed, last - 1, DEFAULT_PROFILE)).toMatchObject({ error: { code: 'review-no-decision' } });
  });
});

describe('there is no spot', () => {
  const three = { stacks: [200, 200, 200], cards: ['AsAhKdTd', '8s8h7s6s', '5s5h4s3s'] };
  it.each([
    [{ hero: null }, 'review-no-hero'],
    [{ cards: [null, null] }, 'review-cards'],
    [{ play: '1:r6 0:c | Ks9d4c 0:x 1:b7 0:f' }, 'review-no-decision'],
    [{ ...three, play: '2:c 0:c 1:x | Ks9d4c 0:x 1:x 2:x | 2h 0:x 1:x 2:b6 0:f 1:f' }, 'review-multiway'],
    [
      { ...three, stacks: [200, 200, 6], play: '2:r6 0:c 1:c | Ks9d4c 0:x 1:x | 2h 0:x 1:b6 0:f | 7c' },
      'review-all-in',
    ],
    [{ play: '1:r6 0:r18 1:r54 0:r162 1:r486 0:c | Ks9d4c | 2h | 7c' }, 'review-no-decision'],
  ] as const)('%j: %s', (hand, code) => {
    expect(codeOf(hand)).toBe(code);
  });

  it('on a flop of two boards, but on its turn', () => {
    const hand = {
      bombPot: 10,
      boards: 2 as const,
      play: 'Ks9d4c/QsJh5s 0:x 1:b20 0:c | 2h/3d 0:b30 1:c | 7c/8d 0:x 1:b100 0:c',
    };
    expect(codeOf(hand, ['flop'])).toBe('review-two-boards-flop');
    const found = spotsOf(hand);
    expect(found.ok && found.value[0]).toMatchObject({
      situations: ['any', 'any'],
      spot: { board: 'Ks9d4c2h', board2: 'QsJh5s3d', pot: 60, oop: { range: '*' } },
      decisions: [{ line: '' }, { line: 'b30-c-[7c8d]' }, { line: 'b30-c-[7c8d]-x-b100', taken: 'c' }],
    });
  });
});

it('a street that only two of three began is reviewed, whoever folded', () => {
  const found = spotsOf({
    stacks: [200, 200, 200],
    hero: 2,
    cards: ['8s8h7s6s', null, 'AsAhKdTd'],
    play: '2:r7 0:c 1:c | Ks9d4c 0:x 1:x 2:b13 0:c 1:f | 2h 0:b47 2:c | 7c 0:x 2:x',
  });
  expect(found.ok && found.value[0]).toMatchObject({
    seat: 1,
    situations: ['SB.call', 'BTN.open'],
    spot: { pot: 47, stack: 180 },
    decisions: [
      { line: 'b47', taken: 'c' },
      { line: 'b47-c-[7c]-x', taken: 'x' },
    ],
  });
});

it('rake is what this site took in this hand', () => {
  const rakeOf = (rake: number | null, won: readonly number[] | null = null) => {
    const found = spotsOf({ play: '1:r6 0:c | Ks9d4c 0:x 1:x | 2h 0:b12 1:c | 7c 0:b36 1:c', told: { rake, won } });
    return found.ok && found.value[0].spot.rake;
  };
  expect(rakeOf(null)).toEqual({ rate: 0, cap: null });
  expect(rakeOf(0)).toEqual({ rate: 0, cap: null });
  // The pot is 108.
  expect(rakeOf(5)).toEqual({ rate: 0.05, cap: null });
  expect(rakeOf(3)).toEqual({ rate: 0.05, cap: 3 });
  expect(rakeOf(9)).toEqual({ rate: 0.0833, cap: null });
  // Not named, but missing from what was won.
  expect(rakeOf(null, [105, 0])).toEqual({ rate: 0.05, cap: 3 });
});

it('the profile that there is at first can be read, and a wrong one is refused with its place', () => {
  expect(checkProfile(DEFAULT_PROFILE).ok).toBe(true);
  const wrong = (ranges: Record<string, string>) => checkProfile({ name: 'mine', ranges });
  expect(wrong({ 'BTN.open': '10%', 'BB.call.2': 'AA', call: '*' }).ok).toBe(true);
  expect(wrong({ 'BTN.open': '10%%' })).toMatchObject({ error: { field: 'BTN.open' } });
  for (const name of ['BTN', 'BTN.raise', 'XX.open', 'BTN.open.3', 'BTN.any', 'toString']) {
    expect(wrong({ [name]: '*' })).toMatchObject({ error: { code: 'profile-situation', field: name } });
  }
});
