// The coordinator: cuts jobs into parts and keeps every worker busy, whatever a worker is.
//
// Jobs share the workers by turns, so that a long one delays a short one by a slice and no more. A tiny job never
// waits for a worker at all where the host has an instance of its own (`inline`).

import { checkEquityJob } from '../src/equity/check.ts';
import { openEquityRun } from '../src/equity/engine.ts';
import { planEquity } from '../src/equity/plan.ts';
import type { EquityJob, JobError, Progress } from '../src/job.ts';
import type { KernelExports } from '../src/wasm.ts';
import { EquityTask } from './equity-task.ts';
import type { Answer, Host } from './host.ts';
import { openSeats } from './seats.ts';

export interface RunOptions {
  /** Called every 50 ms or so; what it throws ends the job. */
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Pool {
  readonly size: number;
  /** Resolves with the result, or with why there is none. Rejects only by a fault that is not the job's. */
  run(job: EquityJob, options?: RunOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** Up to this estimate a job runs on the calling thread. */
const INLINE_MS = 20;

export function openPool(host: Host): Pool {
  const seats = openSeats(host);
  let kernel: KernelExports | null = null;
  let closed = false;

  function runInline(open: () => KernelExports, task: EquityTask): Answer {
    kernel ??= open();
    try {
      const run = openEquityRun(kernel, task.job, task.plan);
      for (let index = task.take(); index !== null; index = task.take()) task.put(index, run.part(index));
      run.close();
    } catch (error) {
      // An instance that trapped is not to be trusted again.
      kernel = null;
      throw error;
    }
    return task.answer();
  }

  return {
    size: host.size,
    async run(job, options = {}) {
      const error = checkEquityJob(job);
      if (error) return { ok: false, error };
      const plan = planEquity(job);
      if ('code' in plan) return { ok: false, error: plan };
      if (closed || options.signal?.aborted) return { ok: false, error: CANCELLED };
      const task = new EquityTask(job, plan, host.now);
      if (host.inline && plan.parts !== Infinity && plan.estimateMs <= INLINE_MS) return runInline(host.inline, task);
      return new Promise<Answer>((resolve, reject) => {
        const { signal, onProgress } = options;
        const stop = seats.add(task, {
          onProgress,
          onAnswer(answer) {
            signal?.removeEventListener('abort', abort);
            resolve(answer);
          },
          onFailure(failure) {
            signal?.removeEventListener('abort', abort);
            reject(failure);
          },
        });
        function abort(): void {
          stop();
          resolve({ ok: false, error: CANCELLED });
        }
        signal?.addEventListener('abort', abort, { once: true });
      });
    },
    async close() {
      closed = true;
      await seats.close({ ok: false, error: CANCELLED });
    },
  };
}

const CANCELLED: JobError = { code: 'cancelled', player: null, message: 'the job was cancelled' };
