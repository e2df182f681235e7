/** The way down: measurements, estimates and their bands, when a solve is likely measuring, and what the chart shows. */
import type { SolveProgress } from '@ploscope/kernel';
import { expect, test } from 'vitest';
import { formatBand } from './figures.ts';
import { bandOf, looksMeasuring, type Point, type RoughPoint, withFigures, withPoint, withRough } from './points.ts';
import { bandsOf, chartData, decades } from './run/chart-data.ts';
import { roughWords } from './run/rough-words.ts';

const STOP = { exploitability: 0.005, iterations: 1000, timeMs: Number.POSITIVE_INFINITY };

const progress = (parts: Partial<SolveProgress>): SolveProgress => ({
  prepared: 1,
  iterations: 10,
  exploitability: null,
  measuredAt: 0,
  sampled: null,
  elapsedMs: 1000,
  leftMs: null,
  ...parts,
});

const sampled = (share: number, standardError = 0.001) => ({ share, standardError, judged: 6, branches: 49 });

const rough = (iterations: number, exploitability: number, elapsedMs = iterations * 1000): RoughPoint => ({
  ...{ iterations, elapsedMs, exploitability },
  ...{ standardError: 0.001, judged: 6, branches: 49 },
});

test('each measurement is one point', () => {
  let points: readonly Point[] = [];
  for (const [measuredAt, exploitability] of [
    [0, null],
    [8, 0.1],
    [8, 0.1],
    [16, 0.02],
  ] as const) {
    points = withPoint(points, progress({ measuredAt, exploitability, iterations: measuredAt + 3 }));
  }
  expect(points.map(({ iterations }) => iterations)).toEqual([8, 16]);
});

test('each estimate is one point, however often it is reported, and stands where it was first told', () => {
  let roughs: readonly RoughPoint[] = [];
  for (const [iterations, share] of [
    [1, null],
    [2, 0.04],
    [3, 0.04],
    [4, null],
    [5, 0.03],
  ] as const) {
    roughs = withRough(roughs, progress({ iterations, sampled: share === null ? null : sampled(share) }));
  }
  expect(roughs.map(({ iterations, exploitability }) => [iterations, exploitability])).toEqual([
    [2, 0.04],
    [5, 0.03],
  ]);
});

test('what was measured at the end is the last point, once', () => {
  const figures = {
    ...{ iterations: 20, elapsedMs: 9000, memoryBytes: 1, storage: 'f32' as const, buckets: 320 },
    ...{ exploitability: { chips: 0.3, share: 0.005 }, ev: [30, 30] as const, equity: [0.5, 0.5] as const },
  };
  const before = [{ iterations: 10, elapsedMs: 5000, exploitability: 0.02 }];
  const points = withFigures(before, figures);
  expect(points.at(-1)).toEqual({ iterations: 20, elapsedMs: 9000, exploitability: 0.005 });
  expect(withFigures(points, figures)).toBe(points);
});

test('an estimate is told with two standard errors, and nothing is exploitable for less than nothing', () => {
  expect(bandOf(rough(2, 0.006)).most).toBeCloseTo(0.008, 9);
  expect(bandOf(rough(2, 0.001)).least).toBe(0);
  expect(formatBand({ ...rough(2, 0.00612), standardError: 0.0004 })).toBe('0.612 ± 0.080');
  expect(formatBand({ ...rough(2, 0.0612), standardError: 0.002 })).toBe('6.12 ± 0.40');
  expect(formatBand({ ...rough(2, 0.2696), standardError: 0.0629 })).toBe('27 ± 13');
  expect(roughWords(rough(2, 0.1), 3)).toBe('turn and river only, 6 of 49 turns');
  expect(roughWords(rough(2, 0.1), 2)).toBe('river only, 6 of 49 groups of rivers');
});

test('a solve is measuring once an estimate is at the target, and after a measurement not for a while', () => {
  const looks = (roughs: RoughPoint[], points: Point[], elapsedMs: number, share: number) =>
    looksMeasuring({ points, roughs }, progress({ elapsedMs, sampled: sampled(share) }), STOP);
  expect(looks([rough(4, 0.02)], [], 4100, 0.02)).toBe(false);
  expect(looks([rough(9, 0.004)], [], 9100, 0.004)).toBe(true);
  const measured = { iterations: 9, elapsedMs: 29_000, exploitability: 0.008 };
  // The decisions of the first street doubled what was estimated, so a later estimate must be half the target.
  expect(looks([rough(9, 0.004), rough(20, 0.003, 80_000)], [measured], 80_100, 0.003)).toBe(false);
  expect(looks([rough(9, 0.004), rough(20, 0.002, 80_000)], [measured], 80_100, 0.002)).toBe(true);
  expect(looks([rough(9, 0.004), rough(12, 0.002, 40_000)], [measured], 40_100, 0.002)).toBe(false);
  expect(looksMeasuring({ points: [], roughs: [rough(9, 0.004)] }, progress({ sampled: null }), STOP)).toBe(false);
  expect(looksMeasuring({ points: [], roughs: [] }, progress({ iterations: 1000 }), STOP)).toBe(true);
  expect(looksMeasuring({ points: [], roughs: [] }, progress({ iterations: 1000, prepared: 0.5 }), STOP)).toBe(false);
});

test('both kinds of points share one axis of the chart', () => {
  const points = [{ iterations: 10, elapsedMs: 12_000, exploitability: 0.01 }];
  const roughs = [rough(4, 0.04), rough(10, 0.005, 12_000)];
  expect(chartData(points, roughs, 'iterations')).toEqual({ x: [4, 10], measured: [null, 1], rough: [4, 0.5] });
  expect(chartData(points, roughs, 'seconds').x).toEqual([4, 12]);
  expect(bandsOf(roughs, 'seconds')[0]).toMatchObject({ x: 4, most: expect.closeTo(4.2, 6) });
  expect(decades(0.9, 4, 0.3)).toEqual([0.1, 10]);
  expect(decades(0, 0, 0)).toEqual([1, 10]);
});
