// What the coordinator and a worker say to each other: every request but the first gets exactly one reply, and both
// name the task they are about. Plain data: it crosses a worker thread or a Web Worker alike.

import { type EquityRun, openEquityRun, type Part } from '../src/equity/engine.ts';
import type { EquityPlan } from '../src/equity/plan.ts';
import type { EquityJob } from '../src/job.ts';
import { type KernelExports, openKernel } from '../src/wasm.ts';
import { buffersOf } from './solve/buffers.ts';
import type { SolveCall, SolveReply } from './solve/calls.ts';
import { Shard } from './solve/shard.ts';

export type LaneRequest =
  /** First message: the compiled module. No reply. */
  | { readonly kind: 'module'; readonly module: WebAssembly.Module }
  /** Does one part of a task. `open` comes with the first part since the worker did another task's. */
  | {
      readonly kind: 'part';
      readonly task: number;
      readonly index: number;
      readonly open: { readonly job: EquityJob; readonly plan: EquityPlan } | null;
    }
  /** A step of a solve, which has its workers to itself. */
  | { readonly kind: 'solve'; readonly task: number; readonly call: SolveCall };

export type LaneReply =
  | { readonly kind: 'part'; readonly task: number; readonly index: number; readonly part: Part }
  | { readonly kind: 'solve'; readonly task: number; readonly reply: SolveReply }
  | { readonly kind: 'failed'; readonly task: number; readonly message: string };

/** A job that grew the memory beyond this is not worth keeping it for: the next one starts afresh. */
const KEPT_BYTES = 256 * 1024 * 1024;

/** The worker's side: answers each request in turn. */
export function serveLane(
  reply: (message: LaneReply, transfer: ArrayBuffer[]) => void,
): (request: LaneRequest) => void {
  let module: WebAssembly.Module | null = null;
  let kernel: KernelExports | null = null;
  let run: EquityRun | null = null;
  const shard = new Shard(
    () => openKernel(module!),
    () => performance.now(),
  );

  function doPart(request: Extract<LaneRequest, { kind: 'part' }>): Part {
    if (request.open) {
      run?.close();
      run = null;
      if (kernel && kernel.memory.buffer.byteLength > KEPT_BYTES) kernel = null;
      kernel ??= openKernel(module!);
      run = openEquityRun(kernel, request.open.job, request.open.plan);
    }
    return run!.part(request.index);
  }

  return (request) => {
    if (request.kind === 'module') {
      module = request.module;
      return;
    }
    const { task } = request;
    if (request.kind === 'solve') {
      try {
        const answer = shard.answer(request.call);
        reply({ kind: 'solve', task, reply: answer }, buffersOf(answer));
      } catch (error) {
        reply({ kind: 'failed', task, message: error instanceof Error ? error.message : String(error) }, []);
      }
      return;
    }
    const { index } = request;
    try {
      const part = doPart(request);
      const { tally, combos } = part;
      const sums = [tally, ...(combos?.pots ?? []), ...(combos?.met ?? [])];
      reply(
        { kind: 'part', task, index, part },
        sums.map((sum) => sum.buffer as ArrayBuffer),
      );
    } catch (error) {
      // An instance that trapped is not to be trusted again.
      run = null;
      kernel = null;
      reply({ kind: 'failed', task, message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
}
