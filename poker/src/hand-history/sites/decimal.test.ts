import { expect, it } from 'vitest';
import { decimalsOf, formatMinor, parseDecimal, toMinor } from './decimal.ts';

it.each([
  ['1259450.25', 2, 125_945_025],
  ['0.10', 2, 10],
  ['0', 0, 0],
  ['0.00', 2, 0],
  ['000.50', 2, 50],
  ['100', 2, 10_000],
  ['1e3', 0, 1000],
  ['1.5E-3', 4, 15],
  ['-2.5', 1, -25],
  ['2.4299999999999997', 2, 243],
  ['0.30000000000000004', 2, 30],
  ['0.000000001', 8, 0],
])('%s is read exactly', (text, decimals, minor) => {
  const decimal = parseDecimal(text);
  expect(decimal === null ? null : toMinor(decimal, decimals)).toBe(minor);
});

it.each(['', '.', '1.', '.5', '1,5', 'inf', 'nan', '0x10', '1e999', '1 2', '9'.repeat(41)])(
  '“%s” is no number',
  (text) => {
    expect(parseDecimal(text)).toBeNull();
  },
);

it('what is finer than the money, or more than can be counted, has no minor units', () => {
  expect(toMinor(parseDecimal('0.125')!, 2)).toBeNull();
  expect(toMinor(parseDecimal('99999999999999999')!, 0)).toBeNull();
});

it('amounts are written with all their digits', () => {
  expect([formatMinor(5, 2), formatMinor(-1250, 2), formatMinor(0, 3), formatMinor(12, 0)]).toEqual([
    '0.05',
    '-12.50',
    '0.000',
    '12',
  ]);
});

it('money has two decimals where one is not enough to write it', () => {
  expect(['7', '7.0'].map((text) => decimalsOf([parseDecimal(text)!]))).toEqual([0, 0]);
  expect(['7.5', '7.25', '7.125'].map((text) => decimalsOf([parseDecimal(text)!]))).toEqual([2, 2, 3]);
});
