import { expect, test } from 'vitest';
import { formatChips, formatSigned, formatSignedBb } from './money.ts';

const dollars = { currency: 'USD', decimals: 2, bigBlind: 100 };

test('an amount stands in big blinds or in the money of its hand', () => {
  expect(formatChips(1250, dollars, 'bb')).toBe('12.5 bb');
  expect(formatChips(1250, dollars, 'money')).toBe('$12.50');
  expect(formatChips(-250, dollars, 'bb')).toBe('−2.5 bb');
  expect(formatChips(120_000, dollars, 'money')).toBe('$1,200');
  expect(formatChips(1_500_000, { currency: 'chips', decimals: 0, bigBlind: 1000 }, 'money')).toBe('1,500,000');
  expect(formatChips(5, { currency: 'XYZ', decimals: 0, bigBlind: 0 }, 'money')).toBe('5 XYZ');
});

test('what is won or lost has its sign, and nothing has none', () => {
  expect([1250, -1250, 0, -2].map((chips) => formatSigned(chips, dollars, 'bb'))).toEqual([
    '+12.5',
    '−12.5',
    '0.0',
    '0.0',
  ]);
  expect(formatSigned(-1250, dollars, 'money')).toBe('−$12.50');
  expect(formatSignedBb(-1234.56)).toBe('−1,234.6');
});
