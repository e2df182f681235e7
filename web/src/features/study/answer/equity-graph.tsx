/**
 * The equity graph: each player's hands from best to worst, as a curve. Two flat curves are two hands of one
 * strength; a steep one is a range of nuts and air. Drawn by uPlot; the same numbers stand in a table below it.
 */
import { useComputedColorScheme } from '@mantine/core';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatPct } from '../../../lib/format-number.ts';
import { text } from '../../../text/en.ts';
import type { Answered } from '../state.ts';
import styles from './equity-graph.module.css';
import { PlayerHeader } from './player-header.tsx';
import tables from './tables.module.css';

export function EquityGraph({ answered }: { answered: Answered }): ReactElement {
  const { players } = answered.answer;
  const [at, setAt] = useState<number | null>(null);
  const curves = useMemo(() => players.map((player) => player.graph ?? []), [players]);
  const points = curves[0]?.length ?? 0;
  if (points < 2) return <p>{text.detail.graphNeedsRange}</p>;
  const tableSteps = Array.from({ length: 11 }, (_, step) => Math.round((step / 10) * (points - 1)));
  return (
    <div className={styles.graph}>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.where}>
          {at === null ? text.detail.graphTitle : text.detail.graphAt(formatPct(at / (points - 1), 0))}
        </span>
        {players.map((player, index) => {
          const row = answered.rows[index] ?? index;
          return (
            <span key={row} className={styles.key} data-player={row + 1}>
              {player.input.length > 16 ? text.spot.player(row) : player.input}
              {at === null ? null : <b>{formatPct(curves[index]?.[at] ?? Number.NaN, 1)}%</b>}
            </span>
          );
        })}
      </p>
      <Plot curves={curves} rows={answered.rows} onHover={setAt} />
      <details className={styles.table}>
        <summary>{text.detail.graphTable}</summary>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{text.detail.graphX}</th>
              {players.map((player, index) => {
                const row = answered.rows[index] ?? index;
                return <PlayerHeader key={row} row={row} input={player.input} scope="col" />;
              })}
            </tr>
          </thead>
          <tbody>
            {tableSteps.map((step) => (
              <tr key={step}>
                <th scope="row">{formatPct(step / (points - 1), 0)}%</th>
                {curves.map((curve, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a player is its index
                  <td key={index}>{formatPct(curve[step] ?? Number.NaN, 1)}%</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

const HEIGHT_PX = 280;

function Plot(props: {
  curves: readonly (readonly number[])[];
  rows: readonly number[];
  onHover: (point: number | null) => void;
}): ReactElement {
  const { curves, rows, onHover } = props;
  const place = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const css = getComputedStyle(document.documentElement);
    const colour = (name: string): string => css.getPropertyValue(name).trim();
    const points = curves[0]?.length ?? 0;
    const axis: uPlot.Axis = {
      stroke: colour('--ink-3'),
      font: '12px "Spline Sans Variable", sans-serif',
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { show: false },
      values: (_, ticks) => ticks.map((tick) => `${tick}%`),
    };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT_PX,
        // The scheme is named so that a change of it draws anew, in its own colours.
        class: scheme,
        legend: { show: false },
        cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
        scales: { x: { time: false, range: [0, 100] }, y: { range: [0, 100] } },
        axes: [axis, { ...axis, size: 46 }],
        series: [
          {},
          ...curves.map((_, index) => ({
            stroke: colour(`--p${(rows[index] ?? index) + 1}`),
            width: 2,
            points: { show: false },
          })),
        ],
        hooks: { setCursor: [(self: uPlot) => onHover(self.cursor.idx ?? null)] },
      },
      [
        Array.from({ length: points }, (_, at) => (at / (points - 1)) * 100),
        ...curves.map((curve) => curve.map((equity) => equity * 100)),
      ],
      element,
    );
    const watch = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT_PX }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [curves, rows, onHover, scheme]);
  return <div ref={place} className={styles.plot} aria-hidden="true" />;
}
