/** A table of text: columns as wide as their widest cell, numbers to the right, one blank between pads. */

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly cells: readonly string[];
}

/** The lines of a table, its titles first. Cells are plain text; `indent` blanks come before every line. */
export function formatTable(columns: readonly Column[], indent = 2): string[] {
  const widths = columns.map(({ title, cells }) => Math.max(lengthOf(title), ...cells.map(lengthOf)));
  const rows = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const line = (cellOf: (column: Column) => string): string => {
    const cells = columns.map((column, i) => pad(cellOf(column), widths[i] ?? 0, column.align));
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd();
  };
  return [
    line(({ title }) => title),
    ...Array.from({ length: rows }, (_, row) => line(({ cells }) => cells[row] ?? '')),
  ];
}

/** Characters, not UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}

function pad(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - lengthOf(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** A text as it may stand in a cell: on one line, without what moves the cursor. */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
}

/** Cuts a text to `width` characters, ending in … where something was cut. */
export function shorten(text: string, width: number): string {
  const characters = [...text];
  return characters.length <= width ? text : `${characters.slice(0, Math.max(1, width - 1)).join('')}…`;
}
