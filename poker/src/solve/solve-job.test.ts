import { pairOf } from '@ploscope/kernel';
import { describe, expect, it } from 'vitest';
import { formatCards, parseCards } from '../cards.ts';
import { orderingKeys } from '../ordering/keys.ts';
import type { Ordering } from '../ordering/ordering.ts';
import { classCount } from '../space/classes.ts';
import { parseSolveSpot } from '../spot/parse-solve-spot.ts';
import { orderingsOfSolveSpot, type SolveOptions, solveJob } from './solve-job.ts';

const SIDE = { range: 'AA$ds', bets: { turn: ['pot'], river: ['pot'] }, raises: { river: ['pot'] } };
const BASE = { board: 'Ks9d4c2h7s', pot: 60, stack: 540, oop: SIDE, ip: SIDE };
const TOP: Ordering = {
  name: 'plo4-1',
  header: { game: 'plo4', opponents: 1, exact: false, trials: 1, standardError: 0.1, note: '' },
  keys: orderingKeys(
    'plo4',
    Float64Array.from({ length: classCount('plo4') }, (_, index) => -index),
  ),
};

const spotOf = (value: object) => {
  const spot = parseSolveSpot({ ...BASE, ...value });
  if (!spot.ok) throw new Error(`${spot.error.field}: ${spot.error.message}`);
  return spot.value;
};
const prepare = (value: object, options?: SolveOptions) => {
  const solve = solveJob(spotOf(value), options);
  if (!solve.ok) throw new Error(`${solve.error.field}: ${solve.error.message}`);
  return solve.value;
};
const wrong = (value: object, options?: SolveOptions) => {
  const solve = solveJob(spotOf(value), options);
  if (solve.ok) throw new Error('was accepted');
  return solve.error;
};
const cards = (text: string): number[] => {
  const read = parseCards(text);
  return read.ok ? read.value : [];
};
const range = (text: string) => ({ ...SIDE, range: text });

describe('the job of a spot', () => {
  it('has the boards, the chips and one forest a street', () => {
    const { job, tree } = prepare({ board: 'Ks9d4c2h' });
    expect(job).toMatchObject({ game: 'plo4', pot: 60, locks: [], storage: 'auto', maxBytes: 2 * 1024 ** 3 });
    expect(job.boards.map((board) => formatCards(board))).toEqual(['Ks9d4c2h']);
    expect(job.streets.map(({ kinds }) => kinds.length)).toEqual(tree.streets.map(({ nodes }) => nodes.length));
    expect(prepare({ oop: range('*'), board2: 'AsTd8c3h6s' }).job.boards.map((board) => formatCards(board))).toEqual([
      'Ks9d4c2h7s',
      'AsTd8c3h6s',
    ]);
    expect(prepare({}, { maxBytes: 1000, storage: 'i16' }).job).toMatchObject({ maxBytes: 1000, storage: 'i16' });
  });

  it.each([
    ['plo4', 4],
    ['plo5', 5],
    ['plo6', 6],
  ])('of a flop of %s has three streets and locks on each of them', (game, held) => {
    const sizes = { flop: ['pot'], turn: ['pot'], river: ['pot'] };
    const oop = { range: 'AsAhJsJhTsTh'.slice(0, 2 * held), bets: sizes, raises: {} };
    const ip = { ...oop, range: 'QdQc8d8c3d3c'.slice(0, 2 * held) };
    const locks = [
      { line: '', actions: { x: 1 } },
      { line: 'x-x-[7s]', actions: { x: 1 } },
      { line: 'x-x-[7s]-x-x-[*]-x', actions: { b60: 1 } },
    ];
    const { job } = prepare({ game, board: 'Ks9d4c', oop, ip, locks }, { method: 'bucketed', buckets: 200 });
    expect(job.boards.map((board) => formatCards(board))).toEqual(['Ks9d4c']);
    expect(job.streets).toHaveLength(3);
    expect(job).toMatchObject({ method: 'bucketed', buckets: 200 });
    expect(job.locks.map(({ street, dealt }) => [street, ...dealt])).toEqual([[0], [1, 23], [2, 23, -1]]);
  });

  it('of a turn of two boards has two streets, and locks of every pair before those of one', () => {
    const locks = [
      { line: 'x-x-[7s2d]', actions: { x: 1 } },
      { line: 'x-x-[*]', actions: { b60: 1 } },
      { line: 'x-x-[2d7s]', actions: { x: 1 } },
    ];
    const oop = range('AsAhQsQh');
    const { job, tree } = prepare({ board: 'Ks9d4c2h', board2: 'AcTd8c3h', oop, ip: range('JdJc'), locks });
    expect(job.boards.map((board) => formatCards(board))).toEqual(['Ks9d4c2h', 'AcTd8c3h']);
    expect([job.streets.length, tree.boards, tree.known.length]).toEqual([2, 2, 8]);
    expect(job.locks.map(({ dealt }) => dealt)).toEqual([[-1], [pairOf(23, 1)], [pairOf(1, 23)]]);
  });

  it('holds the combos that boards and dead cards leave, with their weights', () => {
    const { job } = prepare({ oop: range('*'), ip: range('AA@40, KK'), board2: 'AsTd8c3h6s', dead: 'Jd' });
    const known = cards('Ks9d4c2h7sAsTd8c3h6sJd');
    expect(job.players[0].cards.length / 4).toBe((41 * 40 * 39 * 38) / 24);
    expect(job.players[0].weights).toBeNull();
    for (const { cards: held } of job.players) expect(held.some((card) => known.includes(card))).toBe(false);
    expect(new Set(job.players[1].weights)).toEqual(new Set([40, 100]));
  });

  it('takes a hand as a range of one combo, 100% as every hand', () => {
    const { job } = prepare({ oop: range('Ah As Jh Js'), ip: range('100%') });
    expect([...job.players[0].cards]).toEqual(cards('JhJsAhAs'));
    expect(job.players[1].cards.length / 4).toBe(178_365);
  });

  it('asks for the orderings of ranges and locks', () => {
    const locks = [{ line: '', hands: [{ range: '5%6h', actions: { x: 1 } }] }];
    expect(orderingsOfSolveSpot(spotOf({ ip: range('15%'), locks }))).toEqual(['plo4-1', 'plo4-5']);
    expect(wrong({ ip: range('15%') })).toMatchObject({ code: 'ordering-missing', field: 'ip.range', at: 0, end: 3 });
    const { job } = prepare({ ip: range('15%') }, { orderings: new Map([['plo4-1', TOP]]) });
    expect(job.players[1].cards.length / 4).toBeGreaterThan(20_000);
  });

  it.each([
    [{ oop: range('KsKh**') }, 'oop.range', 'empty'],
    [{ ip: range('AAAA:KK') }, 'ip.range', 'empty'],
    [{ oop: range('AsAhJsJh'), ip: range('As') }, 'ip.range', 'impossible'],
    [{ oop: range('AsAh'), ip: range('AhAd') }, 'ip.range', 'impossible'],
    [{ oop: { range: '*', bets: {} }, ip: { range: '*' } }, 'oop.bets', 'tree-empty'],
  ])('%j is refused at %s: %s', (value, field, code) => {
    expect(wrong(value)).toMatchObject({ field, code });
  });
});

describe('a lock', () => {
  const lockOf = (value: object) => {
    const { job } = prepare({ locks: [value] });
    const [lock] = job.locks;
    if (lock === undefined) throw new Error('no lock');
    return { ...lock, combos: job.players.map((player) => player.cards.length / 4) };
  };

  it('of a whole node gives every combo its shares', () => {
    const { street, node, dealt, shares, combos } = lockOf({ line: 'b60', actions: { f: 20, c: 50, r240: 30 } });
    expect([street, node, dealt]).toEqual([0, 2, []]);
    expect(shares.length).toBe(3 * (combos[1] ?? 0));
    const shareOf = (action: number) =>
      new Set(shares.subarray(action * (combos[1] ?? 0), (action + 1) * (combos[1] ?? 0)));
    expect([0, 1, 2].map((action) => [...shareOf(action)])).toEqual(
      [[0.2], [0.5], [0.3]].map(([x]) => [Math.fround(x ?? 0)]),
    );
  });

  it('of some hands leaves the others free', () => {
    const hands = [
      { range: 'AA:JJ', actions: { x: 1 } },
      { range: 'AsAhJsJh', actions: { b60: 1 } },
    ];
    const { job } = prepare({ locks: [{ line: '', hands }] });
    const [lock] = job.locks;
    const held = job.players[0].cards;
    const combos = held.length / 4;
    for (let combo = 0; combo < combos; combo++) {
      const hand = formatCards(held.subarray(combo * 4, combo * 4 + 4));
      const wanted = hand === 'JhJsAhAs' ? [0, 1] : (hand.match(/J/g)?.length ?? 0) === 2 ? [1, 0] : [-1, -1];
      expect([lock?.shares[combo], lock?.shares[combos + combo]], hand).toEqual(wanted);
    }
  });

  it('of hands speaks louder than that of the whole node', () => {
    const { shares, combos } = lockOf({
      line: 'x',
      actions: { x: 1 },
      hands: [{ range: 'AsAhJsJh', actions: { x: 0.5, b60: 0.5 } }],
    });
    const bets = shares.subarray(combos[1]);
    expect([...bets].filter((share) => share === 0.5).length).toBe(1);
    expect([...bets].filter((share) => share === 0).length).toBe((combos[1] ?? 0) - 1);
  });

  it('on a later street is for one card or for all, the one card last', () => {
    const locks = [
      { line: 'x-x-[3s]-x', actions: { b60: 1 } },
      { line: 'x-x-[*]-x', actions: { x: 1 } },
    ];
    const { job } = prepare({ board: 'Ks9d4c2h', locks });
    expect(job.locks.map(({ street, dealt }) => [street, ...dealt])).toEqual([
      [1, -1],
      [1, 7],
    ]);
  });

  it.each([
    [[{ line: 'b75', actions: { x: 1 } }], 'locks[0].line', 'line'],
    [[{ line: 'b60-c', actions: { x: 1 } }], 'locks[0].line', 'lock'],
    [[{ line: '', actions: { x: 0.5, r240: 0.5 } }], 'locks[0].actions.r240', 'lock'],
    [[{ line: '', hands: [{ range: 'AA', actions: { f: 1 } }] }], 'locks[0].hands[0].actions.f', 'lock'],
    [[{ line: '', hands: [{ range: 'KKK', actions: { x: 1 } }] }], 'locks[0].hands[0].range', 'lock'],
    [[{ line: '', hands: [{ range: 'AA@40', actions: { x: 1 } }] }], 'locks[0].hands[0].range', 'lock'],
    [[{ line: '', hands: [{ range: '15%', actions: { x: 1 } }] }], 'locks[0].hands[0].range', 'ordering-missing'],
    [
      [
        { line: 'x', actions: { x: 1 } },
        { line: ' X', actions: { x: 1 } },
      ],
      'locks[1].line',
      'lock',
    ],
  ])('%j is refused at %s: %s', (locks, field, code) => {
    expect(wrong({ locks })).toMatchObject({ field, code });
  });

  it('that names an action there is not says which there are', () => {
    const error = wrong({ locks: [{ line: 'x', actions: { b75: 1 } }] });
    expect([error.message, error.hint]).toEqual(['After “x” there is no “b75”.', 'There are x, b60.']);
  });
});
