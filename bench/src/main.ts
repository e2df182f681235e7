// `npm run bench`: every row measured now, ours and the peer in one run. `-- --json` for machines.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { openNodePool } from '@ploscope/kernel/host/node';
import { openKernel } from '../../kernel/src/wasm.ts';
import { boardRows } from './boards.bench.ts';
import { chromiumRows } from './chromium.bench.ts';
import { classRows } from './classes.bench.ts';
import { handRows } from './hands.bench.ts';
import { rangeRows } from './ranges.bench.ts';
import { holds, type Row, ratio } from './row.ts';
import { sampledRows } from './sampled.bench.ts';
import { sweepRows } from './sweep.bench.ts';
import { formatTable } from './table.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const wasm = readFileSync(new URL('../../kernel/build/kernel.wasm', import.meta.url));
const kernel = openKernel(new WebAssembly.Module(wasm));
const one = await openNodePool({ threads: 1 });
const all = await openNodePool();

const rows: Row[] = [];
for (const part of [
  () => boardRows(kernel),
  () => handRows(one),
  () => sweepRows(kernel, one, all),
  () => sampledRows(one),
  () => classRows(kernel),
  () => rangeRows(),
  () => chromiumRows(wasm, root),
]) {
  rows.push(...(await part()));
  console.error(`${rows.length} rows measured`);
}
await one.close();
await all.close();

if (process.argv.includes('--json')) {
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
