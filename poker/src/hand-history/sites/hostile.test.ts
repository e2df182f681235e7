/** Whatever is in a text, reading it ends, in time proportional to its length, with hands or errors and nothing thrown. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Dealer, dealer } from '../../../test/random.ts';
import { type Cut, HandCutter, MOST_HAND_LENGTH } from '../cut-hands.ts';
import { EXPORT_FORMS, exportHand } from '../export-hands.ts';
import type { PlayedHand } from '../played-hand.ts';
import { replay } from '../replay.ts';
import { SITE_FORMATS } from './site-formats.ts';

const GOLDEN = new URL('../../../golden/hands/', import.meta.url);

const cutsOf = (text: string): Cut[] => {
  const cutter = new HandCutter(SITE_FORMATS);
  return [...cutter.feed(text), ...cutter.end()];
};

/** What is read of each hand, played to its end. */
const outcomesOf = (text: string) =>
  cutsOf(text).map((cut) => {
    const parsed = cut.ok ? cut.format.parse(cut.lines) : cut;
    const played = parsed.ok ? replay(parsed.value) : parsed;
    return played.ok ? { hand: played.value.hand, error: null } : { hand: null, error: played.error };
  });

const filesOf = (site: string): string[] =>
  readdirSync(new URL(`${site}/`, GOLDEN))
    .filter((name) => name !== 'index.json')
    .map((name) => readFileSync(new URL(`${site}/${name}`, GOLDEN), 'utf8'));

const SITES = ['pokerstars', 'gg', 'winamax', '888', 'ignition', 'phh', 'ohh'];
const played: readonly PlayedHand[] = SITES.flatMap(filesOf)
  .flatMap(outcomesOf)
  .flatMap(({ hand }) => (hand === null ? [] : [hand]));

const SIGNS = '0123456789.,-+:;#[](){}"\'\\$€ \t\n=_*/|AKQJTcdhsp?\u0000\uFEFF\uD83C\u00A0';

const mutated = (text: string, { whole, pick, next }: Dealer): string => {
  let changed = text;
  for (let i = whole(1, 4); i > 0; i--) {
    const at = whole(0, changed.length);
    const kind = whole(0, 4);
    const length = next() < 0.5 ? 1 : whole(1, 60);
    const rest = changed.slice(at + (kind === 1 ? 0 : length));
    if (kind === 0) changed = changed.slice(0, at) + rest;
    else if (kind === 1) changed = changed.slice(0, at) + pick([...SIGNS]).repeat(next() < 0.9 ? 1 : 30) + rest;
    else if (kind === 2) changed = changed.slice(0, at) + pick([...SIGNS]) + rest;
    else if (kind === 3) changed = changed.slice(0, at) + changed.slice(at, at + length).repeat(2) + rest;
    else changed = changed.slice(0, at);
  }
  return changed;
};

describe('mutated hands', () => {
  const texts = [
    ...SITES.map((site) => ({ site, texts: filesOf(site) })),
    ...EXPORT_FORMS.map((form) => ({ site: `own ${form}`, texts: played.map((hand) => exportHand(hand, form, 0)) })),
  ];
  it.each(texts)('of $site are errors or hands', ({ texts: all }) => {
    const random = dealer(20261121);
    for (let i = 0; i < 150; i++) {
      for (const { error } of outcomesOf(mutated(random.pick(all), random))) {
        if (error !== null) expect(error.message).not.toBe('');
      }
    }
  });
});

describe('long texts made to take long', () => {
  const size = MOST_HAND_LENGTH - 2000;
  /** A hundred times what each takes; less than any that grows with the square of its length. */
  const TEN_SECONDS = 10_000;
  const first = '***** 888poker Hand History for Game 1 *****\n';
  const stakes = `${first}$1/$2 Blinds No Limit Holdem - *** 01 01 2020 10:00:00\n`;
  const bovada = 'Bovada Hand #1 TBL#1 OMAHA Pot Limit - 2020-01-01 10:00:00\n';
  const ignition = `${bovada}Seat 1: Dealer ($50 in chips)\nSeat 2: Big Blind ($50 in chips)\nBig Blind : Big blind $2\n`;
  const winamax =
    "Winamax Poker - CashGame - HandId: #1-2-3 - Omaha pot limit (1€/2€) - 2020/01/01 10:00:00 UTC\nTable: 'A' 5-max (real money) Seat #1 is the button\n";
  const json = '{"ohh":{"spec_version":"1.4.6","players":';
  it.each([
    ['PHH of nested lists', `variant = ${'['.repeat(size)}`],
    ['PHH of a string without an end', `variant = """${'\\"'.repeat(size / 2)}`],
    ['PHH of quotes', `variant = ${"'".repeat(size)}`],
    ['PHH of a long key', `variant = 'NT'\n${'a.'.repeat(size / 2)} = 1`],
    ['PHH of comments', `variant = 'NT'\n${'#\n'.repeat(size / 2)}`],
    ['PHH of a long number', `variant = 'NT'\nmin_bet = ${'1'.repeat(size)}`],
    ['PHH of many keys', `variant = 'NT'\n${Array.from({ length: size / 12 }, (_, i) => `k${i} = ${i}`).join('\n')}`],
    ['PHH of braces', `variant = 'NT'\nx = ${'{'.repeat(size)}`],
    ['PHH of blanks in an action', `variant = 'NT'\nstarting_stacks=[1,1]\nactions = ['p1${' '.repeat(size)}x']`],
    ['OHH of nested lists', `${json}${'['.repeat(size)}`],
    ['OHH of nested objects', `${json}${'{"ohh":'.repeat(size / 8)}`],
    ['OHH of backslashes', `${json}"${'\\'.repeat(size)}`],
    ['OHH of many players', `${json}[${'{},'.repeat(size / 4)}{}],"rounds":[]}}`],
    ['888 of brackets', `${stakes}Table ${'('.repeat(size)}\n`],
    ['888 of stakes', `${first}${'1/'.repeat(size / 2)} Blinds`],
    ['888 of seats', `${stakes}Table A (Real Money)\nSeat 1 is the button\n${'Seat 1: A ( $1 )\n'.repeat(size / 20)}`],
    ['888 of a long name', `${stakes}Table A (Real Money)\nSeat 1 is the button\nSeat 1: ${' ('.repeat(size / 2)}`],
    ['Winamax of a stranger who shows', `${winamax}${' shows ['.repeat(size / 8)}\u2028x\n`.repeat(10)],
    ['Ignition of blanks', `${bovada}Seat 1: Dealer${' '.repeat(size)}`],
    ['Ignition of a long line', `${ignition}*** HOLE CARDS ***\nDealer : Raises ${'1,'.repeat(size / 2)}`],
    ['Ignition of folds', `${ignition}*** HOLE CARDS ***\n${'Dealer : Folds\n'.repeat(size / 16)}`],
  ])(
    '%s',
    (_, text) => {
      expect(outcomesOf(text).every(({ error }) => error !== null)).toBe(true);
    },
    TEN_SECONDS,
  );
});
