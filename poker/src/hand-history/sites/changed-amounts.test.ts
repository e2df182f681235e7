/** A hand in which one amount is another is an error, or it is the hand that it was; never silently another hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HandCutter } from '../cut-hands.ts';
import { exportHand } from '../export-hands.ts';
import type { PlayedHand } from '../played-hand.ts';
import { replay } from '../replay.ts';
import { SITE_FORMATS } from './site-formats.ts';

const GOLDEN = new URL('../../../golden/hands/', import.meta.url);

const textsOf = (site: string): string[] =>
  readdirSync(new URL(`${site}/`, GOLDEN)).map((name) => readFileSync(new URL(`${site}/${name}`, GOLDEN), 'utf8'));

/** The only hand of a text as the rules play it; null for one that is refused. */
const playedIn = (text: string): PlayedHand | null => {
  const cutter = new HandCutter(SITE_FORMATS);
  const [cut, ...more] = [...cutter.feed(text), ...cutter.end()];
  const parsed = cut?.ok && more.length === 0 ? cut.format.parse(cut.lines) : null;
  return parsed?.ok && replay(parsed.value).ok ? parsed.value : null;
};

/** Each text in which one of the amounts that `amounts` finds has another last digit. */
const changes = (text: string, amounts: RegExp): string[] =>
  [...text.matchAll(amounts)].map((found) => {
    const end = found.index + found[0].length;
    const digit = Number(text[end - 1]);
    return text.slice(0, end - 1) + String(digit === 9 ? 8 : digit + 1) + text.slice(end);
  });

/**
 * Who sat there and what they did, without bets whose size nothing else in the text depends on: those that nobody called
 * where the source is silent of what came back, and in PHH, which says what a raise is to and not by, those that were raised.
 */
const courseOf = ({ players, operations, told }: PlayedHand, isRaiseTo: boolean): string => {
  const chips = operations.filter(({ kind }) => kind === 'bet' || kind === 'call' || kind === 'board');
  const course = operations.filter((operation) => {
    if (operation.kind === 'deal' || operation.kind === 'show' || operation.kind === 'muck') return false;
    if (operation.kind !== 'bet') return true;
    const next = chips[chips.indexOf(operation) + 1]?.kind;
    if (next === 'bet') return !isRaiseTo;
    return next === 'call' || told.returned !== null;
  });
  return JSON.stringify([players, course]);
};

const expectNoOther = (text: string, amounts: RegExp, isRaiseTo = false): number => {
  const hand = playedIn(text);
  if (hand === null) return 0;
  const changed = changes(text, amounts);
  for (const wrong of changed) {
    const other = playedIn(wrong);
    if (other !== null) expect(courseOf(other, isRaiseTo), wrong).toBe(courseOf(hand, isRaiseTo));
  }
  return changed.length;
};

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

it.each([
  // Of a dead blind in a cash game the site tells nothing else that would have to fit.
  ['888', /(?<=(?:calls|bets|raises|ante|small blind|big blind|collected) \[ ?\D?)[\d.,]*\d(?: \d{3})*/g, 25],
  [
    'ignition',
    /(?<=(?:Calls|Call|Bets|blind|Blind|chip|[Pp]ot|All-in|portion of bet|Hand result|to) \$?|(?:Rake |Pot)\(\$?)\d[\d.,]*/g,
    40,
  ],
])('%s', (site, amounts, least) => {
  expect(sum(textsOf(site).map((text) => expectNoOther(text, amounts)))).toBeGreaterThan(least);
});

const checkable = ['pokerstars', 'gg', 'winamax', '888', 'ignition']
  .flatMap(textsOf)
  .flatMap((text) => playedIn(text) ?? [])
  .filter(({ told }) => told.won !== null && told.returned !== null);

it.each([
  ['phh', /(?<=cbr |# call |# post p\d+ [a-z-]+ |# cash-out p\d+ )\d+(?:\.\d+)?/g],
  ['ohh', /(?<="amount":)\d+(?:\.\d+)?/g],
] as const)('%s of hands of which sites told the end', (form, amounts) => {
  expect(
    sum(checkable.map((hand) => expectNoOther(exportHand(hand, form, 0), amounts, form === 'phh'))),
  ).toBeGreaterThan(50);
});
