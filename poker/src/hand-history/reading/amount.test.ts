import { expect, test } from 'vitest';
import { readAmount, readWholeAmount } from './amount.ts';

test.each([
  ['$1,234.50', 123450],
  ['€0.5', 50],
  ['1.50€', 150],
  ['1000€', 100000],
  ['1.50 EUR', 150],
  ['£1,234,567.89', 123456789],
  ['₹1,00,000', 10000000],
  ['Rs. 25', 2500],
  ['¥0.30', 30],
  ['T$12', 1200],
  ['0,05 €', 5],
  ['1.234.567', 123456700],
  ['1.234,56', 123456],
  ['$5.55.', 555],
  ['($12', 1200],
  ['$12.50 and is all-in', 1250],
  ['12.500', 1250],
])('%s is an amount of money', (text, minor) => {
  expect(readAmount(text, 2)).toBe(minor);
});

test('chips have no fractions unless the tournament has', () => {
  expect(readAmount('24,940 in chips', 0)).toBe(24940);
  expect(readAmount('1.5', 0)).toBe(null);
  expect(readAmount('5.00', 0)).toBe(5);
  expect(readAmount('2.000', 0)).toBe(null);
  expect(readAmount('4455.50', 2)).toBe(445550);
});

test.each(['', '$', '-5', 'abc', '15.52k', '3M', 'x5', '12.345', '9'.repeat(40), '1A4.08', '88:75', '30..5', '77$15'])(
  '“%s” is no amount',
  (text) => {
    expect(readAmount(text, 2)).toBe(null);
  },
);

test('a stack is an amount and nothing else', () => {
  expect(readWholeAmount('$1,040.75', 2)).toBe(104075);
  expect(readWholeAmount('1000€', 2)).toBe(100000);
  expect(readWholeAmount('2 40€', 2)).toBe(null);
  expect(readWholeAmount('$208. 4', 2)).toBe(null);
  expect(readWholeAmount('', 2)).toBe(null);
});
