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

test.each([
  [{ hands: 'AsAhKsKh' }, 'hands'],
  [{ hands: ['AsAhKsKh'] }, 'hands'],
  [{ hands: ['AsAhKsKh', 7] }, 'hands[1]'],
  [{ hands: HANDS, boards: '' }, 'boards'],
  [{ hands: HANDS, detail: { combo: true } }, 'detail.combo'],
  [{ hands: HANDS, precision: '5' }, 'precision'],
  [{ hands: HANDS, trials: 0.5 }, 'trials'],
  [[], null],
])('%j is refused at its first wrong field', (document, field) => {
  expect(validate(equityRequestSchema, document)).toMatchObject({ ok: false, error: { code: 'request', field } });
});

test('any JSON value is a request or a named mistake, never an exception', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = validate(equityRequestSchema, value);
      expect(read.ok || read.error.code === 'request').toBe(true);
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
