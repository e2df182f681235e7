import { expect, test } from 'vitest';
import { RoughTrend } from './rough-trend.ts';

const PART = 1.35;

/** Falls with the power 1.5 of the iterations, scattered by `scatter` to either side by turns. */
function fallen(count: number, scatter = 0): RoughTrend {
  const trend = new RoughTrend();
  for (let i = 1; i <= count; i++) trend.add({ iterations: 10 * i, share: law(10 * i) * (1 + (-1) ** i * scatter) });
  return trend;
}

function law(iterations: number): number {
  return iterations ** -1.5;
}

test('nothing is foreseen before the first figure', () => {
  const trend = new RoughTrend();
  trend.correct({ iterations: 10, share: 0.1 });
  expect(trend.shareAt(10)).toBe(Infinity);
  expect(trend.iterationsTo(0.01)).toBe(Infinity);
});

test('a power law is followed, and more is foreseen than rough figures say', () => {
  const trend = fallen(8);
  expect(trend.shareAt(100)).toBeCloseTo(PART * law(100), 12);
  expect(trend.shareAt(trend.iterationsTo(0.0005))).toBeCloseTo(0.0005, 12);
  expect(trend.iterationsTo(0)).toBe(Infinity);
});

test('figures that scatter are evened out', () => {
  const foreseen = fallen(8, 0.1).shareAt(85) / (PART * law(85));
  expect(Math.abs(foreseen - 1)).toBeLessThan(0.1);
});

test('a measurement says what rough figures lack', () => {
  const trend = fallen(8);
  trend.correct({ iterations: 80, share: 1.1 * law(80) });
  expect(trend.shareAt(80)).toBeCloseTo(1.1 * law(80), 12);
  trend.add({ iterations: 90, share: law(90) });
  expect(trend.shareAt(100)).toBeCloseTo(1.1 * law(100), 12);
});

test('figures that rise, stand still or are the only one are no reason to foresee nonsense', () => {
  for (const shares of [[0.1], [0.1, 0.2, 0.4], [0.1, 0.1, 0.1]]) {
    const trend = new RoughTrend();
    for (const [i, share] of shares.entries()) trend.add({ iterations: 10 * (i + 1), share });
    const foreseen = trend.shareAt(40);
    expect(foreseen).toBeGreaterThanOrEqual(0);
    expect(Number.isFinite(foreseen)).toBe(true);
    expect(trend.iterationsTo(1e-3)).toBeGreaterThan(0);
    trend.correct({ iterations: 40, share: 0.2 });
    expect(trend.shareAt(40)).toBeCloseTo(0.2, 9);
    // Below all figures is as good as not at all.
    for (const share of [0, -1e-9]) {
      trend.correct({ iterations: 40, share });
      expect(trend.shareAt(40)).toBeGreaterThan(0);
    }
  }
});

test('figures of nothing tell nothing once a measurement has found something, until they do', () => {
  const trend = new RoughTrend();
  for (const iterations of [10, 20, 30]) trend.add({ iterations, share: 0 });
  expect(trend.shareAt(30)).toBeLessThan(1e-9);
  expect(trend.tells).toBe(true);
  trend.correct({ iterations: 30, share: 0.03 });
  expect(trend.tells).toBe(false);
  expect(trend.shareAt(40)).toBe(Infinity);
  expect(trend.iterationsTo(0.01)).toBe(Infinity);
  for (const iterations of [40, 50, 60, 70, 80]) trend.add({ iterations, share: law(iterations) });
  trend.correct({ iterations: 80, share: 1.2 * law(80) });
  expect(trend.tells).toBe(true);
  expect(trend.shareAt(80)).toBeCloseTo(1.2 * law(80), 12);
});

test('two figures after as many iterations are no way to divide by nothing', () => {
  const trend = new RoughTrend();
  trend.add({ iterations: 10, share: 0.1 });
  trend.add({ iterations: 10, share: 0.2 });
  expect(trend.shareAt(10)).toBeCloseTo(PART * Math.sqrt(0.02), 9);
});
