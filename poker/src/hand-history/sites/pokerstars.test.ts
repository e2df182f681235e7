import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCards } from '../../cards.ts';
import { HandCutter } from '../cut-hands.ts';
import type { PlayedHand } from '../played-hand.ts';
import { pokerstars } from './pokerstars.ts';

const folder = new URL('../../../golden/hands/pokerstars/', import.meta.url);
const read = (name: string) => {
  const cutter = new HandCutter([pokerstars]);
  const [cut] = [...cutter.feed(readFileSync(new URL(`${name}.txt`, folder), 'utf8')), ...cutter.end()];
  if (!cut?.ok) throw new Error('no hand');
  return pokerstars.parse(cut.lines);
};
const hand = (name: string): PlayedHand => {
  const parsed = read(name);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
};
const cards = (text: string) => {
  const parsed = parseCards(text);
  return parsed.ok ? parsed.value : [];
};

test('every hand of the folder is read, or refused for the reason in its name', () => {
  for (const file of readdirSync(folder)) {
    const name = file.replace('.txt', '');
    const parsed = read(name);
    const reason = name.endsWith('is-not-played') ? 'unsupported-variant' : name === 'cancelled' ? 'cancelled' : null;
    expect([name, parsed.ok ? null : parsed.error.code]).toEqual([name, reason]);
  }
});

test('the head tells game, stakes, currency, table and time', () => {
  expect(hand('plo4-run-twice-on-the-turn')).toMatchObject({
    site: 'pokerstars',
    id: '301000000002',
    playedAt: '2023-07-14T19:03:44Z',
    table: 'Antares',
    seats: 6,
    tournament: null,
    money: { currency: 'EUR', decimals: 2 },
    game: 'plo4',
    betting: 'pot-limit',
    smallBlind: 100,
    bigBlind: 200,
  });
  expect(hand('holdem-tournament-antes-side-pot')).toMatchObject({
    tournament: { id: '3700000017', buyIn: '$10+$10+$2 USD' },
    money: { currency: 'chips', decimals: 0 },
    game: 'holdem',
    betting: 'no-limit',
    ante: 100,
    told: { pots: [16050, 12300], won: [0, 16050, 12300, 0, 0] },
  });
});

test('a small blind behind the big blind is one that was missed, when nobody sits where it is due', () => {
  expect(hand('plo4-dead-small-blind-behind-the-big-blind').operations.slice(0, 2)).toMatchObject([
    { kind: 'post', as: 'big-blind', chips: 100 },
    { kind: 'post', as: 'dead', chips: 50 },
  ]);
});

test('names may have colons, blanks and brackets in them, and talk is no action', () => {
  const { players, operations, hero } = hand('plo6-heads-up-all-in-cash-out');
  expect(players.map(({ name }) => name)).toEqual(['5and5', '🂡 river rat', 'north: by (west)', 'Teal-Heron']);
  expect(hero).toBe(3);
  expect(operations.filter(({ kind }) => kind === 'bet' || kind === 'call')).toHaveLength(7);
});

test('a hand cashed out is an operation, and what was paid for it counts as won', () => {
  const { operations, told } = hand('plo6-heads-up-all-in-cash-out');
  expect(operations).toContainEqual({ kind: 'cash-out', player: 0, chips: 9142 });
  expect(told).toMatchObject({ pot: 20100, rake: 250, won: [9142, 0, 0, 19850] });
});

test('a rest dealt twice comes after one operation that says so', () => {
  const { operations, boards } = hand('plo4-run-twice-on-the-turn');
  expect(boards).toBe(1);
  const from = operations.findIndex(({ kind }) => kind === 'run');
  expect(operations.slice(from, from + 4)).toEqual([
    { kind: 'run', times: 2 },
    { kind: 'board', board: 0, cards: cards('4h') },
    { kind: 'board', board: 1, cards: cards('5d') },
    { kind: 'show', player: 1, cards: cards('Ah Kh Qd Js') },
  ]);
});

test('missed blinds are dead or late, and who sits out is not in the hand', () => {
  const { operations, players, told } = hand('plo5-dead-and-late-blinds-uncalled-bet');
  expect(players).toHaveLength(5);
  expect(operations.slice(2, 5)).toEqual([
    { kind: 'post', player: 2, as: 'dead', chips: 100 },
    { kind: 'post', player: 2, as: 'late', chips: 200 },
    { kind: 'post', player: 3, as: 'late', chips: 200 },
  ]);
  expect(told).toMatchObject({ returned: [0, 0, 0, 850, 0], won: [0, 0, 0, 855, 0] });
});
