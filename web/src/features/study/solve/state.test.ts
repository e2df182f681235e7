/** Settings, points of the chart, names and tones, figures. */
import { expect, test } from 'vitest';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { formatChips, formatExploitability, formatRatio } from './figures.ts';
import { DEFAULT_SETTINGS, rememberedSettings, stopOf, wrongSettings } from './settings.ts';
import { type Point, withPoint } from './state.ts';
import { actionName, tonesOf } from './strategy/action-words.ts';

test('a stop rule is made of what reads, and what does not is named', () => {
  expect(stopOf(DEFAULT_SETTINGS)).toEqual({ exploitability: 0.003, iterations: 1_000_000, timeMs: 600_000 });
  const open = { ...DEFAULT_SETTINGS, minutes: '', iterations: '50' };
  expect(stopOf(open)).toMatchObject({ iterations: 50, timeMs: Number.POSITIVE_INFINITY });
  const wrong = { ...DEFAULT_SETTINGS, target: '0,3', iterations: '1.5', minutes: 'x' };
  expect(wrongSettings(wrong)).toEqual(['target', 'iterations', 'minutes']);
  expect(stopOf(wrong)).toBeNull();
});

test('settings are remembered, and nonsense in the memory is the default', () => {
  const memory = (stored: string) => ({ getItem: () => stored, setItem: () => {} });
  expect(rememberedSettings(memory('{"target":"0.1","memory":"4"}'))).toEqual({
    ...DEFAULT_SETTINGS,
    target: '0.1',
    memory: '4',
  });
  for (const stored of ['', '5', 'null', '{"target":7,"memory":"9"}']) {
    expect(rememberedSettings(memory(stored))).toEqual(DEFAULT_SETTINGS);
  }
});

test('each measurement is one point', () => {
  const progress = (measuredAt: number, exploitability: number | null) => ({
    iterations: measuredAt + 3,
    exploitability,
    measuredAt,
    elapsedMs: measuredAt * 10,
    leftMs: null,
    prepared: 1,
    sampled: null,
  });
  let points: readonly Point[] = [];
  for (const [at, share] of [
    [0, null],
    [8, 0.1],
    [8, 0.1],
    [16, 0.02],
  ] as const) {
    points = withPoint(points, progress(at, share));
  }
  expect(points.map(({ iterations }) => iterations)).toEqual([8, 16]);
});

test('actions are named in chips, and larger bets are darker', () => {
  const bet = (to: number, allIn = false) => ({ kind: 'bet' as const, to, allIn });
  const check = { kind: 'check' as const, to: 0, allIn: false };
  expect([check, bet(30), bet(1200, true)].map(actionName)).toEqual(['Check', 'Bet 30', 'Bet 1,200 all-in']);
  expect(tonesOf([check, bet(30)])).toEqual(['passive', 'bet2']);
  expect(tonesOf([check, bet(1), bet(2), bet(3), bet(4), bet(5)])).toEqual([
    ...['passive', 'bet1', 'bet2', 'bet3', 'bet3', 'bet4'],
  ]);
});

test('figures have the places that say something', () => {
  expect([12.345, 1240.2, -0.5, 132.04].map(formatChips)).toEqual(['12.35', '1,240', '−0.50', '132.0']);
  expect([0.123, 0.00298, 0.000021, 0].map(formatExploitability)).toEqual(['12.3', '0.30', '0.0021', '0']);
  expect([9, 4.5, 12.345].map(formatRatio)).toEqual(['9', '4.5', '12.3']);
  expect([340 * 1024 ** 2, 2.5 * 1024 ** 3, 512].map(formatBytes)).toEqual(['340 MB', '2.5 GB', '1 KB']);
});
