/**
 * One calculator: a thread that reads a spot, expands its ranges and computes, or judges whether it can be solved, so
 * that no request, however large its ranges, ever runs on the thread that answers HTTP. It does one request at a time.
 *
 * A request that is cancelled or late is first asked to stop; a thread that does not stop at once (expanding a range
 * cannot be interrupted) is ended, and the next request starts a new one.
 */
import { Worker } from 'node:worker_threads';
import type { EquityRequest, SolveRequest } from '@ploscope/contracts';
import type {
  Answered,
  CalculatorSettings,
  FromCalculator,
  Judged,
  Limits,
  Refused,
  SolveMemory,
  Task,
  ToCalculator,
} from './study.messages.ts';

/** How long a thread may take to notice that it should stop, in milliseconds. */
const STOP_GRACE_MS = 250;
/** How long after its limit a thread that keeps its own time is given up, in milliseconds. */
const OVERDUE_MS = 2500;

/** How a request ended; `Done` where it came to something. */
export type Outcome<Done = Answered> =
  | Done
  | Refused
  /** The request's signal was aborted. */
  | { readonly kind: 'cancelled' }
  /** It did not end by its limit. */
  | { readonly kind: 'late' }
  /** The thread died. */
  | { readonly kind: 'crashed'; readonly cause: unknown };

export class Calculator {
  readonly #url: URL;
  readonly #settings: CalculatorSettings;
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(url: URL, settings: CalculatorSettings) {
    this.#url = url;
    this.#settings = settings;
  }

  /** Starts the thread before the first request, which does it otherwise. */
  warmUp(): void {
    if (this.#worker === null) this.#start();
  }

  /** Computes one request. Never rejects; neither this nor `judge` may be called again before it resolves. */
  compute(
    request: EquityRequest,
    limits: Limits,
    signal: AbortSignal,
    onProgress?: (fraction: number) => void,
  ): Promise<Outcome> {
    return this.#ask<Answered>({ kind: 'compute', request, limits }, limits.timeMs + OVERDUE_MS, signal, onProgress);
  }

  /** Judges a solve. Never rejects. */
  judge(request: SolveRequest, memory: SolveMemory, timeMs: number, signal: AbortSignal): Promise<Outcome<Judged>> {
    return this.#ask<Judged>({ kind: 'judge', request, memory }, timeMs, signal);
  }

  /** `Done` is what a thread answers to such a task. */
  #ask<Done extends Answered | Judged>(
    task: Task,
    timeMs: number,
    signal: AbortSignal,
    onProgress?: (fraction: number) => void,
  ): Promise<Outcome<Done>> {
    const worker = this.#worker ?? this.#start();
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      let stopped: Outcome<Done> | null = null;
      let graceTimer: NodeJS.Timeout | undefined;

      const finish = (outcome: Outcome<Done>): void => {
        clearTimeout(lateTimer);
        clearTimeout(graceTimer);
        signal.removeEventListener('abort', onAbort);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(outcome);
      };
      const stop = (outcome: Outcome<Done>): void => {
        if (stopped !== null) return;
        stopped = outcome;
        post(worker, { kind: 'cancel', id });
        graceTimer = setTimeout(() => {
          this.#end(worker);
          finish(outcome);
        }, STOP_GRACE_MS);
      };
      const onAbort = (): void => stop({ kind: 'cancelled' });
      const onMessage = (message: FromCalculator): void => {
        if (message.id !== id) return;
        if (message.kind === 'progress') onProgress?.(message.fraction);
        else finish(stopped ?? (message as Done | Refused));
      };
      const onError = (cause: unknown): void => {
        this.#end(worker);
        finish(stopped ?? { kind: 'crashed', cause });
      };
      const onExit = (code: number): void => onError(new Error(`calculator ended with code ${code}`));

      // A thread that computes keeps its own time; this is for the case that it cannot.
      const lateTimer = setTimeout(() => stop({ kind: 'late' }), timeMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal.addEventListener('abort', onAbort);
      post(worker, { ...task, id });
      if (signal.aborted) onAbort();
    });
  }

  /** Ends the thread; a request in it resolves as crashed. */
  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const worker = new Worker(this.#url, { workerData: this.#settings });
    // A thread that dies while idle must not take the server with it; the next request finds it gone.
    worker.on('error', () => this.#forget(worker));
    worker.on('exit', () => this.#forget(worker));
    this.#worker = worker;
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
  }

  #end(worker: Worker): void {
    this.#forget(worker);
    void worker.terminate();
  }
}

function post(worker: Worker, message: ToCalculator): void {
  worker.postMessage(message);
}
