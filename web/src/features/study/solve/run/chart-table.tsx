/** The chart's numbers as a table: a few rows of each kind, the last ones always. */
import type { ReactElement } from 'react';
import { formatCount, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { formatBand, formatExploitability } from '../figures.ts';
import type { Point, RoughPoint } from '../points.ts';
import styles from './chart.module.css';

const words = solveText.chart;
const ROWS = 8;

export function ChartTable({
  points,
  roughs,
}: {
  points: readonly Point[];
  roughs: readonly RoughPoint[];
}): ReactElement {
  const rows = [
    ...thinned(points).map((point) => ({ point, rough: null })),
    ...thinned(roughs).map((rough) => ({ point: rough, rough })),
  ].sort((a, b) => a.point.elapsedMs - b.point.elapsedMs);
  return (
    <details className={styles.chartTable}>
      <summary>{words.table}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.iterations}</th>
            <th scope="col">{solveText.run.elapsed}</th>
            <th scope="col">{words.title}</th>
            {roughs.length === 0 ? null : <th scope="col">{words.estimateColumn}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ point, rough }) => (
            <tr key={`${point.elapsedMs} ${rough === null}`}>
              <th scope="row">{formatCount(point.iterations)}</th>
              <td>{formatTime(point.elapsedMs)}</td>
              <td>{rough === null ? formatExploitability(point.exploitability) : ''}</td>
              {roughs.length === 0 ? null : <td>{rough === null ? '' : formatBand(rough)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function thinned<P>(points: readonly P[]): readonly P[] {
  const step = Math.max(1, Math.ceil(points.length / ROWS));
  return points.filter((_, index) => (points.length - 1 - index) % step === 0);
}
