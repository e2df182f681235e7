import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail } from '../result.ts';
import { type Cut, HandCutter, MOST_HAND_LENGTH } from './cut-hands.ts';
import { handError } from './hand-error.ts';
import type { Site } from './played-hand.ts';
import type { Follower, SiteFormat } from './sites/site-format.ts';

const format = (site: Site, begins: RegExp, follow?: () => Follower): SiteFormat => ({
  site,
  begins: (line) => begins.test(line),
  ...(follow ? { follow } : {}),
  parse: () => fail(handError('unreadable', '')),
});

/** Braces that open and close over several lines. */
const braces = (): Follower => {
  let depth = 0;
  return (line) => {
    for (const letter of line) depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
    return depth > 0 ? 'within' : 'last';
  };
};

const FORMATS = [format('pokerstars', /^Stars /), format('winamax', /^Wina /), format('ohh', /^\{/, braces)];

const cutWhole = (text: string, pieceLength = text.length): Cut[] => {
  const cutter = new HandCutter(FORMATS);
  const cuts: Cut[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, pieceLength)) {
    cuts.push(...cutter.feed(text.slice(at, at + Math.max(1, pieceLength))));
  }
  return [...cuts, ...cutter.end()];
};

const inShort = (cuts: readonly Cut[]) =>
  cuts.map((cut) => (cut.ok ? [cut.format.site, cut.line, cut.lines.join('|')] : [cut.error.code, cut.line]));

const MIXED =
  '\uFEFFheading\r\n\r\nStars 1\r\na\r\n\r\nb\r\n\r\n\r\nStars 2\nc\nWina 1\nd\n{ "x": {\n}\n}\nfooter\nStars 3';
const MIXED_HANDS = [
  ['pokerstars', 3, 'Stars 1|a||b'],
  ['pokerstars', 9, 'Stars 2|c'],
  ['winamax', 11, 'Wina 1|d'],
  ['ohh', 13, '{ "x": {|}|}'],
  ['pokerstars', 17, 'Stars 3'],
];

test('hands of several sites in one text are told apart, each with its first line', () => {
  expect(inShort(cutWhole(MIXED))).toEqual(MIXED_HANDS);
});

test('it makes no difference into which pieces a text is cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MIXED.length }), (length) => {
      expect(inShort(cutWhole(MIXED, length))).toEqual(MIXED_HANDS);
    }),
  );
});

test('a mark of the byte order before the first hand is not part of it', () => {
  expect(inShort(cutWhole('\uFEFFStars 1\na'))).toEqual([['pokerstars', 1, 'Stars 1|a']]);
});

test('a hand that never ends loses only itself', () => {
  expect(inShort(cutWhole('{ "x": {\n "y": 1\nStars 1\na'))).toEqual([
    ['ohh', 1, '{ "x": {| "y": 1'],
    ['pokerstars', 3, 'Stars 1|a'],
  ]);
});

test('a text that nobody knows is one error, an empty one none', () => {
  expect(inShort(cutWhole('dear diary\n\nstill nothing\n'))).toEqual([['unknown-format', 1]]);
  expect(cutWhole('\n \n')).toEqual([]);
  expect(cutWhole('')).toEqual([]);
});

test('a hand longer than any is one error, whether by its lines or by one of them, and the next is found', () => {
  const lines = 'chatter\n'.repeat(MOST_HAND_LENGTH / 4);
  expect(inShort(cutWhole(`Stars 1\n${lines}Stars 2\n`, 10_000))).toEqual([
    ['too-long', 1],
    ['pokerstars', 2 + MOST_HAND_LENGTH / 4, 'Stars 2'],
  ]);
  const long = 'x'.repeat(MOST_HAND_LENGTH * 3);
  expect(inShort(cutWhole(`Stars 1\n${long}\nb\nStars 2\n`, 10_000))).toEqual([
    ['too-long', 1],
    ['pokerstars', 4, 'Stars 2'],
  ]);
  expect(inShort(cutWhole(`${long}\nStars 2\n`, 10_000))).toEqual([['pokerstars', 2, 'Stars 2']]);
  expect(inShort(cutWhole(`Stars ${long}`, 10_000))).toEqual([['too-long', 1]]);
});
