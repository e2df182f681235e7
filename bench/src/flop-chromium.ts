// The flop of the bench in Chromium.

import { readFileSync } from 'node:fs';
import { orderingsOfSolveSpot } from '@ploscope/poker';
import { bundled, inChromium } from './chromium.ts';
import { orderingFile } from './orderings.ts';
import { FLOP_TENTH } from './solve-spots.ts';

/** Seconds from the job to each exploitability, shares of the pot; null where there is no browser. */
export async function inFlopPage(
  wasm: Uint8Array<ArrayBuffer>,
  root: string,
  shares: readonly number[],
): Promise<number[] | null> {
  const worker = await bundled(root, 'kernel/host/browser-worker.ts');
  const orderings = orderingsOfSolveSpot(FLOP_TENTH).map(
    (name) => [name, [...readFileSync(orderingFile(name))]] as const,
  );
  return inChromium(root, 'bench/src/flop-page.ts', (page) =>
    page.evaluate((given) => globalThis.benchFlop(given), { wasm: [...wasm], worker, orderings, shares }),
  );
}
