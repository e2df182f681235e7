/** The player's guide, docs/ranges.md, shows nothing that is not read. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRange } from './parse.ts';

const guide = readFileSync(new URL('../../../docs/ranges.md', import.meta.url), 'utf8');

/** The code in the first column of the tables of each chapter. */
const examples = guide.split(/^## /m).flatMap((chapter) => {
  const game = chapter.startsWith('Hold’em') || chapter.startsWith("Hold'em") ? ('holdem' as const) : ('plo4' as const);
  const cells = chapter.split('\n').flatMap((line) => /^\| (`[^|]*?) \|/.exec(line)?.[1] ?? []);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((found) => [found[1] ?? '', game] as const));
});

describe('the guide', () => {
  it('has examples for both kinds of game', () => {
    expect(examples.filter(([, game]) => game === 'plo4').length).toBeGreaterThan(40);
    expect(examples.filter(([, game]) => game === 'holdem').length).toBeGreaterThan(6);
  });

  it.each(examples)('%s is read in %s, without a doubt about it', (text, game) => {
    const read = parseRange(text, game);
    expect(read.ok ? read.value.hints : read.error).toEqual([]);
  });
});
