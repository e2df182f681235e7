// The same WASM in Chromium and in Node, in one run.

import { inChromium } from './chromium.ts';
import type { Row } from './row.ts';
import { workloadMs } from './workload.ts';

/** No row where there is no browser. */
export async function chromiumRows(wasm: Uint8Array<ArrayBuffer>, root: string): Promise<Row[]> {
  const inPage = await inChromium(root, 'bench/src/page.ts', (page) =>
    page.evaluate((bytes) => globalThis.benchWorkload(bytes), [...wasm]),
  );
  if (inPage === null) return [];
  const inNode = workloadMs(new WebAssembly.Module(wasm));
  return [
    {
      what: 'The same work in Chromium, speed against Node',
      ours: inNode / inPage,
      unit: '×',
      peer: 'Node',
      theirs: 1,
      bar: 0.8,
    },
  ];
}
