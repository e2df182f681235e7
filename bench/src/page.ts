// What a page runs for the bench: the workload, from the module's bytes.

import { workloadMs } from './workload.ts';

declare global {
  var benchWorkload: (bytes: readonly number[]) => number;
}

globalThis.benchWorkload = (bytes) => workloadMs(new WebAssembly.Module(Uint8Array.from(bytes)));
