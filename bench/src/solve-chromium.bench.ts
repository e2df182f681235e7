// The river solve in Chromium.

import { bundled, inChromium } from './chromium.ts';
import type { Row } from './row.ts';

/** No row where there is no browser. */
export async function browserSolveRows(wasm: Uint8Array<ArrayBuffer>, root: string): Promise<Row[]> {
  const worker = await bundled(root, 'kernel/host/browser-worker.ts');
  const ms = await inChromium(root, 'bench/src/solve-page.ts', (page) =>
    page.evaluate(([bytes, source]) => globalThis.benchSolve(bytes, source), [[...wasm], worker] as const),
  );
  if (ms === null) return [];
  return [{ what: 'The same in Chromium', ours: ms / 1000, unit: 's', peer: 'none', theirs: null, bar: 5 }];
}
