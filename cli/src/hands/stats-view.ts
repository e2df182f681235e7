/** Statistics as a table, a group after another, and as JSON. */
import type { HandStatistics } from '@ploscope/contracts';
import { GROUP_NAMES, STATISTICS, type StatisticValue, statisticsOf } from '@ploscope/poker';
import { formatCount } from '../terminal/numbers.ts';
import type { Output } from '../terminal/output.ts';
import { formatTable, shorten } from '../terminal/table.ts';
import { sayHands } from '../text/en-hands.ts';

type Unit = (typeof STATISTICS)[number]['unit'];

const FORMATS: Readonly<Record<Unit, (value: number) => string>> = {
  share: (value) => `${value.toFixed(1)}%`,
  factor: (value) => value.toFixed(2),
  'big-blinds': (value) => `${value.toFixed(1)} BB`,
  'pot-percent': (value) => `${Math.round(value)}% pot`,
};

const SHORT_BAND: Readonly<Record<Unit, string>> = {
  share: '%',
  factor: '',
  'big-blinds': ' BB',
  'pot-percent': '% pot',
};

/** Big blinds in a hundred hands, with a sign. */
function per100(sum: number, hands: number): string {
  const rate = hands === 0 ? 0 : (sum / hands) * 100;
  return `${rate > 0 ? '+' : ''}${rate.toFixed(1)}`;
}

export function statsLines(
  { hands, tally, net, adjusted }: HandStatistics,
  { width }: Pick<Output, 'width'>,
): string[] {
  if (hands === 0) return [sayHands.noHands];
  const values = statisticsOf(tally);
  const groups = [...new Set(STATISTICS.map(({ group }) => group))];
  const lines = groups.flatMap((group) => ['', GROUP_NAMES[group], ...table(group, values)]);
  return [sayHands.summary(hands, per100(net, hands), per100(adjusted, hands)), ...lines].map((line) =>
    shorten(line, width),
  );
}

function table(group: (typeof STATISTICS)[number]['group'], values: readonly StatisticValue[]): string[] {
  const rows = STATISTICS.flatMap((statistic, index) => {
    const value = values[index];
    return statistic.group !== group || value === undefined ? [] : [{ statistic, value }];
  });
  const { columns } = sayHands;
  return formatTable([
    { title: columns.name, align: 'left', cells: rows.map(({ statistic }) => statistic.name) },
    {
      title: columns.value,
      align: 'right',
      cells: rows.map(({ statistic, value }) => (value.value === null ? '–' : FORMATS[statistic.unit](value.value))),
    },
    { title: columns.sample, align: 'right', cells: rows.map(({ value }) => formatCount(value.chances)) },
    {
      title: columns.band,
      align: 'right',
      cells: rows.map(({ statistic: { band, unit } }) =>
        band === null ? '' : `${band[0]}–${band[1]}${SHORT_BAND[unit]}`,
      ),
    },
    { title: columns.definition, align: 'left', cells: rows.map(({ statistic }) => statistic.definition) },
  ]);
}

export function statsJson({ hands, tally, net, adjusted, money }: HandStatistics): string {
  const values = statisticsOf(tally);
  const statistics = STATISTICS.map(({ key, name, group, unit, band, definition }, index) => {
    const { chances, taken, value, interval, against } = values[index] as StatisticValue;
    return { key, name, group, unit, value, chances, taken, interval, band, against, definition };
  });
  return JSON.stringify({ hands, netBb: net, adjustedBb: adjusted, money, statistics });
}
