// What a page runs for the bench of flops: one solve on Web Workers, from the module's bytes.

import { type OrderingName, parseOrdering } from '@ploscope/poker';
import { pageHost } from './page-host.ts';
import { FLOP_TENTH, jobOf } from './solve-spots.ts';
import { solveToMarks } from './solve-to-marks.ts';

interface Given {
  readonly wasm: readonly number[];
  /** Source of a worker. */
  readonly worker: string;
  /** Files of the percentage orderings. */
  readonly orderings: readonly (readonly [OrderingName, readonly number[]])[];
  /** Exploitabilities, shares of the pot, falling. */
  readonly shares: readonly number[];
}

declare global {
  var benchFlop: (given: Given) => Promise<number[]>;
}

/** Seconds from the job to each exploitability. */
globalThis.benchFlop = async ({ wasm, worker, orderings, shares }) => {
  const read = orderings.map(([name, bytes]) => {
    const ordering = parseOrdering(Uint8Array.from(bytes));
    if (!ordering.ok) throw new Error(`${name} is no ordering`);
    return [name, ordering.value] as const;
  });
  const job = jobOf(FLOP_TENTH, () => new Map(read));
  const { reached } = await solveToMarks(pageHost(wasm, worker), job, shares, { finish: false });
  return reached.map(({ seconds }) => seconds);
};
