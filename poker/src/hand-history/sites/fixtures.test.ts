/** Every fixture of every site is played to its own result, or refused for the reason in its name. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatCard } from '../../cards.ts';
import { HandCutter } from '../cut-hands.ts';
import type { PlayedHand } from '../played-hand.ts';
import { replay } from '../replay.ts';
import { SITE_FORMATS } from './site-formats.ts';

const GOLDEN = new URL('../../../golden/hands/', import.meta.url);

const cutsOf = (text: string) => {
  const cutter = new HandCutter(SITE_FORMATS);
  return [...cutter.feed(text), ...cutter.end()];
};

/** Those of one file, with what the rules say of each. */
const outcomes = (path: string) =>
  cutsOf(readFileSync(new URL(path, GOLDEN), 'utf8')).map((cut) => {
    const parsed = cut.ok ? cut.format.parse(cut.lines) : cut;
    const played = parsed.ok ? replay(parsed.value) : parsed;
    return { line: cut.line, is: played.ok ? played.value.settlement.won : played.error.code, parsed };
  });

const only = (path: string) => {
  const [cut, ...more] = cutsOf(readFileSync(new URL(path, GOLDEN), 'utf8'));
  if (!cut?.ok || more.length > 0) throw new Error(`${path} is not one hand`);
  return { site: cut.format.site, parsed: cut.format.parse(cut.lines) };
};

const handOf = (path: string): PlayedHand => {
  const { parsed } = only(path);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
};

const reasonOf = (name: string): string | null => {
  if (name.includes('not-played')) return 'unsupported-variant';
  if (name.startsWith('cancelled')) return 'cancelled';
  return name.includes('unreadable') ? 'unreadable' : null;
};

describe.each(['888', 'ignition', 'ohh'] as const)('%s', (site) => {
  it.each(readdirSync(new URL(`${site}/`, GOLDEN)))('%s', (name) => {
    const { site: found, parsed } = only(`${site}/${name}`);
    expect(found).toBe(site);
    if (reasonOf(name) !== null) {
      expect(parsed).toMatchObject({ ok: false, error: { code: reasonOf(name) } });
      return;
    }
    if (!parsed.ok) throw new Error(parsed.error.message);
    const played = replay(parsed.value);
    if (!played.ok) throw new Error(played.error.message);
    expect(parsed.value.told.won?.some((chips) => chips > 0)).toBe(true);
  });
});

it('888poker: cards are read in the player’s language, amounts with commas, raises as what they add', () => {
  const hand = handOf('888/plo4-dutch-cards-and-commas.txt');
  expect(hand).toMatchObject({
    id: '710000101',
    playedAt: '2017-10-09T21:07:33Z',
    table: 'Deventer',
    seats: 6,
    money: { currency: 'USD', decimals: 2 },
    game: 'plo4',
    smallBlind: 50,
    bigBlind: 100,
    hero: 3,
    told: { won: [0, 0, 0, 42_150] },
  });
  expect(hand.players.at(-1)).toEqual({ name: 'Marel', seat: 2, stack: 120_450 });
  expect(hand.operations).toContainEqual({ kind: 'bet', player: 3, to: 3550 });
});

it('888poker: where trefoils are clubs, c is the hearts', () => {
  const { operations } = handOf('888/holdem-tournament-spanish-suits.txt');
  const cards = operations.flatMap((operation) => ('cards' in operation ? operation.cards : [])).map(formatCard);
  expect(cards).toEqual(['7s', '7c', 'Kd', '2s', '5h']);
});

it('888poker: what came back is not won, though the site says it was collected', () => {
  expect(handOf('888/holdem-walk-for-play-money.txt').told).toMatchObject({ won: [0, 200, 0], returned: [0, 100, 0] });
  expect(handOf('888/holdem-tournament-big-blind-called-short.txt').told).toMatchObject({ won: [0, 1100, 0] });
});

it('Ignition: places give the order of play, wherever their seats are', () => {
  expect(handOf('ignition/holdem-tournament-seats-out-of-order.txt')).toMatchObject({
    tournament: { id: 'M-20230105190000', buyIn: '$50+$5' },
    money: { currency: 'chips', decimals: 0 },
    playedAt: '2023-01-05T21:40:10Z',
    ante: 80,
    hero: 3,
    players: [{ name: 'Small Blind' }, { name: 'Big Blind' }, { name: 'UTG' }, { name: 'Hero', stack: 15_200 }],
    told: { won: [0, 0, 0, 4460] },
  });
  expect(handOf('ignition/plo4-side-pot.txt').players.map(({ seat }) => seat)).toEqual([5, 6, 1, 2, 3]);
});

it('PHH: many hands of one file, also those that converters made, each for itself', () => {
  const hands = outcomes('phh/many-hands.phhs');
  expect(hands.map(({ line, is }) => [line, is])).toEqual([
    [2, [0, 0, 250]],
    // The converter counted as won what came back.
    [23, [100, 0]],
    [34, [0, 725, 0]],
    [49, [0, 0, 0, 1230]],
    [58, 'unsupported-variant'],
    [67, [0, 15, 0]],
    // A stack that nobody knows.
    [75, 'unreadable'],
  ]);
  expect(hands[0]?.parsed).toMatchObject({ value: { playedAt: '2009-08-04T02:15:09Z', money: { currency: 'USD' } } });
  expect(hands[3]?.parsed).toMatchObject({ value: { game: 'plo5', betting: 'pot-limit' } });
  expect(hands[5]?.parsed).toMatchObject({ value: { opening: 'flop', ante: 5 } });
});

it('OHH: a street that comes twice is a second board, of two or of two runs', () => {
  const twice = handOf('ohh/plo4-run-it-twice.ohh');
  expect(twice.operations.filter(({ kind }) => kind === 'run' || kind === 'board')).toMatchObject([
    { kind: 'board', board: 0 },
    { kind: 'run', times: 2 },
    { kind: 'board', board: 0 },
    { kind: 'board', board: 0 },
    { kind: 'board', board: 1 },
    { kind: 'board', board: 1 },
  ]);
  expect(twice).toMatchObject({ boards: 1, hero: 1, players: [{ name: 'Osk' }, { name: 'Wren' }, { name: 'Tove' }] });
  expect(handOf('ohh/plo5-bomb-pot.ohh')).toMatchObject({ boards: 2, opening: 'flop', game: 'plo5', ante: 300 });
});

it('OHH: what other programs write carelessly is read all the same', () => {
  expect(handOf('ohh/holdem-written-over-many-lines.ohh')).toMatchObject({
    id: '5550001',
    table: 'Bath {9}',
    seats: 9,
    tournament: { id: 'T-77', buyIn: '10+1' },
    money: { currency: 'chips', decimals: 0 },
    hero: null,
    players: [
      { name: 'Ann "Q" }', seat: 2 },
      { name: 'Bea', seat: 8, stack: 2050 },
    ],
  });
});
