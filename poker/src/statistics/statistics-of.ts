/** From a sum of tallies to figures: each statistic with its value, its sample and how sure it is. */
import type { StatisticKey } from './statistics.ts';
import { STATISTICS } from './statistics.ts';
import type { Tally } from './tally.ts';
import { wilson } from './wilson.ts';

export interface StatisticValue {
  readonly key: StatisticKey;
  /** Sample size. */
  readonly chances: number;
  /** How often it was taken; for a size, how much it came to in all, as in the tally. */
  readonly taken: number;
  /** Percent of a share, a factor, big blinds, percent of the pot; null where there was no chance, or no call yet. */
  readonly value: number | null;
  /**
   * 95 % interval of `value` in its unit, taking chances as independent of each other; null for sizes and where there is
   * no value. The upper end of a factor is null where it has no bound.
   */
  readonly interval: readonly [number, number | null] | null;
  /** Where `value` lies to the reference band; null without one. */
  readonly against: 'below' | 'within' | 'above' | null;
}

export const statisticsOf = (sum: Tally): StatisticValue[] =>
  STATISTICS.map(({ key, unit, band }, index) => {
    const chances = sum[2 * index] ?? 0;
    const taken = sum[2 * index + 1] ?? 0;
    const { value, interval } = MEASURES[unit](taken, chances);
    return { key, chances, taken, value, interval, against: against(value, band) };
  });

type Measure = (taken: number, chances: number) => Pick<StatisticValue, 'value' | 'interval'>;

const share: Measure = (taken, chances) => {
  const interval = wilson(taken, chances);
  if (interval === null) return { value: null, interval: null };
  return { value: (taken / chances) * 100, interval: [interval[0] * 100, interval[1] * 100] };
};

/** Odds of the share: what is p of bets, raises and calls is p / (1 - p) of bets and raises to a call. */
const factor: Measure = (taken, chances) => {
  const interval = wilson(taken, chances);
  if (interval === null) return { value: null, interval: null };
  const [low, high] = interval;
  return {
    value: taken === chances ? null : taken / (chances - taken),
    interval: [low / (1 - low), taken === chances ? null : high / (1 - high)],
  };
};

const mean =
  (scale: number): Measure =>
  (taken, chances) => ({ value: chances === 0 ? null : taken / chances / scale, interval: null });

const MEASURES: Readonly<Record<(typeof STATISTICS)[number]['unit'], Measure>> = {
  share,
  factor,
  'big-blinds': mean(100),
  'pot-percent': mean(1),
};

const against = (value: number | null, band: readonly [number, number] | null): StatisticValue['against'] => {
  if (value === null || band === null) return null;
  if (value < band[0]) return 'below';
  return value > band[1] ? 'above' : 'within';
};
