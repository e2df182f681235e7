import { describe, expect, it } from 'vitest';
import type { Game } from '../games.ts';
import { parseRange } from './parse.ts';
import type { Range } from './range.ts';

const rangeOf = (text: string, game: Game = 'plo4'): Range => {
  const read = parseRange(text, game);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};

describe('hints', () => {
  it.each([
    ['AA:ds', 3, 5, '$ds'],
    ['AAds', 2, 4, '$ds'],
    ['KK,np', 3, 5, '$np'],
    ['AAxx', 2, 4, 'AA'],
    ['AA$NP', 2, 5, '$np'],
    ['As, Ah,Ks,kh', 0, 12, 'AsAhKsKh'],
    ['AA$og', 2, 5, '$0g'],
    ['$OG', 0, 3, '$0g'],
    ['K$bb', 1, 4, '$B$B'],
    ['$RR', 0, 3, '$R$R'],
    ['xx', 0, 2, '*'],
    [' XXXX ', 1, 5, '*'],
    ['vs', 0, 2, 'Leave it out'],
    ['V', 0, 1, 'Leave it out'],
    ['AhKh', 0, 4, 'Hold’em (game holdem)'],
  ])('%s keeps its meaning and asks about %i…%i', (text, at, end, meant) => {
    const [hint, ...others] = rangeOf(text).hints;
    expect(others).toEqual([]);
    expect(hint).toMatchObject({ at, end });
    expect(hint?.hint).toContain(meant);
  });

  it.each([
    ['Axs', 0, 3, 'A2s+'],
    ['AA, kXs', 4, 7, 'K:$ss'],
    ['A*s', 0, 3, 'A2s+'],
    ['ss', 0, 2, '$ss'],
    ['XX', 0, 2, '*'],
  ])('Hold’em %s keeps its meaning and asks about %i…%i', (text, at, end, meant) => {
    const { hints } = rangeOf(text, 'holdem');
    expect(hints).toMatchObject([{ at, end, hint: expect.stringContaining(meant) }]);
  });

  it('four cards are a hand of PLO4 and a range of PLO5', () => {
    expect(rangeOf('AsAhKsKh', 'plo5').hints).toMatchObject([{ hint: expect.stringContaining('PLO4') }]);
  });

  it.each(['AA:$ds', 'AxAyxy', 'AsAhKdKs', 'AA:xx', 'JT98', 'As', '$B$B', '$nt'])('%s needs none', (text) => {
    expect(rangeOf(text).hints).toEqual([]);
  });

  it.each(['AKs', 'AsKs', 'Ax', 'A5s-A2s', 'AKo, 22+'])('Hold’em %s needs none', (text) => {
    expect(rangeOf(text, 'holdem').hints).toEqual([]);
  });
});

describe('nested weights', () => {
  it('are told of where whole percents are far from their product', () => {
    const [hint, ...others] = rangeOf('(AA$ds, KK$ds@50)@1').hints;
    expect(others).toEqual([]);
    expect(hint).toMatchObject({ code: 'weight-rounded', at: 18, end: 19 });
    expect(hint?.message).toBe('50 % of 1 % is 0.5 %; weights are whole percents, so 1 % is kept.');
  });

  it.each(['(AA$ds, KK$ds@50)@10', 'AA@1', '(AA, KK@30)@33', '(AA:$ds)@1'])('%s needs no word', (text) => {
    expect(rangeOf(text).hints).toEqual([]);
  });
});
