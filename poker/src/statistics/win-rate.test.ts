import { describe, expect, it } from 'vitest';
import { MAX_POINTS, type RunPoint, WinRate } from './win-rate.ts';

/** The same numbers every time. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

describe('a win rate', () => {
  it('is worked out from mean and spread', () => {
    const rate = new WinRate();
    expect(rate.net()).toBeNull();
    for (const net of [10, -5, 1, -2]) rate.add({ net, adjusted: null, showdown: net > 0 });
    // Mean 1, squares 81 + 36 + 0 + 9 = 126, variance 42: of 100 hands 100 ± 10 √42, band 1.96 × 100 √42 / 2.
    const { bbPer100, standardDeviation, band } = rate.net() ?? { bbPer100: 0, standardDeviation: 0, band: [0, 0] };
    expect(bbPer100).toBeCloseTo(100, 10);
    expect(standardDeviation).toBeCloseTo(10 * Math.sqrt(42), 10);
    expect(band[1] - bbPer100).toBeCloseTo(1.959964 * 50 * Math.sqrt(42), 3);
    expect(bbPer100 - band[0]).toBeCloseTo(band[1] - bbPer100, 10);
    expect(rate.points()).toEqual([
      { hand: 0, net: 0, adjusted: 0, showdown: 0, nonShowdown: 0 },
      { hand: 1, net: 10, adjusted: 10, showdown: 10, nonShowdown: 0 },
      { hand: 2, net: 5, adjusted: 5, showdown: 10, nonShowdown: -5 },
      { hand: 3, net: 6, adjusted: 6, showdown: 11, nonShowdown: -5 },
      { hand: 4, net: 4, adjusted: 4, showdown: 11, nonShowdown: -7 },
    ]);
  });

  it('takes the adjusted result where there is one', () => {
    const rate = new WinRate();
    rate.add({ net: 100, adjusted: 20, showdown: true });
    rate.add({ net: -1, adjusted: null, showdown: false });
    expect(rate.points().at(-1)).toEqual({ hand: 2, net: 99, adjusted: 19, showdown: 100, nonShowdown: -1 });
    expect(rate.adjusted()?.bbPer100).toBeCloseTo(950, 9);
  });

  it.each([300, 499, 500, 1000, 12_345])(
    'thins %i hands to few points that lie on the curve and keep its extremes',
    (hands) => {
      const random = numbers(hands);
      const rate = new WinRate();
      const whole: RunPoint[] = [{ hand: 0, net: 0, adjusted: 0, showdown: 0, nonShowdown: 0 }];
      for (let hand = 1; hand <= hands; hand++) {
        const net = random() < 0.02 ? (random() - 0.5) * 200 : (random() - 0.5) * 6;
        const adjusted = random() < 0.05 ? net * random() : null;
        const showdown = random() < 0.3;
        rate.add({ net, adjusted, showdown });
        const last = whole.at(-1) as RunPoint;
        whole.push({
          hand,
          net: last.net + net,
          adjusted: last.adjusted + (adjusted ?? net),
          showdown: last.showdown + (showdown ? net : 0),
          nonShowdown: last.nonShowdown + (showdown ? 0 : net),
        });
      }
      const points = rate.points();
      expect(points.length).toBeLessThanOrEqual(MAX_POINTS);
      expect(points.length).toBeGreaterThan(Math.min(hands, MAX_POINTS / 3));
      expect(points[0]).toEqual(whole[0]);
      expect(points.at(-1)).toEqual(whole.at(-1));
      for (const [i, point] of points.entries()) {
        expect(point).toEqual(whole[point.hand]);
        expect(point.hand).toBeGreaterThan(points[i - 1]?.hand ?? -1);
      }
      for (const line of ['net', 'adjusted', 'showdown', 'nonShowdown'] as const) {
        const of = (list: readonly RunPoint[]): number[] => list.map((point) => point[line]);
        expect(Math.max(...of(points))).toBe(Math.max(...of(whole)));
        expect(Math.min(...of(points))).toBe(Math.min(...of(whole)));
      }
    },
  );
});
