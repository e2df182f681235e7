/**
 * Exploitability falling while a solve runs, on a logarithmic scale, against seconds or iterations. Drawn by uPlot,
 * which adds a point without drawing the page anew; the same numbers stand in a table below.
 */
import { useComputedColorScheme } from '@mantine/core';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatCount, formatTime } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import { Segments } from '../../../../ui/segments.tsx';
import { formatExploitability } from '../figures.ts';
import type { Point } from '../state.ts';
import styles from './run.module.css';

type Against = 'seconds' | 'iterations';

const words = solveText.chart;
const HEIGHT_PX = 200;
const TABLE_ROWS = 8;

export function ConvergenceChart({ points, target }: { points: readonly Point[]; target: number }): ReactElement {
  const [against, setAgainst] = useState<Against>('seconds');
  const step = Math.max(1, Math.ceil(points.length / TABLE_ROWS));
  const rows = points.filter((_, index) => (points.length - 1 - index) % step === 0);
  return (
    <div className={styles.chart}>
      <div className={styles.chartHead}>
        <h2 className={styles.heading}>{words.title}</h2>
        <Segments
          label={words.by}
          value={against}
          onChange={setAgainst}
          options={[
            { value: 'seconds', label: words.seconds },
            { value: 'iterations', label: words.iterations },
          ]}
        />
      </div>
      <Plot points={points} target={target} against={against} />
      <details className={styles.chartTable}>
        <summary>{words.table}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.iterations}</th>
              <th scope="col">{solveText.run.elapsed}</th>
              <th scope="col">{words.title}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((point) => (
              <tr key={point.iterations}>
                <th scope="row">{formatCount(point.iterations)}</th>
                <td>{formatTime(point.elapsedMs)}</td>
                <td>{formatExploitability(point.exploitability)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function dataOf(points: readonly Point[], against: Against): [number[], number[]] {
  return [
    points.map((point) => (against === 'seconds' ? point.elapsedMs / 1000 : point.iterations)),
    points.map((point) => point.exploitability * 100),
  ];
}

function Plot(props: { points: readonly Point[]; target: number; against: Against }): ReactElement {
  const { points, target, against } = props;
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(points);
  latest.current = points;
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const css = getComputedStyle(document.documentElement);
    const colour = (name: string): string => css.getPropertyValue(name).trim();
    const axis: uPlot.Axis = {
      stroke: colour('--ink-3'),
      font: '12px "Spline Sans Variable", sans-serif',
      grid: { stroke: colour('--line'), width: 1 },
      ticks: { show: false },
    };
    const own = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT_PX,
        // The scheme is named so that a change of it draws anew, in its own colours.
        class: scheme,
        legend: { show: false },
        cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
        scales: {
          x: { time: false, range: (_, __, most) => [0, most || 1] },
          y: { distr: 3, range: (_, least, most) => decades(least, most, target * 100) },
        },
        axes: [
          {
            ...axis,
            size: 30,
            values: (_, ticks) => ticks.map((tick) => (against === 'seconds' ? `${tick} s` : String(tick))),
          },
          { ...axis, size: 52, values: (_, ticks) => ticks.map((tick) => (tick === null ? '' : `${tick}%`)) },
        ],
        series: [{}, { stroke: colour('--accent'), width: 2, points: { show: true, size: 5 } }],
        hooks: { draw: [(self: uPlot) => drawTarget(self, target * 100, colour('--advice'))] },
      },
      dataOf(latest.current, against),
      element,
    );
    plot.current = own;
    const watch = new ResizeObserver(() => own.setSize({ width: element.clientWidth, height: HEIGHT_PX }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      own.destroy();
      plot.current = null;
    };
  }, [target, against, scheme]);
  useEffect(() => {
    plot.current?.setData(dataOf(points, against));
  }, [points, against]);
  return <div ref={place} className={styles.plot} aria-hidden="true" />;
}

/** Whole powers of ten around what is shown, the target included. */
function decades(least: number, most: number, target: number): [number, number] {
  const low = Math.min(least || 1, target > 0 ? target : least || 1);
  return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(Math.max(most || 1, low * 1.01)))];
}

function drawTarget(plot: uPlot, target: number, colour: string): void {
  if (target <= 0) return;
  const { ctx, bbox } = plot;
  const y = plot.valToPos(target, 'y', true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.setLineDash([6, 5]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.font = `${12 * devicePixelRatio}px "Spline Sans Variable", sans-serif`;
  ctx.textAlign = 'left';
  ctx.fillText(words.target, bbox.left + 6, y - 5);
  ctx.restore();
}
