// What documents say was measured is what was measured.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeInto, writtenIn } from './documents.ts';
import { type Floor, floorsTable } from './floors-table.ts';
import { type FlopCurve, flopsTable } from './flops-table.ts';
import { readMeasured } from './measured.ts';

const SOLVER = readFileSync(new URL('../../docs/solver.md', import.meta.url), 'utf8');

test.each([
  ['floors', floorsTable(readMeasured<Floor>('floors'))],
  ['two-board-floors', floorsTable(readMeasured<Floor>('two-board-floors'))],
  ['flops', flopsTable(readMeasured<FlopCurve>('flops'))],
])('docs/solver.md has the table of %s that docs/measured makes', (name, table) => {
  expect(writtenIn(SOLVER, name)).toBe(table);
});

test('a table is written between its marks, again and again, and nothing else changes', () => {
  const text = 'before\n\n<!-- a -->\n\nold\n\n<!-- /a -->\n\nbetween\n\n<!-- b -->\n\n<!-- /b -->\n';
  const once = writeInto(text, 'b', '| x |\n|---|');
  expect(once).toBe(text.replace('<!-- b -->\n\n', '<!-- b -->\n\n| x |\n|---|\n\n'));
  expect(writtenIn(once, 'b')).toBe('| x |\n|---|');
  expect(writtenIn(once, 'a')).toBe('old');
  expect(writeInto(once, 'b', '')).toBe(text);
  expect(writeInto(writeInto(text, 'a', 'new'), 'a', 'old')).toBe(text);
});

test('a document without the place for a table is refused', () => {
  expect(() => writeInto('<!-- a -->', 'a', 'table')).toThrow('no place for a');
  expect(() => writtenIn('<!-- /a --> <!-- a -->', 'a')).toThrow('no place for a');
});
