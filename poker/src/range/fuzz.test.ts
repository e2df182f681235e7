/** No text, however odd, makes a range throw, hang, or point outside itself; what is read can be counted and written. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { GAMES } from '../games.ts';
import { matchesBoardPattern } from './board-pattern.ts';
import { countRange } from './count.ts';
import { formatRange } from './format.ts';
import { parseRange } from './parse.ts';

const PIECES = [
  ...'AKQJT98765432shdcxyzwRONP*[](){},:!@+-$%#& ',
  '$ds',
  '$0g',
  '$B',
  '15%',
  '10%-30%6h',
  'AA',
  'KK-TT',
  '9876+',
  '[A,K]',
  '[T-7]',
  '@40',
  'AsKs',
  '10',
  '\uFE0F',
  '♠',
  '\ud83d',
];

const SEEDS = [
  'AA:xxyy, JJ!JJJ, KK',
  '(AA,KK)@40:$ds',
  '[2c,A,s]Td, KK-TT',
  '15%6h!(RRON:[A-T])',
  'AKs, A5s-A4s, 22+@7',
];

const assembled = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

const mutated = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(40), fc.nat(2), fc.constantFrom(...PIECES)), { maxLength: 4 }),
  )
  .map(([seed, edits]) =>
    edits.reduce((text, [at, drop, piece]) => text.slice(0, at) + piece + text.slice(at + drop), seed),
  );

const texts = fc.oneof(assembled, mutated, fc.string({ unit: 'binary', maxLength: 30 }));

describe('fuzzed ranges', () => {
  it('are read, or refused inside their text', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...GAMES), (text, game) => {
        const read = parseRange(text, game);
        if (read.ok) return true;
        const { at, end, message } = read.error;
        return at >= 0 && at <= end && end <= text.length && message !== '';
      }),
      { numRuns: 20_000 },
    );
  });

  it('are written in a spelling that means the same', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom('plo4', 'holdem'), (text, game) => {
        const read = parseRange(text, game);
        if (!read.ok) return true;
        const written = formatRange(read.value);
        const again = parseRange(written, game);
        return (
          again.ok &&
          formatRange(again.value) === written &&
          countRange(again.value).combos === countRange(read.value).combos
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it('are safe as board patterns', () => {
    fc.assert(
      fc.property(texts, (text) => {
        matchesBoardPattern(text, [51, 40, 30, 20, 10]);
        return true;
      }),
      { numRuns: 3_000 },
    );
  });
});
