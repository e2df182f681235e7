import { type EquityResult, MADE_HANDS, type PlayerResult } from '@ploscope/kernel';
import { describe, expect, it } from 'vitest';
import { parseCards } from '../cards.ts';
import { orderingKeys } from '../ordering/keys.ts';
import type { Ordering } from '../ordering/ordering.ts';
import { classCount } from '../space/classes.ts';
import { parseSpot } from '../spot/parse-spot.ts';
import type { Spot } from '../spot/spot.ts';
import { equityAnswer, jobErrorText } from './answer.ts';
import { type EquityOptions, equityJob, orderingsOfSpot } from './equity-job.ts';
import { equityGraph } from './graph.ts';

const spotOf = (value: unknown): Spot => {
  const read = parseSpot(value);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};
const jobOf = (value: unknown, options?: EquityOptions) => {
  const job = equityJob(spotOf(value), options);
  if (!job.ok) throw new Error(job.error.message);
  return job.value;
};
const refused = (value: unknown, options?: EquityOptions) => {
  const job = equityJob(spotOf(value), options);
  if (job.ok) throw new Error('was accepted');
  return job.error;
};
const cards = (text: string): number[] => {
  const read = parseCards(text);
  return read.ok ? read.value : [];
};

const TOP: Ordering = {
  name: 'plo4-1',
  header: { game: 'plo4', opponents: 1, exact: false, trials: 1, standardError: 0.1, note: '' },
  keys: orderingKeys(
    'plo4',
    Float64Array.from({ length: classCount('plo4') }, (_, index) => -index),
  ),
};

describe('the job of a spot', () => {
  it('carries cards, boards and defaults', () => {
    const job = jobOf({ hands: ['AsAhKsKh', 'AA'], board: '7h7d2d', board2: '', dead: '2c2h' });
    expect(job.game).toBe('plo4');
    expect(job.players[0]).toEqual({ kind: 'hand', cards: Uint8Array.from(cards('AsAhKsKh')) });
    expect(job.boards.map((board) => [...board])).toEqual([cards('7h7d2d'), []]);
    expect([...job.dead]).toEqual(cards('2c2h'));
    expect(job).toMatchObject({
      method: 'auto',
      stop: { standardError: 0.0005, trials: Number.MAX_SAFE_INTEGER, timeMs: Number.POSITIVE_INFINITY },
      seed: 1,
      detail: { madeHands: false, nextCards: false, combos: false },
    });
  });

  it('knows a range of one hand, of every hand, and of some', () => {
    const kinds = (hands: string[], rest: object = {}) => jobOf({ hands, ...rest }).players.map(({ kind }) => kind);
    expect(kinds(['*', 'random', '100%', '****', 'AA,*'])).toEqual(Array(5).fill('random'));
    expect(kinds(['*@40', '(*)', 'AA@40,*@40', 'AA,*@40'])).toEqual(['random', 'random', 'random', 'range']);
    expect(kinds(['AAAA', 'KsKhKdKc@7', '2222,2s2c'])).toEqual(['hand', 'hand', 'range']);
    expect(kinds(['AAAK', 'QQ'], { board: 'AsKsKh' })).toEqual(['range', 'range']);
    expect(kinds(['AAAK', 'QQ'], { board: 'AsKsKh', dead: 'Kd' })).toEqual(['hand', 'range']);
  });

  it('lists the live combos of a range with their weights', () => {
    const [player] = jobOf({ hands: ['AA@40, KK', '*'], board: 'As7d2c' }).players;
    if (player?.kind !== 'range') throw new Error('not a range');
    expect(player.weights?.length).toBe(player.cards.length / 4);
    expect([...player.cards].some((card) => cards('As7d2c').includes(card))).toBe(false);
    expect(new Set(player.weights)).toEqual(new Set([40, 100]));
  });

  it('asks for its orderings and names the player whose is missing', () => {
    const value = { hands: ['AA', '15%, 10%6h', '100%'] };
    expect(orderingsOfSpot(spotOf(value))).toEqual(['plo4-1', 'plo4-5']);
    expect(refused(value)).toMatchObject({ code: 'ordering-missing', field: 'hands[1]' });
    const [, player] = jobOf({ hands: ['AA', '15%'] }, { orderings: new Map([['plo4-1', TOP]]) }).players;
    if (player?.kind !== 'range') throw new Error('not a range');
    expect(player.cards.length / 4 / 270_725).toBeCloseTo(0.15, 4);
  });

  it('names the player whose range is empty', () => {
    const error = refused({ hands: ['*', 'AAAA'], board: 'As7d2c' });
    expect(error).toMatchObject({ code: 'empty', field: 'hands[1]', at: 0, end: 4 });
    expect(error.message).toBe('No hand is left once boards and dead cards are out.');
  });

  it.each([
    [['AAAA', 'AAAA'], 'impossible', 1, 'Hands 1 and 2 cannot both be dealt: each needs A'],
    [['KK', 'AAAA', 'AsAhKsKh'], 'impossible', 2, 'Hands 2 and 3 cannot both be dealt: each needs '],
    [['AAAA', 'AA'], 'empty', 1, 'The cards of hand 1 leave no hand here.'],
    [['AA', 'AsAhKsKh', 'AdAcKdKc'], 'empty', 0, 'The cards of hands 2 and 3 leave no hand here.'],
    [['AAA:KKK', 'AA'], 'empty', 0, 'No PLO4 hand fits this.'],
    [['AA', '*!*'], 'empty', 1, 'No PLO4 hand fits this.'],
  ])('%j cannot be dealt: %s, hand %i: %s', (hands, code, index, message) => {
    const error = refused({ hands });
    expect(error).toMatchObject({ code, field: `hands[${index}]`, at: 0, end: hands[index]?.length });
    expect(error.message).toContain(message);
  });

  it('does not blame the known cards for a range that never held a hand', () => {
    expect(refused({ hands: ['AA', 'AA$o'], game: 'plo5', board: 'Kd9s4c' }).message).toBe('No PLO5 hand fits this.');
  });

  it('takes its stop rule from the options', () => {
    const stop = (options: EquityOptions) => jobOf({ hands: ['AA', 'KK'] }, options).stop;
    expect(stop({ trials: 1000 })).toEqual({ standardError: 0, trials: 1000, timeMs: Number.POSITIVE_INFINITY });
    expect(stop({ trials: 1000, precision: 0.01 })).toMatchObject({ standardError: 0.01, trials: 1000 });
    expect(stop({ timeMs: 50 })).toMatchObject({ standardError: 0, timeMs: 50 });
    expect(refused({ hands: ['AA', 'KK'] }, { trials: 0 })).toMatchObject({ code: 'option', field: 'trials' });
    expect(refused({ hands: ['AA', 'KK'] }, { precision: Number.NaN })).toMatchObject({ field: 'precision' });
  });

  it('refuses what is too much for its caller', () => {
    const value = { hands: ['$ds', '$ss'] };
    expect(refused(value, { maxCombos: 40_000 })).toMatchObject({ code: 'too-many-combos', field: 'hands[1]' });
    let asked = 0;
    expect(refused(value, { isOver: () => ++asked > 100 })).toMatchObject({ code: 'too-slow', field: 'hands[0]' });
  });
});

const player = (over: Partial<PlayerResult>): PlayerResult => ({
  equity: 0.6,
  win: 0.55,
  tie: 0.1,
  standardError: null,
  wins: 55,
  ties: 10,
  boards: [{ equity: 0.6, win: 0.55, tie: 0.1 }],
  joint: null,
  madeHands: null,
  nextCards: null,
  comboEquities: null,
  comboWeights: null,
  ...over,
});
const result = (players: PlayerResult[]): EquityResult => ({
  exact: true,
  jointExact: null,
  jointStandardError: null,
  trials: 100,
  standardError: null,
  elapsedMs: 4.1,
  method: 'hands',
  players,
});

describe('the answer', () => {
  it('has the fields of the command line’s JSON', () => {
    const spot = spotOf({ hands: ['as ah ks kh', 'KQ!KK', '*'], board: 'Kd9s4c' });
    const job = equityJob(spot);
    if (!job.ok) throw new Error(job.error.message);
    const answer = equityAnswer(spot, job.value, result([player({}), player({ wins: null }), player({})]));
    expect(Object.keys(answer)).toEqual([
      'game',
      'exact',
      'method',
      'trials',
      'standardError',
      'jointExact',
      'jointStandardError',
      'elapsedMs',
      'players',
    ]);
    expect(answer.players.map(({ input }) => input)).toEqual(['as ah ks kh', 'KQ!KK', '*']);
    expect(answer.players.map(({ combos }) => combos)).toEqual([1, 3 * (4 * 861 + 6 * 42 + 4), 211_876]);
    expect(answer.players[0]).toEqual({
      input: 'as ah ks kh',
      combos: 1,
      equity: 0.6,
      win: 0.55,
      tie: 0.1,
      wins: 55,
      ties: 10,
      standardError: null,
      boards: [{ equity: 0.6, win: 0.55, tie: 0.1 }],
      joint: null,
    });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('names made hands and next cards when they were asked for', () => {
    const spot = spotOf({ hands: ['AsAhKsKh', '9d8d7c6c'] });
    const job = jobOf(spot);
    const nextCards = new Float64Array(52).fill(Number.NaN);
    nextCards[0] = 0.25;
    const { players } = equityAnswer(
      spot,
      job,
      result([player({ madeHands: [new Float64Array(9).fill(1 / 9)], nextCards: [nextCards] })]),
    );
    expect(Object.keys(players[0]?.madeHands?.[0] ?? {})).toEqual([...MADE_HANDS]);
    expect(players[0]?.nextCards).toEqual([{ '2c': 0.25 }]);
  });

  it('draws the equity graph best hand first, by weight', () => {
    const graph = equityGraph(Float32Array.of(0.25, Number.NaN, 1, 0.5), Float32Array.of(1, 5, 1, 2));
    expect(graph.length).toBe(101);
    expect([graph[0], graph[25], graph[26], graph[75], graph[76], graph[100]]).toEqual([1, 1, 0.5, 0.5, 0.25, 0.25]);
    expect(equityGraph(Float32Array.of(Number.NaN), Float32Array.of(1))).toEqual([]);
  });
});

describe('what the kernel refuses', () => {
  const spot = spotOf({ hands: ['AsAhKsKh', 'KK'] });
  it('is about its player, whom the field names and the sentence does not', () => {
    expect(jobErrorText({ code: 'empty', player: 1, message: 'x' }, spot)).toMatchObject({
      code: 'empty',
      field: 'hands[1]',
      at: 0,
      end: 2,
      message: 'No hand is left once the known cards are out.',
    });
  });
  it('or about the whole spot', () => {
    expect(jobErrorText({ code: 'board', player: null, message: 'x' }, spot)).toMatchObject({ field: 'board' });
  });
  it.each([
    [{ hands: ['AA', 'KK', 'QQ'], board: 'Jd9s4c' }, 'more than two players'],
    [{ hands: ['AA', 'KK'] }, 'from the flop on'],
    [{ hands: ['AA', 'KK'], board: 'Jd9s4c', board2: '' }, 'from the flop on'],
    [{ hands: ['*', '*'], board: 'Jd9s4c' }, 'too many combos'],
  ])('says why %j cannot be exact, and what to do', (value, reason) => {
    const error = jobErrorText({ code: 'too-large', player: null, message: 'x' }, spotOf(value));
    expect(error).toMatchObject({ code: 'too-large', field: '' });
    expect(error.message).toContain(reason);
    expect(error.hint).toContain('Leave out “exact”');
  });
});
