/** How one plays: every statistic in its group, with its sample and the values that are usual. */
import { Tooltip } from '@mantine/core';
import {
  GROUP_NAMES,
  HOUSE_ESTIMATE,
  STATISTICS,
  type Statistic,
  type StatisticValue,
  statisticsOf,
  UNIT_NAMES,
} from '@ploscope/poker';
import { type ReactElement, useMemo } from 'react';
import { formatShortCount } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { bandScale } from './band-scale.ts';
import styles from './statistics.module.css';

const words = handsText.stats;
const TOLD_ON = { hover: true, focus: true, touch: true };

type Group = Statistic['group'];

export function StatisticGroups({ tally }: { tally: readonly number[] }): ReactElement {
  const values = useMemo(() => new Map(statisticsOf(tally).map((value) => [value.key, value])), [tally]);
  const groups = [...new Set(STATISTICS.map(({ group }) => group))];
  return (
    <>
      <p className={styles.quiet}>{words.noteOfBands}</p>
      <div className={styles.groups}>
        {groups.map((group) => (
          <GroupTable key={group} group={group} values={values} />
        ))}
      </div>
    </>
  );
}

function GroupTable({ group, values }: { group: Group; values: ReadonlyMap<string, StatisticValue> }): ReactElement {
  return (
    <table className={styles.group}>
      <caption>{GROUP_NAMES[group]}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.title}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.band0}</th>
          <th scope="col">{words.sample}</th>
        </tr>
      </thead>
      <tbody>
        {STATISTICS.filter((statistic) => statistic.group === group).map((statistic) => {
          const value = values.get(statistic.key);
          return value === undefined ? null : <Row key={statistic.key} statistic={statistic} value={value} />;
        })}
      </tbody>
    </table>
  );
}

function Row({ statistic, value }: { statistic: Statistic; value: StatisticValue }): ReactElement {
  const { name, unit, band } = statistic;
  const sure = band !== null && isSure(value, band) ? (value.against ?? 'none') : 'none';
  return (
    <tr data-empty={value.chances === 0}>
      <th scope="row">
        <Tooltip
          multiline
          w={340}
          withArrow
          openDelay={150}
          events={TOLD_ON}
          position="top-start"
          label={<Definition statistic={statistic} value={value} />}
        >
          <button type="button" className={styles.name}>
            {name}
          </button>
        </Tooltip>
      </th>
      <td className={styles.value} data-against={sure}>
        {value.value === null ? '–' : figure(value.value, unit)}
        {value.value === null ? null : <small>{UNIT_NAMES[unit].replace(/ of the pot$/, '')}</small>}
      </td>
      <td>{band === null ? null : <Band band={band} value={value} unit={unit} sure={sure} />}</td>
      <td className={styles.sample}>{formatShortCount(value.chances)}</td>
    </tr>
  );
}

interface BandProps {
  readonly band: readonly [number, number];
  readonly value: StatisticValue;
  readonly unit: Statistic['unit'];
  readonly sure: string;
}

/** Means of sizes have no interval; so many of them say something. */
const ENOUGH = 20;

/** Is it out of the band for sure, and not for want of hands? */
function isSure({ interval, chances }: StatisticValue, [from, to]: readonly [number, number]): boolean {
  if (interval === null) return chances >= ENOUGH;
  const [least, most] = interval;
  return least > to || (most !== null && most < from);
}

/** The usual values as a bar, the player's own as a mark with its interval. */
function Band({ band, value, unit, sure }: BandProps): ReactElement {
  const at = bandScale(band, unit === 'share' ? 100 : null);
  const [least, most] = value.interval ?? [null, null];
  const said = [
    words.bandOf(figure(band[0], unit), figure(band[1], unit)),
    value.against === null ? words.noValue : words.against[value.against],
  ].join(', ');
  return (
    <span className={styles.band} role="img" aria-label={said} title={said}>
      <span className={styles.usual} style={{ left: at(band[0]), right: `calc(100% - ${at(band[1])})` }} />
      {least === null || value.value === null ? null : (
        <span
          className={styles.interval}
          style={{ left: at(least), right: `calc(100% - ${at(most ?? Number.POSITIVE_INFINITY)})` }}
        />
      )}
      {value.value === null ? null : (
        <span className={styles.mark} data-against={sure} style={{ left: at(value.value) }} />
      )}
    </span>
  );
}

function Definition({ statistic, value }: { statistic: Statistic; value: StatisticValue }): ReactElement {
  const { definition, chance, taken, note, unit, source, band } = statistic;
  const [least, most] = value.interval ?? [null, null];
  return (
    <span className={styles.definition}>
      <span>{definition}</span>
      <span>
        <b>{words.chance}</b> {chance} <b>{words.taken}</b> {taken}
      </span>
      {note === '' ? null : <span>{note}</span>}
      {least === null ? null : (
        <span>{words.interval(figure(least, unit), most === null ? words.open : figure(most, unit))}</span>
      )}
      {band === null ? null : <span>{words.source(source ?? HOUSE_ESTIMATE)}</span>}
    </span>
  );
}

function figure(value: number, unit: Statistic['unit']): string {
  return unit === 'factor' || unit === 'big-blinds' ? value.toFixed(1) : value.toFixed(value < 10 ? 1 : 0);
}
