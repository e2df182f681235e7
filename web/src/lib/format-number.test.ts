import { expect, test } from 'vitest';
import { formatCount, formatPct, formatShare, formatShortCount, formatTime } from './format-number.ts';

test('percentages have fixed places', () => {
  expect(formatPct(0.600479)).toBe('60.05');
  expect(formatPct(1)).toBe('100.00');
  expect(formatPct(0.12345, 1)).toBe('12.3');
  expect(formatPct(Number.NaN)).toBe('–');
});

test('a share says something however small it is', () => {
  expect([0.42, 0.0312, 0.00018, 0.000001, 0].map(formatShare)).toEqual(['42.0', '3.12', '0.018', '<0.001', '0']);
});

test('counts and times stay readable', () => {
  expect(formatCount(1086008)).toBe('1,086,008');
  expect([9999, 12345, 1086008].map(formatShortCount)).toEqual(['9,999', '12.3 k', '1.09 M']);
  expect([0.4, 4.13, 1240, 59_949, 83_000].map(formatTime)).toEqual(['<1 ms', '4 ms', '1.2 s', '59.9 s', '1 min 23 s']);
});
