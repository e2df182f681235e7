// The bench's table, as Markdown that a README can show.

import { holds, type Row, ratio } from './row.ts';

export function formatTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const times = ratio(row);
    const theirs = row.theirs === null ? row.peer : `${row.peer}: ${formatFigure(row.theirs, row.unit)}`;
    const bar = row.bar === null ? '' : `${formatFigure(row.bar, row.unit)} ${holds(row) ? '✓' : '✗'}`;
    return [row.what, formatFigure(row.ours, row.unit), theirs, times === null ? '' : `${formatNumber(times)} ×`, bar];
  });
  const head = ['What', 'Ours', 'Peer', 'Ratio', 'Bar'];
  const widths = head.map((cell, i) => Math.max(cell.length, ...lines.map((line) => line[i]!.length)));
  const format = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [format(head), format(widths.map((width) => '-'.repeat(width))), ...lines.map(format)].join('\n');
}

function formatFigure(value: number, unit: Row['unit']): string {
  return `${formatNumber(value)} ${unit}`;
}

/** Three significant digits, thousands set apart. */
function formatNumber(value: number): string {
  const digits = value >= 100 ? Math.round(value) : Number(value.toPrecision(3));
  return digits.toLocaleString('en-US');
}
