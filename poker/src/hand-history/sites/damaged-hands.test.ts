import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HandCutter, MOST_HAND_LENGTH } from '../cut-hands.ts';
import { HAND_ERROR_CODES } from '../hand-error.ts';
import type { Site } from '../played-hand.ts';
import { replay } from '../replay.ts';
import { SITE_FORMATS } from './site-formats.ts';

const golden = new URL('../../../golden/hands/', import.meta.url);
const SITES: readonly Site[] = ['pokerstars', 'gg', 'winamax'];
const texts = SITES.flatMap((site) =>
  readdirSync(new URL(`${site}/`, golden)).map((file) => readFileSync(new URL(`${site}/${file}`, golden), 'utf8')),
);
const allLines = texts.flatMap((text) => text.split('\n'));

const ODD_SIGNS = [
  '',
  ' ',
  ': ',
  '$',
  '€',
  '[',
  ']',
  '(',
  ')',
  '-',
  '.',
  ',',
  '9',
  '\u00a0',
  '\uFEFF',
  '\u2028',
  '𝔸',
  '\0',
  '"',
];

type Change = (lines: readonly string[]) => readonly string[];

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const at = (where: number, length: number): number => Math.floor(where * length);

const changes: fc.Arbitrary<Change> = fc.oneof(
  // A sign lost, added or replaced.
  fc.tuple(place, place, fc.constantFrom(...ODD_SIGNS), fc.boolean()).map(([line, sign, odd, isLost]): Change => {
    return (lines) =>
      lines.map((text, i) => {
        if (i !== at(line, lines.length)) return text;
        const from = at(sign, text.length + 1);
        return text.slice(0, from) + odd + text.slice(from + (isLost ? 1 : 0));
      });
  }),
  // A line lost, told twice, moved, or of another hand or site.
  place.map(
    (line): Change =>
      (lines) =>
        lines.filter((_, i) => i !== at(line, lines.length)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Change =>
      (lines) => {
        const target = at(to, lines.length);
        return [...lines.slice(0, target), lines[at(from, lines.length)] ?? '', ...lines.slice(target)];
      },
  ),
  fc.tuple(place, place).map(
    ([one, other]): Change =>
      (lines) => {
        const [a, b] = [at(one, lines.length), at(other, lines.length)];
        return lines.map((line, i) => (i === a ? lines[b]! : i === b ? lines[a]! : line));
      },
  ),
  fc.tuple(fc.constantFrom(...allLines), place).map(
    ([strange, to]): Change =>
      (lines) => {
        const target = at(to, lines.length);
        return [...lines.slice(0, target), strange, ...lines.slice(target)];
      },
  ),
  // The end or the beginning lost.
  place.map(
    (end): Change =>
      (lines) =>
        lines.slice(0, at(end, lines.length)),
  ),
  place.map(
    (start): Change =>
      (lines) =>
        lines.slice(at(start, lines.length)),
  ),
);

/** Reads and replays everything in the text; throws when anything else than a hand or an error comes out. */
const readAll = (text: string): void => {
  const cutter = new HandCutter(SITE_FORMATS);
  for (const cut of [...cutter.feed(text), ...cutter.end()]) {
    const read = cut.ok ? cut.format.parse(cut.lines) : cut;
    const result = read.ok ? replay(read.value) : read;
    if (result.ok) {
      const { hand, settlement } = result.value;
      const before = hand.players.reduce((sum, { stack }) => sum + stack, 0);
      const after = settlement.stacks.reduce((sum, stack) => sum + stack, 0);
      expect(after + settlement.rake).toBe(before);
    } else {
      expect(HAND_ERROR_CODES).toContain(result.error.code);
      expect(result.error.line).toBeGreaterThanOrEqual(0);
      expect(result.error.message.length).toBeLessThan(400);
    }
  }
};

test('damaged hands are errors or hands whose chips add up, never exceptions', () => {
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(changes, { minLength: 1, maxLength: 4 }), (text, damage) => {
      readAll(damage.reduce((lines, change) => change(lines), text.split('\n') as readonly string[]).join('\n'));
    }),
    { numRuns: 1500 },
  );
});

test('lines of any length and any signs take no longer than their length', () => {
  // An expression that goes back over what it read would not come to an end here.
  const length = MOST_HAND_LENGTH / 2;
  const long = [
    '(',
    '[',
    ' ',
    '9',
    '9,',
    ' (',
    ': ',
    ' - ',
    '*',
    "'",
    'Seat 1: ',
    ' [As',
    'won (',
    '$',
    'Omaha ',
    '{',
  ].map((sign) => sign.repeat(Math.floor(length / sign.length)));
  for (const text of texts.filter((_, i) => i % 7 === 0)) {
    const lines = text.split('\n');
    for (const [n, junk] of long.entries()) {
      const line = n % lines.length;
      for (const strange of [lines[line] + junk, junk + lines[line], `${lines[0]?.slice(0, 40)}${junk}`]) {
        readAll([...lines.slice(0, line), strange, ...lines.slice(line + 1)].join('\n'));
      }
      // Within the first line, where the most is looked for.
      const middle = (lines[0]!.length * (n + 1)) / (long.length + 1);
      readAll([lines[0]!.slice(0, middle) + junk + lines[0]!.slice(middle), ...lines.slice(1)].join('\n'));
    }
  }
});
