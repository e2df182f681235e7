/** What was won in all, and at what rate, with how sure that is. */
import type { HandGraph, HandStatistics } from '@ploscope/contracts';
import type { ReactElement } from 'react';
import { formatCount } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { formatSigned, formatSignedBb } from '../money.ts';
import styles from './statistics.module.css';

const words = handsText.stats;
/** Below it a rate is next to nothing. */
const FEW_HANDS = 1_000;

export interface SummaryProps {
  readonly statistics: HandStatistics;
  /** Null until it is there. */
  readonly graph: HandGraph | null;
}

export function SummaryFigures({ statistics, graph }: SummaryProps): ReactElement {
  const { hands, net, money } = statistics;
  const band = graph?.band ?? null;
  return (
    <section className={styles.summary} aria-label={words.summary}>
      <dl className={styles.figures}>
        <Figure name={words.hands} value={formatCount(hands)} />
        <Figure
          name={words.net}
          value={words.bb(formatSignedBb(net))}
          sign={Math.sign(net)}
          note={money.map((sum) => formatSigned(sum.net, { ...sum, bigBlind: 0 }, 'money')).join(' · ')}
        />
        <Figure name={words.rate} value={rateOf(graph?.bbPer100)} sign={Math.sign(graph?.bbPer100 ?? 0)} />
        <Figure
          name={words.adjustedRate}
          value={rateOf(graph?.adjustedBbPer100)}
          sign={Math.sign(graph?.adjustedBbPer100 ?? 0)}
          note={band === null ? '' : words.band(formatSignedBb(band[0] ?? 0), formatSignedBb(band[1] ?? 0))}
        />
        <Figure name={words.deviation} value={graph?.standardDeviation?.toFixed(0) ?? '–'} />
      </dl>
      {hands < FEW_HANDS ? <p className={styles.quiet}>{words.few}</p> : null}
    </section>
  );
}

function rateOf(rate: number | null | undefined): string {
  return rate === null || rate === undefined ? '–' : formatSignedBb(rate);
}

function Figure(props: { name: string; value: string; sign?: number; note?: string }): ReactElement {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd data-sign={props.sign ?? 0}>{props.value}</dd>
      {props.note ? <dd className={styles.note}>{props.note}</dd> : null}
    </div>
  );
}
