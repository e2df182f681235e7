/** What a solve came to: a report for people, and one line of JSON. */
import { roundMs } from '@ploscope/contracts/options';
import type { SolveFigures } from '@ploscope/kernel';
import type { NodeSums, SolveSpot, TreeNode } from '@ploscope/poker';
import { formatBar } from '../terminal/bar.ts';
import {
  formatBytes,
  formatChips,
  formatCount,
  formatLongTime,
  formatPct,
  formatSmallPct,
} from '../terminal/numbers.ts';
import { type Output, paint } from '../terminal/output.ts';
import { type Column, formatTable } from '../terminal/table.ts';
import { saySolve } from '../text/en-solve.ts';
import { BITS } from './memory.ts';
import { actionName, formatSpotHead, seatName } from './names.ts';

export interface SolveReport {
  readonly spot: SolveSpot;
  readonly figures: SolveFigures;
  /** The first node, and its sums over the player who acts there. */
  readonly root: TreeNode;
  readonly sums: NodeSums;
  /** Combos that the board leaves each player. */
  readonly combos: readonly [number, number];
  /** The player ended it before a target was reached. */
  readonly stopped: boolean;
  readonly written: { readonly file: string; readonly bytes: number } | null;
}

const BAR_WIDTH = 24;

/** The lines of the report, without line ends. */
export function formatSolve(report: SolveReport, output: Output): string[] {
  const { spot, figures, root, sums, combos, written } = report;
  const { exploitability, iterations, elapsedMs } = figures;
  return [
    formatSpotHead(spot),
    '',
    saySolve.rootTitle(seatName(root.player)),
    ...formatActions(root, sums, output),
    '',
    ...formatTable([
      left(saySolve.columns.player, [saySolve.seats.oop, saySolve.seats.ip]),
      right(saySolve.columns.combos, combos.map(formatCount)),
      right(saySolve.columns.ev, figures.ev.map(formatChips)),
      right(saySolve.columns.equity, figures.equity.map(formatPct)),
    ]),
    '',
    ...(report.stopped ? [saySolve.stopped] : []),
    saySolve.exploitability(
      formatSmallChips(exploitability.chips),
      formatSmallPct(exploitability.share),
      saySolve.progress(iterations, formatCount(iterations)),
      formatLongTime(elapsedMs),
    ),
    ...(figures.buckets === null ? [] : [saySolve.byBuckets(formatCount(figures.buckets))]),
    saySolve.took(formatBytes(figures.memoryBytes), BITS[figures.storage]),
    ...(written === null ? [] : [saySolve.wrote(written.file, formatBytes(written.bytes))]),
  ];
}

/** A row an action: how often it is taken, its EV, and on a terminal a bar. */
export function formatActions({ actions }: TreeNode, { frequencies, actionEvs }: NodeSums, output: Output): string[] {
  const often = actions.map((_, i) => frequencies?.[i] ?? 0);
  const [titles = '', ...rows] = formatTable([
    left(saySolve.columns.action, actions.map(actionName)),
    right(saySolve.columns.often, often.map(formatPct)),
    right(
      saySolve.columns.ev,
      actions.map((_, i) => chipsOrNone(actionEvs[i] ?? null)),
    ),
  ]);
  if (!output.terminal) return [titles, ...rows];
  const bars = often.map((share) => formatBar(share, BAR_WIDTH));
  return [paint(output, 'dim', titles), ...rows.map((row, i) => `${row}  ${paint(output, 'green', bars[i] ?? '')}`)];
}

/** Chips, or a dash where there are none to tell. */
export function chipsOrNone(chips: number | null): string {
  return chips === null || Number.isNaN(chips) ? '–' : formatChips(chips);
}

/** Chips that may be far below one. */
function formatSmallChips(chips: number): string {
  return String(Number(chips.toPrecision(3)));
}

function left(title: string, cells: readonly string[]): Column {
  return { title, align: 'left', cells };
}

function right(title: string, cells: readonly string[]): Column {
  return { title, align: 'right', cells };
}

/** The published form; `stopped` only where the player ended it. */
export function formatSolveJson({ figures, root, sums, stopped }: SolveReport): string {
  const { iterations, elapsedMs, memoryBytes, buckets, exploitability, ev, equity } = figures;
  return JSON.stringify({
    ...(stopped ? { stopped } : {}),
    iterations,
    elapsedMs: roundMs(elapsedMs),
    memoryBytes,
    buckets,
    exploitability: { chips: exploitability.chips, pctPot: exploitability.share * 100 },
    evOop: ev[0],
    evIp: ev[1],
    equityOop: equity[0],
    equityIp: equity[1],
    root: { actions: root.actions.map(({ label }) => label), frequencies: sums.frequencies },
  });
}
