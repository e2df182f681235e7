import { describe, expect, test } from 'vitest';
import { readWords } from '../arguments.ts';
import { mayNeverEnd, readSolveSettings, SOLVE_OPTIONS, type SolveSettings, stopOf } from './solve-settings.ts';

const settingsOf = (...args: string[]): SolveSettings => {
  const words = readWords(args, SOLVE_OPTIONS, 'solve');
  if (!words.ok) throw new Error(words.error.message);
  const settings = readSolveSettings(words.value);
  if (!settings.ok) throw new Error(settings.error.message);
  return settings.value;
};
const EXACT = { buckets: null };
const BUCKETED = { buckets: 320 };

describe('when a solve ends', () => {
  test('where nothing is said, at a target that its method reaches, and by bucket after ten minutes at the latest', () => {
    expect(stopOf(settingsOf(), EXACT)).toEqual({ exploitability: 0.003, iterations: Infinity, timeMs: Infinity });
    expect(stopOf(settingsOf(), BUCKETED)).toEqual({ exploitability: 0.005, iterations: Infinity, timeMs: 600_000 });
  });

  test('where something is said, at that alone', () => {
    for (const method of [EXACT, BUCKETED]) {
      expect(stopOf(settingsOf('--target', '1%'), method)).toMatchObject({ exploitability: 0.01, timeMs: Infinity });
      expect(stopOf(settingsOf('--time', '90s'), method)).toMatchObject({ exploitability: 0, timeMs: 90_000 });
      expect(stopOf(settingsOf('--iterations', '9'), method)).toMatchObject({ exploitability: 0, iterations: 9 });
    }
  });

  test('is doubtful where buckets may not reach the target and nothing else ends it', () => {
    const doubtful = (method: typeof EXACT | typeof BUCKETED, ...args: string[]): boolean =>
      mayNeverEnd(stopOf(settingsOf(...args), method), method);
    expect(doubtful(BUCKETED, '--target', '0.1%')).toBe(true);
    expect(doubtful(BUCKETED, '--target', '0.1%', '--time', '1h')).toBe(false);
    expect(doubtful(BUCKETED, '--target', '0.8%')).toBe(false);
    expect(doubtful(BUCKETED)).toBe(false);
    expect(doubtful(EXACT, '--target', '0.1%')).toBe(false);
  });
});

test('whoever says how many buckets asks for them; a method that is named stays', () => {
  expect(settingsOf()).toMatchObject({ method: 'auto', buckets: undefined, preset: false });
  expect(settingsOf('--buckets', '500')).toMatchObject({ method: 'bucketed', buckets: 500 });
  expect(settingsOf('--buckets', '500', '--method', 'AUTO')).toMatchObject({ method: 'auto', buckets: 500 });
  expect(settingsOf('--method', 'exact', '--preset', 'ten-minutes')).toMatchObject({ method: 'exact', preset: true });
});
