/**
 * The one table of statistics: what each is called, what it counts, and what is usual. The page, the command line, the
 * documents and the counting itself all read it.
 *
 * The definitions are those players know from their trackers; where trackers differ, the `note` says what is done here.
 */
import { STATISTIC_TEXTS } from '../text/en-statistics.ts';
import { OUTCOME } from './count-outcome.ts';
import { POSTFLOP } from './count-postflop.ts';
import { PREFLOP } from './count-preflop.ts';
import type { CountedStatistic, StatisticText } from './counting.ts';

const COUNTED = [...PREFLOP, ...POSTFLOP, ...OUTCOME] as const;

export type StatisticKey = (typeof COUNTED)[number]['key'];

export interface Statistic extends CountedStatistic<StatisticKey>, StatisticText {}

/** In the order of the tally. */
export const STATISTICS: readonly Statistic[] = COUNTED.map((counted) => ({
  ...counted,
  ...STATISTIC_TEXTS[counted.key],
}));
