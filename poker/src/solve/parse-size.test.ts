import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSize, orderSizes, parseSize, type Size } from './parse-size.ts';

const HOLDEM_RAISE = { raise: true, potLimit: false };
const PLO_RAISE = { raise: true, potLimit: true };
const PLO_BET = { raise: false, potLimit: true };

describe('a size', () => {
  it.each([
    ['50%', '50%'],
    [' 33.30 % ', '33.3%'],
    ['.5%', '0.5%'],
    ['100%', 'pot'],
    ['Pot', 'pot'],
    ['A', 'a'],
    ['e', 'e'],
    ['2.50X', '2.5x'],
    ['060 C', '60c'],
    ['“50%”', '50%'],
    ['50％', '50%'],
  ])('%j is %s', (text, canonical) => {
    const size = parseSize(text, PLO_RAISE);
    expect(size.ok && formatSize(size.value)).toBe(canonical);
  });

  it.each([
    ['', 'size'],
    ['50', 'size'],
    ['%', 'size'],
    ['-50%', 'size'],
    ['0%', 'size'],
    ['1e3%', 'size'],
    ['half', 'size'],
    ['2e', 'size'],
    ['1x', 'size'],
    ['100000x', 'size'],
    ['999999%', 'size'],
    ['0c', 'size'],
    ['1.5c', 'size'],
    ['c', 'size'],
    ['100.1%', 'size-above-pot'],
  ])('%j is none in pot limit: %s', (text, code) => {
    expect(parseSize(text, PLO_RAISE)).toMatchObject({ ok: false, error: { code, at: 0, end: text.length } });
  });

  it('above the pot is one in Hold’em', () => {
    expect(parseSize('250%', HOLDEM_RAISE)).toEqual({ ok: true, value: { kind: 'percent', percent: 250 } });
  });

  it('by times is for raises', () => {
    const bet = parseSize('3x', PLO_BET);
    expect(!bet.ok && bet.error.message).toBe('“3x” is a raise; there is no bet yet that it could multiply.');
  });

  it('of a list stands in its place, once', () => {
    const sizes = ['a', '3x', 'pot', 'e', '90c', '2x', '50%', '100%', '60c', 'a'].flatMap((text): Size[] => {
      const size = parseSize(text, PLO_RAISE);
      return size.ok ? [size.value] : [];
    });
    expect(orderSizes(sizes).map(formatSize)).toEqual(['50%', 'pot', '2x', '3x', '60c', '90c', 'e', 'a']);
  });

  it('is read or refused, whatever the text, and has one spelling', () => {
    const pieces = fc.array(fc.constantFrom('1', '0', '5', '.', '%', 'x', 'a', 'e', 'pot', ' '), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const size = parseSize(text, HOLDEM_RAISE);
          if (!size.ok) return size.error.end === text.length;
          const again = parseSize(formatSize(size.value), HOLDEM_RAISE);
          return again.ok && formatSize(again.value) === formatSize(size.value);
        },
      ),
      { numRuns: 5_000 },
    );
  });
});
