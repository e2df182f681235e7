// One thread's worth of equity: an open job and the parts of it that are asked for.

import type { EquityJob } from '../job.ts';
import type { KernelExports } from '../wasm.ts';
import type { ComboTally } from './combo-tally.ts';
import { tallyHands } from './hands.ts';
import type { EquityPlan } from './plan.ts';
import { TallyLayout } from './tally.ts';

/** A job being worked on. */
export interface EquityRun {
  /** Does part `index` and gives its counts. */
  chunk(index: number): Float64Array;
  /** What the parts so far say of every combo, and starts that count anew; null unless the job asks for combos. */
  combos(): ComboTally | null;
  /** Frees the run's memory in the kernel. */
  close(): void;
}

/** Opens a checked job. Only one run may be open on a kernel at a time. */
export function openEquityRun(kernel: KernelExports, job: EquityJob, plan: EquityPlan): EquityRun {
  const layout = new TallyLayout(job);
  switch (plan.method) {
    case 'hands':
      return { chunk: () => tallyHands(kernel, job, layout), combos: () => null, close: () => {} };
    default:
      throw new Error(`no method ${plan.method}`);
  }
}
