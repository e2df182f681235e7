import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Cut, HandCutter } from '../cut-hands.ts';
import type { PlayedHand, Site } from '../played-hand.ts';
import { replay } from '../replay.ts';
import { SITE_FORMATS } from './site-formats.ts';

const golden = new URL('../../../golden/hands/', import.meta.url);
const SITES: readonly Site[] = ['pokerstars', 'gg', 'winamax'];

const filesOf = (site: Site): string[] => readdirSync(new URL(`${site}/`, golden)).sort();
const textOf = (site: Site, file: string): string => readFileSync(new URL(`${site}/${file}`, golden), 'utf8');
const cut = (text: string): Cut[] => {
  const cutter = new HandCutter(SITE_FORMATS);
  return [...cutter.feed(text), ...cutter.end()];
};

/** What the name of a file says of the hand in it. */
const expected = (file: string): string => {
  if (file.endsWith('is-not-played.txt')) return 'unsupported-variant';
  return file.startsWith('cancelled') ? 'cancelled' : 'as told';
};

const outcome = (text: string): string[] =>
  cut(text).map((found) => {
    const read = found.ok ? found.format.parse(found.lines) : found;
    if (!read.ok) return read.error.code;
    const replayed = replay(read.value);
    return replayed.ok ? 'as told' : `${replayed.error.code}: ${replayed.error.message}`;
  });

for (const site of SITES) {
  test.each(filesOf(site))(`${site}: %s comes to the result that its source tells`, (file) => {
    expect(outcome(textOf(site, file))).toEqual([expected(file)]);
  });
}

test('a text of all sites, with other line ends and without blanks between, has each hand of each', () => {
  const files = SITES.flatMap((site) => filesOf(site).map((file) => ({ site, file })));
  const text = `\uFEFF${files.map(({ site, file }) => textOf(site, file).trim()).join('\n')}`.replaceAll('\n', '\r\n');
  expect(cut(text).map((found) => (found.ok ? found.format.site : found.error.code))).toEqual(
    files.map(({ site }) => site),
  );
  expect(outcome(text)).toEqual(files.map(({ file }) => expected(file)));
});

/** The figure that decides what happens or what it comes to; of a raise the second, which says what the first does too. */
const COUNTS =
  /((?:calls|bets|posts [a-z& ]*|straddle|collected|Total pot|returned to|raises \S+ to) \D?|^Uncalled bet \(\D?)(\d[\d,]*(?:\.\d+)?)(?!\S*k)/;

/** Each amount of the hand that counts, one more than it was. */
const wrongByOne = (text: string): string[] => {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!COUNTS.test(line) || line.includes(' said, ')) return [];
    const wrong = line.replace(COUNTS, (_, words: string, figure: string) => words + oneMore(figure));
    return [[...lines.slice(0, index), wrong, ...lines.slice(index + 1)].join('\n')];
  });
};

const oneMore = (figure: string): string =>
  figure.slice(0, -1) + (figure.endsWith('9') ? '8' : String(Number(figure.at(-1)) + 1));

test('a hand with one amount changed is an error or the same hand, never another', () => {
  let tried = 0;
  for (const site of SITES) {
    for (const file of filesOf(site).filter((name) => expected(name) === 'as told')) {
      const text = textOf(site, file);
      for (const wrong of wrongByOne(text)) {
        tried += 1;
        const hand = handOf(wrong.split('\n'));
        if (hand !== null && replay(hand).ok) expect(courseOf(hand), wrong).toBe(courseOf(handOf(text.split('\n'))!));
      }
    }
  }
  expect(tried).toBeGreaterThan(100);
});

test('a hand with a line left out is an error, or the same hand', () => {
  for (const site of SITES) {
    for (const file of filesOf(site).filter((name) => expected(name) === 'as told')) {
      const lines = textOf(site, file).trim().split('\n');
      const whole = handOf(lines);
      for (let left = 1; left < lines.length; left++) {
        const without = handOf(lines.filter((_, index) => index !== left));
        if (without !== null && replay(without).ok) {
          // What is left out then was talk, told twice, or what only the source's own account has.
          expect({ line: lines[left], same: courseOf(without) }).toEqual({ line: lines[left], same: courseOf(whole!) });
        }
      }
    }
  }
});

const handOf = (lines: readonly string[]): PlayedHand | null => {
  const [found] = cut(lines.join('\n'));
  const read = found?.ok ? found.format.parse(found.lines) : null;
  return read?.ok ? read.value : null;
};

const courseOf = (hand: PlayedHand): string =>
  JSON.stringify([
    hand.players,
    hand.operations.filter(({ kind }) => kind !== 'deal' && kind !== 'show' && kind !== 'muck'),
  ]);
