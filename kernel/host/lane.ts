// What the coordinator and a worker say to each other. Plain data: it crosses a worker thread or a Web Worker alike.

import type { ComboTally } from '../src/equity/combo-tally.ts';
import { type EquityRun, openEquityRun } from '../src/equity/engine.ts';
import type { EquityPlan } from '../src/equity/plan.ts';
import type { EquityJob } from '../src/job.ts';
import { openKernel } from '../src/wasm.ts';

export type LaneRequest =
  /** First message: the compiled module. */
  | { readonly kind: 'module'; readonly module: WebAssembly.Module }
  /** Opens a job in place of the one before. */
  | { readonly kind: 'open'; readonly job: EquityJob; readonly plan: EquityPlan }
  /** Does one part of the open job. */
  | { readonly kind: 'chunk'; readonly index: number }
  /** Hands over the open job's combos so far. */
  | { readonly kind: 'combos' };

export type LaneReply =
  | { readonly kind: 'tally'; readonly index: number; readonly tally: Float64Array }
  | { readonly kind: 'combos'; readonly pots: readonly Float64Array[]; readonly met: readonly Float64Array[] }
  | { readonly kind: 'failed'; readonly message: string };

/** The worker's side: answers each request in turn. */
export function serveLane(
  reply: (message: LaneReply, transfer: ArrayBuffer[]) => void,
): (request: LaneRequest) => void {
  let module: WebAssembly.Module | null = null;
  let kernel: ReturnType<typeof openKernel> | null = null;
  let run: EquityRun | null = null;

  function answer(request: LaneRequest): void {
    switch (request.kind) {
      case 'module':
        module = request.module;
        return;
      case 'open':
        run?.close();
        run = null;
        kernel ??= openKernel(module!);
        run = openEquityRun(kernel, request.job, request.plan);
        return;
      case 'chunk': {
        const tally = run!.chunk(request.index);
        reply({ kind: 'tally', index: request.index, tally }, [tally.buffer as ArrayBuffer]);
        return;
      }
      case 'combos': {
        const combos: ComboTally | null = run!.combos();
        reply({ kind: 'combos', pots: combos?.pots ?? [], met: combos?.met ?? [] }, []);
      }
    }
  }

  return (request) => {
    try {
      answer(request);
    } catch (error) {
      // An instance that trapped is not to be trusted again.
      run = null;
      kernel = null;
      reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
