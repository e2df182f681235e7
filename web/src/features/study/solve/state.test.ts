/** Settings, points of the chart, names and tones, figures. */
import { expect, test } from 'vitest';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { formatChips, formatExploitability, formatRatio } from './figures.ts';
import { largestLimit, limitsOf } from './memory-limits.ts';
import { DEFAULT_SETTINGS, rememberedSettings, stopOf, waysOf, wrongSettings } from './settings.ts';
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
  const all = limitsOf(undefined);
  expect(rememberedSettings(memory('{"target":"0.1","memory":"4","method":"bucketed","buckets":"500"}'), all)).toEqual({
    ...DEFAULT_SETTINGS,
    target: '0.1',
    memory: '4',
    method: 'bucketed',
    buckets: '500',
  });
  for (const stored of ['', '5', 'null', '{"target":7,"memory":"9","method":"guess","buckets":320}']) {
    expect(rememberedSettings(memory(stored), all)).toEqual(DEFAULT_SETTINGS);
  }
});

test('half of the memory that a machine has may be taken, and what is remembered of a larger one is not', () => {
  expect([undefined, 16, 8, 4, 2, 0.5].map(limitsOf)).toEqual([
    ['1', '2', '4'],
    ['1', '2', '4'],
    ['1', '2', '4'],
    ['1', '2'],
    ['1'],
    ['1'],
  ]);
  expect(largestLimit(['1', '2'], '4')).toBe('2');
  const memory = { getItem: () => '{"memory":"4"}', setItem: () => {} };
  expect(rememberedSettings(memory, limitsOf(4)).memory).toBe('2');
  expect(rememberedSettings(null, limitsOf(2)).memory).toBe('1');
});

test('buckets are a whole number the solver takes, and stop rules hold without it', () => {
  expect(waysOf(DEFAULT_SETTINGS)).toEqual({ maxBytes: 2 * 1024 ** 3, method: 'auto', buckets: 320 });
  for (const buckets of ['', '0', '2.5', '4097', 'many']) {
    const settings = { ...DEFAULT_SETTINGS, buckets };
    expect(wrongSettings(settings)).toEqual(['buckets']);
    expect(waysOf(settings)).toBeNull();
    expect(stopOf(settings)).not.toBeNull();
  }
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
