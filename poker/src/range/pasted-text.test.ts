import { describe, expect, it } from 'vitest';
import { parseRange } from './parse.ts';
import type { Range } from './range.ts';

const rangeOf = (text: string): Range => {
  const read = parseRange(text, 'plo4');
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};

describe('pasted text', () => {
  it.each([
    ['KK–TT', 'KK-TT'],
    ['10% — 30%', '10%-30%'],
    ['（AA，KK）：$ds', '(AA,KK):$ds'],
    ['AA！KK＠４０', 'AA!KK@40'],
    ['“AA$ds”', 'AA$ds'],
    [" 'AA, KK' ", 'AA, KK'],
    ['‘random’', 'random'],
  ])('%s is read as %s', (pasted, plain) => {
    expect(rangeOf(pasted).expr).toEqual(rangeOf(plain).expr);
    expect(rangeOf(pasted).text).toBe(pasted);
  });

  it('is made plain at once, however many quotes it holds', () => {
    const start = performance.now();
    expect(parseRange(`${"'".repeat(99_000)}x${"'".repeat(900)}`, 'plo4').ok).toBe(true);
    expect(parseRange(`AA${"' ".repeat(40_000)}x`, 'plo4').ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('keeps its places', () => {
    expect(parseRange('“KK–T”', 'plo4')).toMatchObject({ ok: false, error: { code: 'span-lengths', at: 1, end: 5 } });
  });
});
