// `npm run bench`: every row measured now, ours and the peer in one run. Words choose groups of rows, some of which are
// measured only when named; `--json` is for machines, `--help` tells the words.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openNodePool } from '@ploscope/kernel/host/node';
import { openKernel } from '../../kernel/src/wasm.ts';
import { boardRows } from './boards.bench.ts';
import { chromiumRows } from './chromium.bench.ts';
import { classRows } from './classes.bench.ts';
import { flopRows } from './flop.bench.ts';
import { handRows } from './hands.bench.ts';
import { historyRows } from './histories.bench.ts';
import { httpRows } from './http.bench.ts';
import { rangeRows } from './ranges.bench.ts';
import { holds, type Row, ratio } from './row.ts';
import { sampledRows } from './sampled.bench.ts';
import { solveRows } from './solve.bench.ts';
import { sweepRows } from './sweep.bench.ts';
import { formatTable } from './table.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wasm = readFileSync(new URL('../../kernel/build/kernel.wasm', import.meta.url));
const kernel = openKernel(new WebAssembly.Module(wasm));
const one = await openNodePool({ threads: 1 });
const all = await openNodePool();

const GROUPS = new Map<string, () => Row[] | Promise<Row[]>>([
  ['boards', () => boardRows(kernel)],
  ['hands', () => handRows(one)],
  ['sweep', () => sweepRows(kernel, one, all)],
  ['sampled', () => sampledRows(one)],
  ['classes', () => classRows(kernel)],
  ['ranges', () => rangeRows()],
  ['histories', () => historyRows(root)],
  ['chromium', () => chromiumRows(wasm, root)],
  ['solve', () => solveRows(wasm, root)],
  ['flop', () => flopRows(wasm, root)],
  ['http', () => httpRows(root)],
]);
/** These take a minute or more, and are measured only when named. */
const LONG: readonly string[] = ['flop', 'http'];
const NAMES = `There are ${[...GROUPS.keys()].join(', ')}; ${LONG.join(', ')} only when named, since they take minutes.`;

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
if (values.help) {
  console.log(`npm run bench -- [--json] [group of rows …]\n${NAMES}`);
  process.exit(0);
}
const unknown = positionals.find((word) => !GROUPS.has(word));
if (unknown !== undefined) {
  console.error(`There are no rows "${unknown}". ${NAMES}`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, measured] of GROUPS) {
  if (positionals.length > 0 ? !positionals.includes(name) : LONG.includes(name)) continue;
  rows.push(...(await measured()));
  console.error(`${rows.length} rows measured`);
}
await one.close();
await all.close();

if (values.json) {
  console.log(
    JSON.stringify(
      rows.map((row) => ({ ...row, ratio: ratio(row), holds: holds(row) })),
      null,
      2,
    ),
  );
} else {
  console.log(
    `${formatTable(rows)}\n\n${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.versions.node}.`,
  );
}
