import type { SolveProgress } from '@ploscope/kernel';
import { describe, expect, test } from 'vitest';
import { formatSolveProgress } from './solve-line.ts';

const PROGRESS: SolveProgress = {
  prepared: 1,
  iterations: 14,
  exploitability: null,
  measuredAt: 0,
  sampled: null,
  elapsedMs: 140_000,
  leftMs: 200_000,
};
const SAMPLED = { share: 0.0061, standardError: 0.00042, judged: 8, branches: 49 };
const FLOP = { streets: 3, isWide: true };
const line = (progress: Partial<SolveProgress>, sinceMs = 0, seen = FLOP) =>
  formatSolveProgress({ ...PROGRESS, ...progress }, sinceMs, seen);

describe('the line of a solve', () => {
  test('tells how much is prepared, and no iterations, before it can iterate', () => {
    expect(line({ prepared: 0.4399, iterations: 0, elapsedMs: 2100, leftMs: null })).toBe('Preparing 43% · 2.1 s');
    expect(line({ prepared: 0.9999, iterations: 0, elapsedMs: 2100, leftMs: null })).toBe('Preparing 99% · 2.1 s');
  });

  test('tells an estimate apart from what was measured', () => {
    expect(line({ exploitability: 0.0083 })).toBe(
      '14 iterations · 0.83% of the pot · 2 min 20 s · about 3 min 20 s left',
    );
    expect(line({ sampled: SAMPLED })).toBe(
      '14 iterations · ≈ 0.61% ± 0.04, turn and river only, 8 of 49 turns · 2 min 20 s · about 3 min 20 s left',
    );
    expect(line({ exploitability: 0.0083, sampled: SAMPLED })).toContain('0.83% of the pot · ≈ 0.61% ± 0.04, turn');
  });

  test('says of a turn that the estimate is about rivers', () => {
    expect(line({ sampled: { ...SAMPLED, branches: 8, judged: 4 } }, 0, { ...FLOP, streets: 2 })).toContain(
      '≈ 0.61% ± 0.04, river only, 4 of 8 bundles of rivers',
    );
  });

  test('leaves out what the estimate is made of where a terminal is narrow', () => {
    const narrow = line({ exploitability: 0.0083, sampled: SAMPLED, iterations: 1200 }, 0, { ...FLOP, isWide: false });
    expect(narrow).toContain('· ≈ 0.61% ± 0.04 estimated ·');
    expect(narrow.length).toBeLessThan(110);
  });

  test('moves on between two reports', () => {
    expect(line({}, 10_000)).toBe('14 iterations · 2 min 30 s · about 3 min 10 s left');
    expect(line({}, 300_000)).toContain('about 1 s left');
    expect(line({ leftMs: null }, 10_000)).toBe('14 iterations · 2 min 30 s');
  });
});
