/**
 * Exploitability falling while a solve runs, on a logarithmic scale, against seconds or iterations: what was measured as
 * a line, what was estimated on the way as fainter points with their error. Drawn by uPlot, which adds a point without
 * drawing the page anew; the same numbers stand in a table below.
 */
import { useComputedColorScheme } from '@mantine/core';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { solveText } from '../../../../text/solve.ts';
import { Segments } from '../../../../ui/segments.tsx';
import type { Point, RoughPoint } from '../points.ts';
import styles from './chart.module.css';
import { type Against, bandsOf, chartData, decades } from './chart-data.ts';
import { ChartTable } from './chart-table.tsx';
import { drawBands, drawTarget } from './drawn.ts';
import { roughWords } from './rough-words.ts';
import run from './run.module.css';

const words = solveText.chart;
const HEIGHT_PX = 200;

interface ChartProps {
  readonly points: readonly Point[];
  readonly roughs: readonly RoughPoint[];
  /** Share of the pot. */
  readonly target: number;
}

export function ConvergenceChart({ streets, ...chart }: ChartProps & { readonly streets: number }): ReactElement {
  const [against, setAgainst] = useState<Against>('seconds');
  const rough = chart.roughs.at(-1);
  return (
    <div className={styles.chart}>
      <div className={styles.chartHead}>
        <h2 className={run.heading}>{words.title}</h2>
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
      <Plot {...chart} against={against} />
      {rough === undefined ? null : (
        <ul className={styles.legend}>
          <li data-of="measured">{words.measured}</li>
          <li data-of="rough">{words.estimate(roughWords(rough, streets))}</li>
        </ul>
      )}
      <ChartTable points={chart.points} roughs={chart.roughs} />
    </div>
  );
}

function Plot({ points, roughs, target, against }: ChartProps & { readonly against: Against }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ points, roughs });
  latest.current = { points, roughs };
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
    const faint = colour('--ink-3');
    const own = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT_PX,
        // The scheme is named so that a change of it draws anew, in its own colours.
        class: scheme,
        legend: { show: false },
        cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false } },
        scales: {
          // The last point stands whole.
          x: { time: false, range: (_, __, most) => [0, (most || 1) * 1.02] },
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
        series: [
          {},
          { stroke: colour('--accent'), width: 2, spanGaps: true, points: { show: true, size: 5 } },
          { stroke: faint, paths: () => null, points: { show: true, size: 6, width: 1.5, fill: colour('--surface') } },
        ],
        hooks: {
          drawClear: [(self: uPlot) => drawBands(self, bandsOf(latest.current.roughs, against), faint)],
          draw: [(self: uPlot) => drawTarget(self, target * 100, colour('--advice'))],
        },
      },
      aligned(latest.current, against),
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
    plot.current?.setData(aligned({ points, roughs }, against));
  }, [points, roughs, against]);
  return <div ref={place} className={styles.plot} aria-hidden="true" />;
}

function aligned({ points, roughs }: Pick<ChartProps, 'points' | 'roughs'>, against: Against): uPlot.AlignedData {
  const { x, measured, rough } = chartData(points, roughs, against);
  return [[...x], [...measured], [...rough]];
}
