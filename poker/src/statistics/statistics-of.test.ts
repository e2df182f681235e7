import { describe, expect, it } from 'vitest';
import { STATISTICS, type StatisticKey } from './statistics.ts';
import { type StatisticValue, statisticsOf } from './statistics-of.ts';
import { emptyTally, TALLY_LENGTH, TALLY_VERSION } from './tally.ts';
import { wilson } from './wilson.ts';

const figureOf = (key: StatisticKey, chances: number, taken: number): StatisticValue | undefined => {
  const sum = emptyTally();
  const index = STATISTICS.findIndex((statistic) => statistic.key === key);
  sum[2 * index] = chances;
  sum[2 * index + 1] = taken;
  return statisticsOf(sum)[index];
};

describe('the table of statistics', () => {
  it('has each key once, with every sentence said and a band that goes upwards', () => {
    expect(new Set(STATISTICS.map(({ key }) => key)).size).toBe(STATISTICS.length);
    expect(TALLY_LENGTH).toBe(2 * STATISTICS.length);
    for (const { key, name, definition, chance, taken, band } of STATISTICS) {
      for (const sentence of [name, definition, chance, taken]) expect(sentence, key).not.toBe('');
      if (band !== null) expect(band[0], key).toBeLessThan(band[1]);
    }
  });
});

/** Another order, or other keys, are another version of the tally. */
const ORDER_OF_VERSION: Readonly<Record<number, string>> = {
  1: [
    'vpip pfr limp limp-fold cold-call rfi rfi-early rfi-hj rfi-co rfi-btn rfi-sb 3-bet squeeze',
    'fold-to-3-bet 4-bet fold-to-4-bet steal fold-sb-to-steal fold-bb-to-steal cbet-flop cbet-turn',
    'cbet-river delayed-cbet fold-to-cbet-flop fold-to-cbet-turn fold-to-cbet-river raise-cbet-flop',
    'raise-cbet-turn raise-cbet-river fold-to-raise-flop fold-to-raise-turn fold-to-river-bet donk-flop',
    'donk-turn donk-river check-raise-flop check-raise-turn check-raise-river probe-turn probe-river',
    'bet-missed-cbet float-turn aggression-frequency aggression-frequency-flop aggression-frequency-turn',
    'aggression-frequency-river aggression-factor aggression-factor-flop aggression-factor-turn',
    'aggression-factor-river saw-flop wtsd w$sd wwsf open-size 3-bet-size cbet-size-flop cbet-size-turn',
    'cbet-size-river raise-size',
  ].join(' '),
};

it('the order of the tally is that of its version', () => {
  expect(STATISTICS.map(({ key }) => key).join(' ')).toBe(ORDER_OF_VERSION[TALLY_VERSION]);
});

describe('values of a sum', () => {
  it('are shares with their sample, their Wilson interval and their place against the band', () => {
    // Wilson for 25 of 100: centre 0.2593, half 0.0836, worked out by hand.
    const vpip = figureOf('vpip', 100, 25);
    expect(vpip).toMatchObject({ chances: 100, taken: 25, value: 25, against: 'within' });
    expect(vpip?.interval?.[0]).toBeCloseTo(17.545, 2);
    expect(vpip?.interval?.[1]).toBeCloseTo(34.303, 2);
    expect(figureOf('vpip', 100, 60)?.against).toBe('above');
    expect(figureOf('vpip', 100, 3)?.against).toBe('below');
    expect(figureOf('vpip', 0, 0)).toEqual({
      key: 'vpip',
      chances: 0,
      taken: 0,
      value: null,
      interval: null,
      against: null,
    });
  });

  it('are factors of what was taken to what was not, without an upper end before the first call', () => {
    expect(figureOf('aggression-factor', 30, 20)).toMatchObject({ value: 2, against: 'within' });
    const open = figureOf('aggression-factor', 4, 4);
    expect(open?.value).toBeNull();
    expect(open?.interval?.[1]).toBeNull();
  });

  it('are mean sizes in big blinds or percent of the pot', () => {
    expect(figureOf('open-size', 2, 650)).toMatchObject({ value: 3.25, interval: null, against: 'within' });
    expect(figureOf('cbet-size-flop', 2, 150)).toMatchObject({ value: 75 });
  });

  it('have intervals that stay within 0 and 1 and hold the share', () => {
    expect(wilson(0, 0)).toBeNull();
    for (const [taken, chances] of [
      [0, 1],
      [1, 1],
      [0, 50],
      [7, 9],
    ] as const) {
      const [low, high] = wilson(taken, chances) ?? [2, -1];
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(taken / chances);
      expect(high).toBeGreaterThanOrEqual(taken / chances);
    }
  });
});
