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
  /** Exploitability, a share of the pot. */
  readonly share: number;
}

declare global {
  var benchFlop: (given: Given) => Promise<number>;
}

/** Seconds from the job to the exploitability. */
globalThis.benchFlop = async ({ wasm, worker, orderings, share }) => {
  const read = orderings.map(([name, bytes]) => {
    const ordering = parseOrdering(Uint8Array.from(bytes));
    if (!ordering.ok) throw new Error(`${name} is no ordering`);
    return [name, ordering.value] as const;
  });
  const job = jobOf(FLOP_TENTH, () => new Map(read));
  const { reached } = await solveToMarks(pageHost(wasm, worker), job, [share], { finish: false });
  return reached[0]!.seconds;
};
