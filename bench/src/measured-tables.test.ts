// Tables of what was measured: marks that were not reached stay empty, and means are of what there is.

import { expect, test } from 'vitest';
import { type Floor, floorsTable } from './floors-table.ts';
import { plotFlops } from './flops-plot.ts';
import { type FlopCurve, type FlopPoint, flopsTable } from './flops-table.ts';

const machine = { processor: 'A processor', cores: 2, node: '20.0.0', date: '2026-01-02' };

const point = (iterations: number, seconds: number, share: number): FlopPoint => ({
  iterations,
  seconds,
  measuringSeconds: 2,
  share,
});

const curve = (texture: string, points: readonly FlopPoint[], date = machine.date): FlopCurve => ({
  ...{ spot: `${texture} 10% SPR 4`, texture, board: 'Td7h2c', range: '10%', spr: 4, combos: 22_977 },
  ...{ runOuts: 2352, allRunOuts: 2352, nodes: 52_436, buckets: 320, memoryBytes: 951e6, storedShare: 0.0051 },
  points,
  machine: { ...machine, date },
});

/** Cells of the row that begins so, without the blanks around them. */
function rowOf(table: string, first: string): string[] {
  const line = table.split('\n').find((text) => text.startsWith(`| ${first} |`));
  if (line === undefined) throw new Error(`no row ${first}`);
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

test('a flop tells the first measurement at or below a mark, and nothing where there was none', () => {
  const fast = curve('rainbow', [point(4, 9.5, 0.03), point(8, 20.4, 0.01), point(12, 30.6, 0.004)]);
  const slow = curve('monotone', [point(4, 5, 0.03), point(8, 61, 0.0101)], '2026-01-03');
  const table = flopsTable([fast, slow]);
  expect(rowOf(table, 'Td7h2c rainbow').slice(7)).toEqual([
    '20 s (8)',
    '31 s (12)',
    '0.40 % → 0.51 % in 31 s (12)',
    '2.0 s',
  ]);
  expect(rowOf(table, 'Td7h2c monotone').slice(7, 9)).toEqual(['', '']);
  expect(table.split('\n').at(-1)).toBe('A processor, 2 cores, Node 20.0.0, measured 2026-01-02, 2026-01-03.');
});

test('the picture of flops has a curve for each flop, in a panel for each ranges and depth', () => {
  const points = [point(4, 9.5, 0.03), point(8, 20.4, 0.01)];
  const deep = { ...curve('rainbow', points), spr: 13 };
  const svg = plotFlops([curve('rainbow', points), curve('monotone', points), deep]);
  expect(svg.match(/<path /g)).toHaveLength(3);
  expect(svg.match(/10 % v 10 %, SPR (4|13)</g)).toHaveLength(2);
  expect(svg).not.toContain('NaN');
});

const floor = (board: string, buckets: number | null, share: number, oopEv: number, flat = true): Floor => ({
  ...{ board, buckets, bucketsThere: buckets === null ? null : buckets + 8, share, iterations: 64, seconds: 3 },
  ...{ flat, oopEv, machine },
});

test('floors have means, worst cases and how far EVs are off; those still falling are bounds', () => {
  const table = floorsTable([
    floor('Td7h2c9d', null, 0.0009, 0.47),
    floor('Td7h2c9d', 50, 0.02, 0.475),
    floor('Ks8h3c6d', null, 0.0008, 0.45),
    floor('Ks8h3c6d', 50, 0.01, 0.448, false),
    floor('Ks8h3c6d', 1000, 0.002, 0.449),
  ]);
  expect(rowOf(table, 'Turn')).toEqual(['Turn', 'By combo', '50', '1,000']);
  expect(rowOf(table, 'Td7h2c9d').slice(1)).toEqual(['0.090 %', '2.00 %', '']);
  expect(rowOf(table, 'Ks8h3c6d').slice(1)).toEqual(['0.080 %', '≤ 1.00 %', '0.20 %']);
  expect(rowOf(table, '**Mean**').slice(1)).toEqual(['**0.085 %**', '**1.50 %**', '**0.20 %**']);
  expect(rowOf(table, '**Worst**').slice(1)).toEqual(['**0.090 %**', '**2.00 %**', '**0.20 %**']);
  expect(rowOf(table, 'EV off by, mean').slice(1)).toEqual(['', '0.35 %', '0.10 %']);
  expect(rowOf(table, 'EV off by, most').slice(1)).toEqual(['', '0.50 %', '0.10 %']);
  expect(rowOf(table, 'Buckets there are').slice(1)).toEqual(['', '58', '1008']);
});

test('where nothing was solved by combo no EVs are compared', () => {
  const table = floorsTable([floor('Td7h2c9d', 50, 0.02, 0.475)]);
  expect(table).not.toContain('EV off by');
  expect(rowOf(table, '**Worst**').slice(1)).toEqual(['**2.00 %**']);
});

test('nothing measured makes no table', () => {
  expect(floorsTable([])).toBe('');
  expect(flopsTable([])).toBe('');
});
