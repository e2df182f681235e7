/**
 * What was won, hand by hand: net, with all-ins at their expectation, at showdown and without one, over the band in which
 * the true rate lies. Drawn by uPlot; the same numbers stand in a table below.
 */
import { useComputedColorScheme } from '@mantine/core';
import type { HandGraph } from '@ploscope/contracts';
import { type ReactElement, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatCount, formatShortCount } from '../../../lib/format-number.ts';
import { handsText } from '../../../text/hands.ts';
import { formatSignedBb } from '../money.ts';
import styles from './statistics.module.css';

const words = handsText.stats;
const HEIGHT_PX = 260;
const LINES = ['net', 'adjusted', 'showdown', 'nonShowdown'] as const;
const COLOURS = { net: '--p1', adjusted: '--p5', showdown: '--p3', nonShowdown: '--p2' } as const;
const ROWS = 12;

export function WinGraph({ graph }: { graph: HandGraph }): ReactElement {
  return (
    <section className={styles.graph} aria-label={words.graph}>
      <div className={styles.graphHead}>
        <h2>{words.graph}</h2>
        <p className={styles.quiet}>{words.graphNote}</p>
        <ul className={styles.legend}>
          {LINES.map((line) => (
            <li key={line} data-line={line}>
              {words.lines[line]}
            </li>
          ))}
          {graph.band === null ? null : <li data-line="band">{words.bandLine}</li>}
        </ul>
      </div>
      <Plot graph={graph} />
      <Table graph={graph} />
    </section>
  );
}

function Plot({ graph }: { graph: HandGraph }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
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
    const line = (name: keyof typeof COLOURS): uPlot.Series => ({
      stroke: colour(COLOURS[name]),
      width: name === 'net' ? 2.5 : 1.5,
      ...(name === 'adjusted' ? { dash: [6, 4] } : {}),
      points: { show: false },
    });
    const edge: uPlot.Series = { stroke: 'transparent', width: 0, points: { show: false } };
    const own = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT_PX,
        // The scheme is named so that a change of it draws anew, in its own colours.
        class: scheme,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
        scales: { x: { time: false } },
        axes: [
          { ...axis, size: 30, values: (_, ticks) => ticks.map((tick) => formatShortCount(tick)) },
          { ...axis, size: 56, values: (_, ticks) => ticks.map((tick) => `${formatShortCount(tick)}`) },
        ],
        bands: [{ series: [5, 6], fill: `color-mix(in srgb, ${colour('--p5')} 14%, transparent)` }],
        series: [{}, line('net'), line('adjusted'), line('showdown'), line('nonShowdown'), edge, edge],
      },
      aligned(graph),
      element,
    );
    const watch = new ResizeObserver(() => own.setSize({ width: element.clientWidth, height: HEIGHT_PX }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      own.destroy();
    };
  }, [graph, scheme]);
  return <div ref={place} className={styles.plot} aria-hidden="true" />;
}

/** Every line begins with nothing before the first hand. */
function aligned({ points, band }: HandGraph): uPlot.AlignedData {
  const [least, most] = band ?? [];
  const edge = (rate: number | undefined): (number | null)[] =>
    [0, ...points.map(({ hand }) => hand)].map((hand) => (rate === undefined ? null : (rate * hand) / 100));
  return [
    [0, ...points.map(({ hand }) => hand)],
    ...LINES.map((line) => [0, ...points.map((point) => point[line])]),
    edge(most),
    edge(least),
  ] as uPlot.AlignedData;
}

function Table({ graph: { points } }: { graph: HandGraph }): ReactElement {
  const every = Math.max(1, Math.ceil(points.length / ROWS));
  const shown = points.filter((_, index) => index % every === every - 1 || index === points.length - 1);
  return (
    <details className={styles.table}>
      <summary>{words.graphTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.hand}</th>
            {LINES.map((line) => (
              <th key={line} scope="col">
                {words.lines[line]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((point) => (
            <tr key={point.hand}>
              <th scope="row">{formatCount(point.hand)}</th>
              {LINES.map((line) => (
                <td key={line}>{formatSignedBb(point[line])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
