/** What a solve came to: EV and equity of both, how far from perfect it is, and what it took. */
import type { SolveFigures } from '@ploscope/kernel';
import type { ReactElement } from 'react';
import { formatBytes } from '../../../../lib/format-bytes.ts';
import { formatCount, formatPct, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { formatChips, formatExploitability } from '../figures.ts';
import chart from './chart.module.css';
import styles from './run.module.css';

const words = solveText.figures;

export function Figures({ figures, stale }: { figures: SolveFigures; stale: boolean }): ReactElement {
  const { ev, equity, exploitability, memoryBytes, storage, buckets, elapsedMs, iterations } = figures;
  return (
    <div className={styles.figures} data-stale={stale}>
      <table className={chart.table}>
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" title={words.evNote}>
              {words.ev}
            </th>
            <th scope="col">{words.equity}</th>
          </tr>
        </thead>
        <tbody>
          {(['oop', 'ip'] as const).map((name, seat) => (
            <tr key={name} data-seat={name}>
              <th scope="row">
                <span className={styles.chip}>{solveText.spot.seat(name)}</span>
              </th>
              <td data-testid={`ev-${name}`}>{formatChips(ev[seat] ?? Number.NaN)}</td>
              <td>{formatPct(equity[seat] ?? Number.NaN)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={styles.facts}>
        <div className={styles.fact}>
          <dt>{words.exploitability}</dt>
          <dd data-testid="exploitability">
            {words.exploitabilityOf(formatChips(exploitability.chips), formatExploitability(exploitability.share))}
            {buckets === null ? null : <small>{words.byBucket(formatCount(buckets))}</small>}
          </dd>
        </div>
        <div className={styles.fact}>
          <dt>{words.iterations}</dt>
          <dd>{formatCount(iterations)}</dd>
        </div>
        <div className={styles.fact}>
          <dt>{words.time}</dt>
          <dd>{formatTime(elapsedMs)}</dd>
        </div>
        <div className={styles.fact}>
          <dt>{words.memory}</dt>
          <dd>
            {formatBytes(memoryBytes)}
            <small>{solveText.estimate.storage[storage]}</small>
          </dd>
        </div>
      </dl>
    </div>
  );
}
