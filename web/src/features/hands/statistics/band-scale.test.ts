import { expect, test } from 'vitest';
import { bandScale } from './band-scale.ts';

test('a band stands in the middle of its bar, and nothing leaves the bar', () => {
  const at = bandScale([20, 30], 100);
  expect([10, 20, 25, 30, 40].map(at)).toEqual(['0.0%', '33.3%', '50.0%', '66.7%', '100.0%']);
  expect([0, 100, Number.POSITIVE_INFINITY].map(at)).toEqual(['0.0%', '100.0%', '100.0%']);
});

test('a bar ends where values end', () => {
  expect(bandScale([2, 14], 100)(2)).toBe('7.7%');
  expect(bandScale([70, 95], 100)(100)).toBe('100.0%');
});
