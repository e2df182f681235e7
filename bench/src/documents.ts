// Tables that programs write into documents, between two comments that name them.

import { readFileSync, writeFileSync } from 'node:fs';

const DOCS = new URL('../../docs/', import.meta.url);

/** What stands between `<!-- name -->` and `<!-- /name -->`, without the blank lines around it. */
export function writtenIn(text: string, name: string): string {
  const { from, to } = marksIn(text, name);
  return text.slice(from, to).trim();
}

/** The document with `table` there instead. */
export function writeInto(text: string, name: string, table: string): string {
  const { from, to } = marksIn(text, name);
  return `${text.slice(0, from)}\n\n${table === '' ? '' : `${table}\n\n`}${text.slice(to)}`;
}

/** Writes into a file of docs. */
export function writeTable(file: string, name: string, table: string): void {
  const path = new URL(file, DOCS);
  writeFileSync(path, writeInto(readFileSync(path, 'utf8'), name, table));
}

function marksIn(text: string, name: string): { readonly from: number; readonly to: number } {
  const begin = `<!-- ${name} -->`;
  const at = text.indexOf(begin);
  const to = text.indexOf(`<!-- /${name} -->`);
  if (at < 0 || to < at) throw new Error(`the document has no place for ${name}`);
  return { from: at + begin.length, to };
}

/** A table in Markdown. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
