import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSpot, spotId } from './canonical.ts';
import { parseSpot } from './parse-spot.ts';
import { formatPermalink, parsePermalink } from './permalink.ts';
import { sha256Hex } from './sha256.ts';
import type { Spot } from './spot.ts';

const spotOf = (value: unknown): Spot => {
  const read = parseSpot(value);
  if (!read.ok) throw new Error(`${read.error.field}: ${read.error.message}`);
  return read.value;
};
const wrong = (value: unknown) => {
  const read = parseSpot(value);
  if (read.ok) throw new Error('was read');
  return read.error;
};

const HANDS = ['AsAhKsKh', '9d8d7c6c'];

describe('a spot', () => {
  it('is read from a batch line, PLO4 unless it says otherwise', () => {
    expect(spotOf({ hands: [' AsAhKsKh ', '15%'], board: 'Ks9d4c'.replace('Ks', 'Kd') })).toEqual({
      ploscope: 'spot/1',
      game: 'plo4',
      board: 'Kd9d4c',
      board2: null,
      dead: '',
      hands: [' AsAhKsKh ', '15%'],
    });
  });

  it('points into the text as it was written, spaces and all', () => {
    expect(wrong({ hands: ['  AAKKQ', 'AA'] })).toMatchObject({ field: 'hands[0]', at: 2, end: 7 });
    expect(wrong({ hands: HANDS, board: ' Kd9s4x' })).toMatchObject({ field: 'board', at: 6, end: 7 });
  });

  it('is read back from its own JSON', () => {
    const spot = spotOf({ hands: HANDS, board: '7h7d2d', board2: '', dead: '2c2h' });
    expect(spotOf(JSON.parse(JSON.stringify(spot)))).toEqual(spot);
  });

  it('knows one board from a second one still to come', () => {
    expect(spotOf({ hands: HANDS }).board2).toBeNull();
    expect(spotOf({ hands: HANDS, board2: null }).board2).toBeNull();
    expect(spotOf({ hands: HANDS, board2: '' }).board2).toBe('');
  });

  it.each([
    [null, '', 'spot'],
    [[], '', 'spot'],
    ['AsAhKsKh', '', 'spot'],
    [{}, 'hands', 'field-type'],
    [{ hands: 'AsAhKsKh' }, 'hands', 'field-type'],
    [{ hands: ['AA', 2] }, 'hands[1]', 'field-type'],
    [{ hands: ['AA'] }, 'hands', 'players'],
    [{ hands: Array(9).fill('*') }, 'hands', 'players'],
    [{ hands: Array(8).fill('*'), game: 'plo6' }, 'hands', 'players'],
    [{ hands: HANDS, game: 'plo7' }, 'game', 'game'],
    [{ hands: HANDS, ploscope: 'spot/2' }, 'ploscope', 'version'],
    [{ hands: HANDS, bord: 'Kd9s4c' }, 'bord', 'unknown-field'],
    [{ hands: HANDS, board: 7 }, 'board', 'field-type'],
    [{ hands: HANDS, board: 'Kd9s' }, 'board', 'board-count'],
    [{ hands: HANDS, board: 'Kd9s4x' }, 'board', 'bad-suit'],
    [{ hands: HANDS, board: 'AsKd2c' }, 'hands[0]', 'card-twice'],
    [{ hands: HANDS, board: 'QsKd2c', board2: 'Qs3s4s' }, 'board2', 'card-twice'],
    [{ hands: HANDS, dead: '2c 9d' }, 'hands[1]', 'card-twice'],
    [{ hands: ['AsAhKsKh', 'As2c3c4c'] }, 'hands[1]', 'card-twice'],
    [{ hands: ['AsAhKsKh', 'AAKKQ'] }, 'hands[1]', 'too-many-cards'],
    [{ hands: ['AsAhKsKh', ''] }, 'hands[1]', 'empty-range'],
    [{ hands: ['AsAhKsKh', 'AsAsKsKh'] }, 'hands[1]', 'duplicate-card'],
    [{ hands: Array(7).fill('*'), game: 'plo6', board2: '', dead: '2c' }, 'hands', 'deck'],
    [{ hands: Array(8).fill('*'), dead: '2c2d2h2s3c3d3h3s4c4d4h4s5c5d5h5s' }, 'hands', 'deck'],
  ])('%j is refused at %s: %s', (value, field, code) => {
    expect(wrong(value)).toMatchObject({ field, code });
  });

  it('names a card in two places, and the place', () => {
    const error = wrong({ hands: HANDS, board: 'As9s4c' });
    expect(error.message).toBe('As is on the board and in hand 1.');
    expect([error.at, error.end]).toEqual([0, 2]);
    expect(wrong({ hands: ['KsKhQsQh', 'Jd Ks 2c 3c'] })).toMatchObject({ at: 3, end: 5 });
  });

  it('suggests the field or game that was meant', () => {
    expect(wrong({ hands: HANDS, bord: '' }).hint).toBe('Did you mean “board”?');
    expect(wrong({ hands: HANDS, game: 'PLO4 ' }).hint).toBe('Did you mean plo4?');
  });

  it('reads the game in capitals and null for cards that are not known', () => {
    expect(spotOf({ hands: HANDS, game: 'PLO5', board: null, board2: null, dead: null })).toEqual(
      spotOf({ hands: HANDS, game: 'plo5' }),
    );
  });

  it('a comma makes a range, not a hand', () => {
    expect(spotOf({ hands: ['As,Ah,Ks,Kh', 'AsAhKsKh'] }).hands.length).toBe(2);
  });

  it('never throws, whatever the value', () => {
    const values = fc.oneof(
      fc.anything(),
      fc.record(
        {
          ploscope: fc.constantFrom('spot/1', 'x', 1),
          game: fc.oneof(fc.constantFrom('plo4', 'plo5', 'plo6', 'holdem'), fc.string()),
          hands: fc.array(fc.oneof(fc.constantFrom(...HANDS, '*', 'AA$ds', '15%'), fc.string()), { maxLength: 9 }),
          board: fc.oneof(fc.constantFrom('', 'Kd9s4c'), fc.string(), fc.anything()),
          board2: fc.oneof(fc.constantFrom('', null, 'Qd9h4s'), fc.string()),
          dead: fc.oneof(fc.constantFrom('', '2c'), fc.string()),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(values, (value) => {
        const read = parseSpot(value);
        if (!read.ok) return read.error.message !== '' && read.error.at <= read.error.end;
        const linked = parsePermalink(formatPermalink(read.value));
        expect(linked).toEqual(read);
        return true;
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the id of a spot', () => {
  it('is the same however the spot is typed', async () => {
    const one = spotOf({ hands: ['AsAhKsKh', 'aa:$DS', '*'], board: 'Kd9s4c7h', dead: '2c2d' });
    const other = spotOf({ hands: [' kh ks ah as', 'AA : $ds ', 'random'], board: ' 4c 9s kd 7h', dead: '2d2c' });
    expect(formatSpot(one)).toBe(formatSpot(other));
    expect(await spotId(one)).toBe(await spotId(other));
  });

  it('differs where the spot does', async () => {
    const base = { hands: HANDS, board: 'Kd9s4c7h', dead: '2c' };
    const ids = await Promise.all(
      [
        base,
        { ...base, board: 'Kd9s7h4c' },
        { ...base, dead: '' },
        { ...base, board2: '' },
        { ...base, hands: [...HANDS].reverse() },
        { ...base, hands: [HANDS[0], 'AA@40, KK'] },
        { ...base, hands: [HANDS[0], 'AA, KK'] },
      ].map((value) => spotId(spotOf(value))),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stays what it is: links and stores depend on it', async () => {
    const spot = spotOf({ hands: HANDS });
    expect(formatSpot(spot)).toBe(
      '{"ploscope":"spot/1","game":"plo4","board":"","board2":null,"dead":"","hands":["AsAhKsKh","9d8d7c6c"]}',
    );
    expect(await spotId(spot)).toBe(createHash('sha256').update(formatSpot(spot)).digest('hex'));
  });

  it('SHA-256 agrees with the platform’s', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        return sha256Hex(text) === createHash('sha256').update(text, 'utf8').digest('hex');
      }),
    );
  });
});

describe('a permalink', () => {
  it('can be read by people', () => {
    const spot = spotOf({ hands: ['AA$ds', '(KK+,JT98)!15%'], board: 'Kd9s4c' });
    expect(formatPermalink(spot)).toBe('hand=AA$ds&hand=(KK+,JT98)!15%25&board=Kd9s4c&game=plo4&spot=1');
  });

  it.each([
    { hands: HANDS },
    { hands: ['[A-T], {RRO}', 'A♠A♥ @ 40', '15%6h'], game: 'plo5', board: 'Kd 9s 4c', board2: '', dead: '2c' },
    { hands: ['AKs', 'T9o+&'.slice(0, 4)], game: 'holdem', board2: 'Kd9s4c' },
  ])('carries all of %j', (value) => {
    const spot = spotOf(value);
    expect(parsePermalink(`#${formatPermalink(spot)}`)).toEqual({ ok: true, value: spot });
  });

  it.each([
    ['', 'link'],
    ['#', 'link'],
    ['hand', 'link'],
    ['hand=%zz&hand=AA', 'link'],
    ['hand=AA&hand=KK&board=&board=', 'link'],
    ['hands=AA', 'unknown-field'],
    ['__proto__=AA', 'unknown-field'],
    ['hand=AA&hand=KK&spot=2', 'version'],
    ['hand=AA&hand=KK&game=plo9', 'game'],
    ['hand=AA', 'players'],
  ])('%j is refused: %s', (fragment, code) => {
    expect(parsePermalink(fragment)).toMatchObject({ ok: false, error: { code } });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `hand=${text}&hand=AA`),
        ),
        (fragment) => {
          parsePermalink(fragment);
          return true;
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
