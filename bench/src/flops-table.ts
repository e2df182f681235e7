// The table of docs/solver.md that tells how long flops take.

import { markdown } from './documents.ts';
import { type Measured, machinesOf } from './measured.ts';

/** A full best response on the way. */
export interface FlopPoint {
  readonly iterations: number;
  /** Seconds of solving so far, without any judging. */
  readonly seconds: number;
  /** Seconds that this measurement took. */
  readonly measuringSeconds: number;
  /** Exploitability as a share of the pot. */
  readonly share: number;
}

export interface FlopCurve extends Measured {
  /** As `rainbow 10% SPR 4`. */
  readonly spot: string;
  readonly texture: string;
  readonly board: string;
  readonly range: string;
  readonly spr: number;
  /** Of each player. */
  readonly combos: number;
  readonly runOuts: number;
  readonly allRunOuts: number;
  readonly nodes: number;
  /** Buckets a player and run-out, about. */
  readonly buckets: number;
  readonly memoryBytes: number;
  /** Of what is stored at the end, as a share of the pot. */
  readonly storedShare: number;
  readonly points: readonly FlopPoint[];
}

/** Shares of the pot that the table gives times for. */
const MARKS = [0.01, 0.005];

/** The picture, the table and the machine; empty where there is nothing to tell. */
export function flopsTable(curves: readonly FlopCurve[]): string {
  if (curves.length === 0) return '';
  const head = [
    ...['Flop', 'Ranges', 'SPR', 'Combos', 'Run-outs solved', 'Nodes', 'Memory'],
    ...MARKS.map((mark) => `${mark * 100} %`),
    ...['At the end → as stored', 'A measurement'],
  ];
  const table = markdown(head, curves.map(rowOf));
  return `![Exploitability of flops against seconds](pictures/flops.svg)\n\n${table}\n\n${machinesOf(curves)}`;
}

function rowOf({ texture, board, range, spr, points, ...curve }: FlopCurve): string[] {
  const last = points.at(-1)!;
  const measuring = points.reduce((sum, { measuringSeconds }) => sum + measuringSeconds, 0) / points.length;
  return [
    `${board} ${texture}`,
    range.replace('%', ' %'),
    String(spr),
    count(curve.combos),
    `${count(curve.runOuts)} of ${count(curve.allRunOuts)}`,
    count(curve.nodes),
    `${(curve.memoryBytes / 1e9).toFixed(2)} GB`,
    ...MARKS.map((mark) => {
      const point = points.find(({ share }) => share <= mark);
      return point ? timeOf(point) : '';
    }),
    `${percent(last.share)} → ${percent(curve.storedShare)} in ${timeOf(last)}`,
    seconds(measuring),
  ];
}

function timeOf(point: FlopPoint): string {
  return `${seconds(point.seconds)} (${point.iterations})`;
}

function seconds(value: number): string {
  return `${value < 10 ? value.toPrecision(2) : Math.round(value)} s`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
