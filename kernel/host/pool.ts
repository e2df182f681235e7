// The coordinator: cuts jobs into parts and keeps every worker busy, whatever a worker is.
//
// Jobs share the workers by turns, so that a long one delays a short one by a slice and no more. A tiny job never
// waits for a worker at all where the host has an instance of its own (`inline`).

import { checkEquityJob } from '../src/equity/check.ts';
import { type EquityRun, openEquityRun } from '../src/equity/engine.ts';
import { planEquity } from '../src/equity/plan.ts';
import type { EquityJob, EquityResult, JobError, Progress } from '../src/job.ts';
import type { KernelExports } from '../src/wasm.ts';
import { EquityRunState } from './equity-run.ts';
import type { LaneReply, LaneRequest } from './lane.ts';

/** A worker as the host gives it. */
export interface Lane {
  post(request: LaneRequest): void;
  listen(onReply: (reply: LaneReply) => void, onCrash: (error: Error) => void): void;
  close(): Promise<void>;
}

export interface Host {
  /** Workers to use. */
  readonly size: number;
  /** Starts a worker that has the module; called when first needed. */
  spawn(): Lane;
  /** Milliseconds that only go forward. */
  now(): number;
  /** An instance on this thread for jobs of a few milliseconds; null to use workers for everything. */
  readonly inline: (() => KernelExports) | null;
}

export type Answer =
  | { readonly ok: true; readonly value: EquityResult }
  | { readonly ok: false; readonly error: JobError };

export interface RunOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface Pool {
  readonly size: number;
  /** Resolves with the result, or with why there is none. Rejects only when a worker fails by a fault of ours. */
  run(job: EquityJob, options?: RunOptions): Promise<Answer>;
  close(): Promise<void>;
}

/** A worker keeps its job this long before another may take its place. */
const SLICE_MS = 150;
const PROGRESS_MS = 50;
/** Up to this estimate a job runs on the calling thread. */
const INLINE_MS = 20;

interface Task {
  readonly state: EquityRunState;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  settle(answer: Answer): void;
  fail(error: Error): void;
  /** Workers at it. */
  lanes: number;
  /** When it last got a worker's time; the longest wait goes first. */
  servedAt: number;
  progressAt: number;
}

interface Seat {
  lane: Lane;
  task: Task | null;
  since: number;
  busy: 'idle' | 'chunk' | 'combos';
}

export function openPool(host: Host): Pool {
  const seats: Seat[] = [];
  const tasks: Task[] = [];
  let closed = false;

  function seatDown(): Seat {
    const seat: Seat = { lane: host.spawn(), task: null, since: 0, busy: 'idle' };
    const { lane } = seat;
    lane.listen(
      (reply) => hear(seat, reply),
      (error) => crash(seat, error),
    );
    seats.push(seat);
    return seat;
  }

  function hear(seat: Seat, reply: LaneReply): void {
    const { task } = seat;
    if (task && tasks.includes(task)) {
      if (reply.kind === 'tally') {
        task.state.put(reply.index, reply.tally);
        report(task);
      } else if (reply.kind === 'combos') {
        if (reply.pots.length > 0) task.state.putCombos(reply.pots, reply.met);
        leave(seat);
      } else {
        drop(task);
        task.fail(new Error(`the kernel failed: ${reply.message}`));
      }
    }
    seat.busy = 'idle';
    if (seat.task && !tasks.includes(seat.task)) leave(seat);
    turn();
  }

  function crash(seat: Seat, error: Error): void {
    seats.splice(seats.indexOf(seat), 1);
    const { task } = seat;
    if (task && tasks.includes(task)) {
      drop(task);
      task.fail(error);
    }
    turn();
  }

  function report(task: Task): void {
    const now = host.now();
    if (!task.onProgress || now - task.progressAt < PROGRESS_MS) return;
    task.progressAt = now;
    task.onProgress(task.state.progress());
  }

  function drop(task: Task): void {
    tasks.splice(tasks.indexOf(task), 1);
  }

  /** A worker is done with its job, for now or for good. */
  function leave(seat: Seat): void {
    if (seat.task) seat.task.lanes--;
    seat.task = null;
  }

  /** Gives every idle worker its next part, and starts workers while there is work for them. */
  function turn(): void {
    if (closed) return;
    for (const seat of seats) if (seat.busy === 'idle') next(seat);
    while (seats.length < host.size && tasks.some((task) => task.state.ready())) next(seatDown());
    for (const task of [...tasks]) if (task.state.finished() && task.lanes === 0) finish(task);
  }

  /** Finds work for an idle worker: its own job's until the slice is over and another job has no worker at all. */
  function next(seat: Seat): void {
    const current = seat.task;
    const waiting = tasks.filter((task) => task !== current && task.state.ready());
    if (current) {
      const over = host.now() - seat.since >= SLICE_MS && waiting.some((task) => task.lanes === 0);
      if (!over && assign(seat, current)) return;
      if (current.state.job.detail.combos) {
        seat.busy = 'combos';
        seat.lane.post({ kind: 'combos' });
        return;
      }
      leave(seat);
    }
    waiting.sort((a, b) => a.lanes - b.lanes || a.servedAt - b.servedAt);
    if (waiting[0]) assign(seat, waiting[0]);
  }

  /** Gives a worker a part of a job; false when the job has none to give. */
  function assign(seat: Seat, task: Task): boolean {
    const index = task.state.take();
    if (index === null) return false;
    if (seat.task !== task) {
      seat.task = task;
      seat.since = host.now();
      task.lanes++;
      seat.lane.post({ kind: 'open', job: task.state.job, plan: task.state.plan });
    }
    task.servedAt = host.now();
    seat.busy = 'chunk';
    seat.lane.post({ kind: 'chunk', index });
    return true;
  }

  function finish(task: Task): void {
    drop(task);
    const error = task.state.error();
    task.settle(error ? { ok: false, error } : { ok: true, value: task.state.result() });
  }

  function runInline(kernel: KernelExports, state: EquityRunState): Answer {
    const run: EquityRun = openEquityRun(kernel, state.job, state.plan);
    for (let index = state.take(); index !== null; index = state.take()) state.put(index, run.chunk(index));
    const combos = run.combos();
    if (combos) state.putCombos(combos.pots, combos.met);
    run.close();
    const error = state.error();
    return error ? { ok: false, error } : { ok: true, value: state.result() };
  }

  return {
    size: host.size,
    async run(job, options = {}) {
      const error = checkEquityJob(job);
      if (error) return { ok: false, error };
      const plan = planEquity(job);
      if ('code' in plan) return { ok: false, error: plan };
      if (options.signal?.aborted) return { ok: false, error: cancelled() };
      const state = new EquityRunState(job, plan, host.now);
      if (host.inline && plan.chunks !== Infinity && plan.estimateMs <= INLINE_MS)
        return runInline(host.inline(), state);
      return new Promise<Answer>((resolve, reject) => {
        const abort = (): void => {
          if (!tasks.includes(task)) return;
          drop(task);
          task.settle({ ok: false, error: cancelled() });
          turn();
        };
        const task: Task = {
          state,
          onProgress: options.onProgress,
          settle(answer) {
            options.signal?.removeEventListener('abort', abort);
            resolve(answer);
          },
          fail(failure) {
            options.signal?.removeEventListener('abort', abort);
            reject(failure);
          },
          lanes: 0,
          servedAt: 0,
          progressAt: host.now(),
        };
        options.signal?.addEventListener('abort', abort);
        tasks.push(task);
        turn();
      });
    },
    async close() {
      closed = true;
      for (const task of tasks.splice(0)) task.settle({ ok: false, error: cancelled() });
      await Promise.all(seats.splice(0).map((seat) => seat.lane.close()));
    },
  };
}

function cancelled(): JobError {
  return { code: 'cancelled', player: null, message: 'the job was cancelled' };
}
