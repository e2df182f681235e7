import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { equityRequestSchema, spotRefusal, validate } from './index.ts';
import { equityOptions, formatPrecision, parsePrecision, spotOfRequest } from './options.ts';

const HANDS = ['AsAhKsKh', '9d8d7c6c'];

test('the shorthand of a batch line and the whole document are requests', () => {
  for (const extra of [{}, { ploscope: 'spot/1', game: 'plo5', board: 'Ks9d4c', board2: null, dead: '' }]) {
    expect(validate(equityRequestSchema, { hands: HANDS, ...extra })).toMatchObject({ ok: true });
  }
});

test('the game is read in capitals, and null means no cards', () => {
  const request = { hands: HANDS, game: 'PLO5', board: null, board2: null, dead: null };
  expect(validate(equityRequestSchema, request)).toEqual({
    ok: true,
    value: { hands: HANDS, game: 'plo5', board2: null },
  });
});

const LONG = 'K'.repeat(4001);

test.each([
  [{ hands: 'AsAhKsKh' }, 'field-type', 'hands'],
  [{}, 'field-type', 'hands'],
  [{ hands: ['AsAhKsKh'] }, 'players', 'hands'],
  [{ hands: Array(9).fill('*') }, 'players', 'hands'],
  [{ hands: ['AsAhKsKh', 7] }, 'field-type', 'hands[1]'],
  [{ hands: HANDS, board: 7 }, 'field-type', 'board'],
  [{ hands: HANDS, bord: '' }, 'unknown-field', 'bord'],
  [{ hands: HANDS, game: 'plo7' }, 'game', 'game'],
  [{ hands: HANDS, ploscope: 'spot/2' }, 'version', 'ploscope'],
  [[], 'spot', null],
  [undefined, 'spot', null],
])('%j is refused as poker says it: %s at %s', (document, code, field) => {
  const read = validate(equityRequestSchema, document);
  expect(read).toMatchObject({ ok: false, error: { code, field, hint: expect.stringMatching(/\S/) } });
});

test.each([
  [{ hands: ['AA', LONG] }, 'too-long', 'hands[1]'],
  [{ hands: HANDS, detail: { combo: true } }, 'request', 'detail.combo'],
  [{ hands: HANDS, detail: 7 }, 'request', 'detail'],
  [{ hands: HANDS, detail: { combos: 1 } }, 'request', 'detail.combos'],
  [{ hands: HANDS, method: 'fast' }, 'request', 'method'],
  [{ hands: HANDS, precision: '5' }, 'request', 'precision'],
  [{ hands: HANDS, precision: 5 }, 'request', 'precision'],
  [{ hands: HANDS, trials: 0.5 }, 'request', 'trials'],
  [{ hands: HANDS, trials: -1 }, 'request', 'trials'],
  [{ hands: HANDS, seed: 2 ** 40 }, 'request', 'seed'],
])('%j is refused with a sentence of ours: %s at %s', (document, code, field) => {
  const read = validate(equityRequestSchema, document);
  expect(read).toMatchObject({ ok: false, error: { code, field } });
  expect(read.ok || read.error.message).not.toMatch(/invalid|expected|unrecognized/i);
});

test('a wrong game is pointed at, a missing field is not', () => {
  const errorOf = (document: unknown): unknown => {
    const read = validate(equityRequestSchema, document);
    return read.ok ? null : read.error;
  };
  expect(errorOf({ hands: HANDS, game: 'plo7' })).toMatchObject({ at: 0, end: 4 });
  expect(errorOf({})).toMatchObject({ at: null, end: null });
});

test('a misspelt field is told from all fields, those of the options too', () => {
  const hintOf = (extra: object): unknown => {
    const read = validate(equityRequestSchema, { hands: HANDS, ...extra });
    return read.ok ? null : read.error.hint;
  };
  expect(hintOf({ bord: '' })).toBe('Did you mean “board”?');
  expect(hintOf({ precison: '1%' })).toBe('Did you mean “precision”?');
});

test('any JSON value is a request or a named mistake, never an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = validate(equityRequestSchema, value);
      expect(read.ok || read.error.message !== '').toBe(true);
    }),
  );
});

test('a number of trials alone asks for sampling, a method overrules it', () => {
  expect(equityOptions({ hands: HANDS })).toMatchObject({ method: 'auto', precision: 0.0005 });
  const sampled = equityOptions({ hands: HANDS, trials: 1000 });
  expect(sampled).toMatchObject({ method: 'sampled', trials: 1000 });
  expect(sampled).not.toHaveProperty('precision');
  expect(equityOptions({ hands: HANDS, trials: 1000, method: 'exact' }).method).toBe('exact');
});

test('a precision is read as players write it, and written back', () => {
  expect(parsePrecision('0.05%')).toBe(0.0005);
  expect(parsePrecision('.0005')).toBe(0.0005);
  for (const text of ['', '0', '0%', '100%', '1', '-1%', 'abc', '5 percent', '1e-4']) {
    expect(parsePrecision(text)).toBeNull();
  }
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), (n) => {
      expect(parsePrecision(formatPrecision(n / 100_000))).toBeCloseTo(n / 100_000, 12);
    }),
  );
});

test('the spot of a request leaves out what was not given', () => {
  expect(spotOfRequest({ hands: HANDS, trials: 5, board: '' })).toEqual({ hands: HANDS, board: '' });
});

test('a mistake points into the text as it was sent, blanks included', () => {
  const error = { code: 'bad-rank', message: '', at: 2, end: 3, hint: null };
  const request = { hands: ['AsAhKsKh', '  9dXd7c6c'] };
  expect(spotRefusal({ ...error, field: 'hands[1]' }, request)).toMatchObject({ at: 4, end: 5, field: 'hands[1]' });
  expect(spotRefusal({ ...error, field: '' }, request)).toMatchObject({ at: null, end: null, field: null });
});
