import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSolveForm, parseAnySpot } from './any-spot.ts';
import { formatSolveSpot, solveSpotId } from './canonical-solve.ts';
import { parseSolveSpot } from './parse-solve-spot.ts';
import type { SolveSpot } from './solve-spot.ts';

const SIDE = { range: '*', bets: { river: ['pot'] }, raises: { river: ['pot'] } };
const BASE = { board: 'Ks9d4c2h7s', pot: 60, stack: 540, oop: SIDE, ip: SIDE };

const spotOf = (value: unknown): SolveSpot => {
  const read = parseSolveSpot(value);
  if (!read.ok) throw new Error(`${read.error.field}: ${read.error.message}`);
  return read.value;
};
const wrong = (value: unknown) => {
  const read = parseSolveSpot(value);
  if (read.ok) throw new Error('was read');
  return read.error;
};

describe('a spot to be solved', () => {
  it('needs board, pot, stack and two players; the rest has defaults', () => {
    expect(spotOf(BASE)).toEqual({
      ploscope: 'spot/1',
      game: 'plo4',
      board: 'Ks9d4c2h7s',
      board2: null,
      dead: '',
      pot: 60,
      stack: 540,
      rake: { rate: 0, cap: null },
      oop: { ...SIDE, donks: {} },
      ip: SIDE,
      addAllIn: 0,
      forceAllIn: 0,
      merge: 0,
      maxRaises: null,
      minBet: 1,
      locks: [],
    });
  });

  it('is read from the document of the manual', () => {
    const spot = spotOf({
      ploscope: 'spot/1',
      game: 'plo4',
      board: 'Ks9d4c2h7s',
      board2: null,
      pot: 60,
      stack: 540,
      rake: { rate: 0.05, cap: 3 },
      oop: {
        range: 'AA$ds, KK',
        bets: { flop: ['pot'], turn: ['50%', 'pot'], river: ['pot'] },
        raises: { river: ['pot'] },
        donks: {},
      },
      ip: { range: '15%', bets: {}, raises: {}, donks: {} },
      addAllIn: 0,
      forceAllIn: 0,
      merge: 0,
      maxRaises: null,
      minBet: 1,
      locks: [],
    });
    expect(spot.rake).toEqual({ rate: 0.05, cap: 3 });
    expect(spot.oop.bets.turn).toEqual(['50%', 'pot']);
    expect(spot.ip).toEqual({ range: '15%', bets: {}, raises: {} });
  });

  it.each([
    ['a turn', { board: 'Ks9d4c2h' }],
    [
      'a flop',
      { board: 'Ks9d4c', ip: { ...SIDE, bets: { flop: ['33%', 'pot'], turn: ['pot'] }, raises: { flop: ['2.5x'] } } },
    ],
    ['a PLO5 flop', { board: 'Ks9d4c', game: 'plo5' }],
    [
      'a PLO6 flop',
      { board: 'Ks9d4c', game: 'plo6', oop: { ...SIDE, range: '15%', donks: { turn: [], river: ['pot'] } } },
    ],
    ['a Hold’em flop', { board: 'Ks9d4c', game: 'holdem' }],
    ['two boards on the river', { board2: 'AsTd8c3h6s' }],
    ['two boards on the turn', { board: 'Ks9d4c2h', board2: 'AsTd8c3h' }],
    ['two boards on the flop, which only the solver refuses', { board: 'Ks9d4c', board2: 'AsTd8c' }],
    ['dead cards on the river', { dead: 'Jd Jc' }],
    ['an exact hand', { oop: { range: 'AsAhJsJh' } }],
    [
      'absent fields written as null',
      { dead: null, rake: null, locks: null, minBet: null, maxRaises: null, merge: null },
    ],
  ])('may have %s', (_, fields) => {
    expect(parseSolveSpot({ ...BASE, ...fields })).toMatchObject({ ok: true });
  });

  it.each([
    [null, '', 'spot'],
    [[], '', 'spot'],
    ['plo4', '', 'spot'],
    [{}, 'pot', 'chips'],
    [{ ...BASE, ploscope: 'spot/2', novel: true }, 'ploscope', 'version'],
    [{ ...BASE, hands: ['AA', 'KK'] }, 'hands', 'unknown-field'],
    [{ ...BASE, stak: 5 }, 'stak', 'unknown-field'],
    [{ ...BASE, game: 'plo7' }, 'game', 'game'],
    [{ ...BASE, board: 7 }, 'board', 'field-type'],
    [{ ...BASE, board: 'Ks9d' }, 'board', 'solve-board'],
    [{ ...BASE, board: '' }, 'board', 'solve-board'],
    [{ ...BASE, board: 'Ks9d4c2h7s8s' }, 'board', 'solve-board'],
    [{ ...BASE, board: 'Ks9d', game: 'holdem' }, 'board', 'solve-board'],
    [{ ...BASE, board: 'Ks9d4c2h', board2: 'AsTd8c3h6s' }, 'board2', 'solve-board'],
    [{ ...BASE, board: 'Ks9d', board2: 'AsTd' }, 'board', 'solve-board'],
    [{ ...BASE, board: 'Ks9d4c2h', board2: 'AsTd8c3h', dead: '2c' }, 'dead', 'solve-dead'],
    [{ ...BASE, board2: 'AsTd8c' }, 'board2', 'solve-board'],
    [{ ...BASE, board2: 'AsTd8c3h' }, 'board2', 'solve-board'],
    [{ ...BASE, board2: '' }, 'board2', 'solve-board'],
    [{ ...BASE, board2: 'AsTd8c3h7s' }, 'board2', 'card-twice'],
    [{ ...BASE, board: 'Ks9d4c2hXs' }, 'board', 'bad-rank'],
    [{ ...BASE, board: 'Ks9d4c2h', dead: '2c' }, 'dead', 'solve-dead'],
    [{ ...BASE, board: 'Ks9d4c', dead: '2c' }, 'dead', 'solve-dead'],
    [{ ...BASE, board: 'Ks9d4c', oop: { ...SIDE, bets: { flop: ['120%'] } } }, 'oop.bets.flop[0]', 'size-above-pot'],
    [{ ...BASE, board: 'Ks9d4c', oop: { ...SIDE, raises: { flop: ['0x'] } } }, 'oop.raises.flop[0]', 'size'],
    [{ ...BASE, dead: '9d' }, 'dead', 'card-twice'],
    [{ ...BASE, pot: 0 }, 'pot', 'chips'],
    [{ ...BASE, pot: -60 }, 'pot', 'chips'],
    [{ ...BASE, pot: Number.NaN }, 'pot', 'chips'],
    [{ ...BASE, pot: 60.5 }, 'pot', 'chips'],
    [{ ...BASE, pot: '60' }, 'pot', 'chips'],
    [{ ...BASE, pot: 1e10 }, 'pot', 'chips'],
    [{ ...BASE, pot: Number.POSITIVE_INFINITY }, 'pot', 'chips'],
    [{ ...BASE, stack: 0 }, 'stack', 'chips'],
    [{ ...BASE, stack: undefined }, 'stack', 'chips'],
    [{ ...BASE, minBet: 0 }, 'minBet', 'chips'],
    [{ ...BASE, minBet: 61 }, 'minBet', 'chips'],
    [{ ...BASE, rake: 0.05 }, 'rake', 'field-type'],
    [{ ...BASE, rake: { rate: 5 } }, 'rake.rate', 'number'],
    [{ ...BASE, rake: { rate: 0.05, cap: -1 } }, 'rake.cap', 'chips'],
    [{ ...BASE, rake: { rate: 0.05, max: 3 } }, 'rake.max', 'unknown-field'],
    [{ ...BASE, addAllIn: -1 }, 'addAllIn', 'number'],
    [{ ...BASE, forceAllIn: Number.NaN }, 'forceAllIn', 'number'],
    [{ ...BASE, merge: '0.1' }, 'merge', 'number'],
    [{ ...BASE, maxRaises: 1.5 }, 'maxRaises', 'number'],
    [{ ...BASE, oop: undefined }, 'oop', 'field-type'],
    [{ ...BASE, ip: 'AA' }, 'ip', 'field-type'],
    [{ ...BASE, oop: {} }, 'oop.range', 'field-type'],
    [{ ...BASE, oop: { range: '' } }, 'oop.range', 'empty-range'],
    [{ ...BASE, ip: { range: 'AAQ?' } }, 'ip.range', 'unexpected'],
    [{ ...BASE, oop: { ...SIDE, betz: {} } }, 'oop.betz', 'unknown-field'],
    [{ ...BASE, oop: { ...SIDE, bets: ['pot'] } }, 'oop.bets', 'field-type'],
    [{ ...BASE, oop: { ...SIDE, bets: { rivr: ['pot'] } } }, 'oop.bets.rivr', 'unknown-field'],
    [{ ...BASE, oop: { ...SIDE, bets: { river: 'pot' } } }, 'oop.bets.river', 'field-type'],
    [{ ...BASE, oop: { ...SIDE, bets: { river: ['pot', 50] } } }, 'oop.bets.river[1]', 'field-type'],
    [{ ...BASE, oop: { ...SIDE, bets: { river: ['pot', '5O%'] } } }, 'oop.bets.river[1]', 'size'],
    [{ ...BASE, oop: { ...SIDE, bets: { river: ['2x'] } } }, 'oop.bets.river[0]', 'size'],
    [{ ...BASE, oop: { ...SIDE, donks: { river: ['110%'] } } }, 'oop.donks.river[0]', 'size-above-pot'],
    [{ ...BASE, ip: { ...SIDE, raises: { turn: ['50%', '150%'] } } }, 'ip.raises.turn[1]', 'size-above-pot'],
    [{ ...BASE, ip: { ...SIDE, donks: { river: ['pot'] } } }, 'ip.donks', 'unknown-field'],
    [{ ...BASE, oop: { ...SIDE, bets: { river: Array(21).fill('pot') } } }, 'oop.bets.river', 'size'],
    [{ ...BASE, locks: {} }, 'locks', 'field-type'],
    [{ ...BASE, locks: [null] }, 'locks[0]', 'field-type'],
    [{ ...BASE, locks: [{ actions: { x: 1 } }] }, 'locks[0].line', 'field-type'],
    [{ ...BASE, locks: [{ line: '' }] }, 'locks[0]', 'lock'],
    [{ ...BASE, locks: [{ line: '', actions: { x: 0.5, b60: 0.4 } }] }, 'locks[0].actions', 'lock'],
    [{ ...BASE, locks: [{ line: '', actions: { x: -1, b60: 2 } }] }, 'locks[0].actions.x', 'lock'],
    [
      { ...BASE, locks: [{ line: '', hands: [{ range: 'AAQ?', actions: { x: 1 } }] }] },
      'locks[0].hands[0].range',
      'unexpected',
    ],
    [{ ...BASE, locks: [{ line: '', hands: [{ range: 'AA', actions: {} }] }] }, 'locks[0].hands[0].actions', 'lock'],
  ])('%j is refused at %s: %s', (value, field, code) => {
    expect(wrong(value)).toMatchObject({ field, code });
  });

  it('points at the characters that are wrong', () => {
    expect(wrong({ ...BASE, board: ' Ks9d4c2h7x' })).toMatchObject({ at: 10, end: 11 });
    const sizes = { ...SIDE, bets: { river: ['50%', ' 120% '] } };
    expect(wrong({ ...BASE, oop: sizes })).toMatchObject({ at: 0, end: 6 });
    expect(wrong({ ...BASE, ip: { range: 'AA, KQ?' } })).toMatchObject({ field: 'ip.range', at: 6, end: 7 });
  });

  it('says what is possible', () => {
    expect(wrong({ ...BASE, bord: 'Ks' }).hint).toBe('Did you mean “board”?');
    expect(wrong({ ...BASE, board: 'Ks9d' }).hint).toBe('Write three, four or five cards.');
    expect(wrong({ ...BASE, board: 'Ks9d4c2h', board2: 'AsTd8c' })).toMatchObject({
      message: 'The first board has 4 cards, the second 3.',
      hint: 'Both boards are on one street: write four cards on each, or five, or leave out the second board.',
    });
    expect(wrong({ ...BASE, oop: { ...SIDE, bets: { rivr: [] } } }).hint).toBe('Did you mean “river”?');
    expect(wrong({ ...BASE, oop: { ...SIDE, bets: { river: ['150%'] } } }).message).toBe(
      '“150%” is more than the pot, and the game is pot limit.',
    );
  });

  it('bets any size in Hold’em', () => {
    const side = { range: 'AA', bets: { river: ['250%', '33.3%'] }, raises: { river: ['10x'] } };
    expect(spotOf({ ...BASE, game: 'holdem', minBet: 100, oop: side, ip: side }).oop.bets.river).toEqual([
      '250%',
      '33.3%',
    ]);
  });

  it('takes the shares of a lock as shares or percentages', () => {
    const lock = (actions: object) => spotOf({ ...BASE, locks: [{ line: '', actions }] }).locks[0]?.actions;
    expect(lock({ x: 0.25, b60: 0.75 })).toEqual({ x: 0.25, b60: 0.75 });
    expect(lock({ X: 25, b60: 75 })).toEqual({ x: 0.25, b60: 0.75 });
    expect(lock({ x: 1 })).toEqual({ x: 1 });
    expect(lock({ x: 0.5, ' X': 0.5 })).toEqual({ x: 1 });
    expect(lock({ x: 66.67, b60: 33.33 })).toEqual({ x: 0.6667, b60: 0.3333 });
  });
});

describe('the id of a solved spot', () => {
  const typed = {
    ...BASE,
    board: ' 4c Ks 9d 2h 7s',
    oop: { range: ' kk , aa:$DS', bets: { river: ['POT', '50 %', '100%'], turn: [] }, donks: { river: [] } },
    locks: [
      { line: 'X - B60', hands: [{ range: 'As Ah Js Jh', actions: { f: 100 } }] },
      { line: '', actions: { b60: 0, x: 1 } },
    ],
  };

  it('is the same however the spot is typed', async () => {
    const plain = {
      ...BASE,
      oop: { range: 'KK, AA:$ds', bets: { river: ['50%', 'pot'] }, donks: { river: [] } },
      locks: [
        { line: '', actions: { x: 1 } },
        { line: 'x-b60', hands: [{ range: 'AsAhJsJh', actions: { f: 1 } }] },
      ],
    };
    expect(formatSolveSpot(spotOf(typed))).toBe(formatSolveSpot(spotOf(plain)));
    expect(await solveSpotId(spotOf(typed))).toBe(await solveSpotId(spotOf(plain)));
  });

  it('stays what it is: files and stores depend on it', () => {
    expect(formatSolveSpot(spotOf(typed))).toBe(
      '{"ploscope":"spot/1","game":"plo4","board":"Ks9d4c2h7s","board2":null,"dead":"","pot":60,"stack":540,' +
        '"rake":{"rate":0,"cap":null},"oop":{"range":"KK, AA:$ds","bets":{"river":["50%","pot"]},"raises":{},' +
        '"donks":{"river":[]}},"ip":{"range":"*","bets":{"river":["pot"]},"raises":{"river":["pot"]}},"addAllIn":0,' +
        '"forceAllIn":0,"merge":0,"maxRaises":null,"minBet":1,"locks":[{"line":"","actions":{"x":1},"hands":[]},' +
        '{"line":"x-b60","actions":null,"hands":[{"range":"AsAhJsJh","actions":{"f":1}}]}]}',
    );
  });

  it('differs where the spot does', () => {
    const changes = [
      {},
      { pot: 61 },
      { merge: 0.1 },
      { maxRaises: 2 },
      { rake: { rate: 0.01 } },
      { ip: { range: 'AA' } },
    ];
    const noDonk = { oop: { ...SIDE, donks: { river: [] } } };
    const texts = [...changes, noDonk].map((change) => formatSolveSpot(spotOf({ ...BASE, ...change })));
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('the front door', () => {
  it('tells a spot with hands from one that is solved', () => {
    expect(isSolveForm({ ip: 1 })).toBe(true);
    expect(isSolveForm({ hands: [] })).toBe(false);
    expect(isSolveForm(null)).toBe(false);
    expect(parseAnySpot(BASE)).toMatchObject({ ok: true, value: { kind: 'solve' } });
    expect(parseAnySpot({ hands: ['AA', 'KK'] })).toMatchObject({ ok: true, value: { kind: 'equity' } });
    expect(parseAnySpot({ ip: SIDE })).toMatchObject({ ok: false, error: { field: 'pot' } });
    expect(parseAnySpot({})).toMatchObject({ ok: false, error: { field: 'hands' } });
  });
});

describe('any document', () => {
  const odd = <T>(some: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 60, arbitrary: some }, { weight: 1, arbitrary: fc.anything() });
  const sizesOf = (...texts: string[]) =>
    odd(
      fc.dictionary(
        fc.constantFrom('flop', 'turn', 'river'),
        odd(fc.array(odd(fc.constantFrom('pot', '50%', '33.3%', 'a', 'E', ' 100 % ', ...texts)), { maxLength: 3 })),
      ),
    );
  const side = odd(
    fc.record(
      {
        range: odd(fc.constantFrom('*', 'AA$ds', 'AsAhJsJh', '15%', 'AK@40,QQ')),
        bets: sizesOf('0.01%'),
        raises: sizesOf('2.5x', '3.00x'),
        donks: odd(fc.constantFrom({}, { river: [] }, { turn: ['pot'] })),
      },
      { requiredKeys: ['range'] },
    ),
  );
  const actions = odd(fc.constantFrom({ x: 1 }, { x: 25, b60: 75 }, { f: 0.1, C: 0.9 }, { r240: 33.33, c: 66.67 }));
  const lock = odd(
    fc.record(
      {
        line: odd(fc.constantFrom('', 'x', 'x-b60-c', 'X-x-[7S]', 'b60-c-[*]')),
        actions,
        hands: fc.array(fc.record({ range: fc.constantFrom('AA', '*'), actions }), { maxLength: 2 }),
      },
      { requiredKeys: ['line', 'actions'] },
    ),
  );
  const document = fc.record(
    {
      board: odd(fc.constantFrom('Ks9d4c2h7s', 'Ks9d4c2h', '9d4cKs 2h 7s', 'Ks9d4c')),
      pot: odd(fc.integer({ min: 1, max: 1000 })),
      stack: odd(fc.integer({ min: 1, max: 1000 })),
      oop: side,
      ip: odd(fc.constantFrom(SIDE, { range: 'KK' })),
      game: odd(fc.constantFrom('plo4', 'PLO4', 'plo5', 'holdem')),
      dead: odd(fc.constantFrom('', 'Jd')),
      rake: odd(fc.constantFrom({ rate: 0.05, cap: 3 }, { rate: -0 }, {})),
      merge: odd(fc.double({ min: 0, max: 1 })),
      maxRaises: odd(fc.constantFrom(null, 0, 3)),
      locks: odd(fc.array(lock, { maxLength: 3 })),
    },
    { requiredKeys: ['board', 'pot', 'stack', 'oop', 'ip'] },
  );

  it('is read or refused, and what is read has one spelling that is read back', () => {
    let spots = 0;
    fc.assert(
      fc.property(fc.oneof(document, document, fc.anything()), (value) => {
        const read = parseSolveSpot(value);
        if (!read.ok) return read.error.message !== '' && read.error.at <= read.error.end;
        spots += 1;
        const written = formatSolveSpot(read.value);
        expect(formatSolveSpot(spotOf(JSON.parse(written)))).toBe(written);
        return true;
      }),
      { numRuns: 4_000 },
    );
    expect(spots).toBeGreaterThan(100);
  });
});
