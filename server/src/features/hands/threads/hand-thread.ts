/**
 * One thread that reads and writes hands, a task at a time, so that no text, however strange, is ever looked at on the
 * thread that answers HTTP. A task that does not end in time, or that nobody waits for any more, ends with its thread;
 * the next task starts another.
 */
import { Worker } from 'node:worker_threads';
import type { DoneOf, FromHandThread, Task, ToHandThread } from './hand.messages.ts';

/** More than any piece needs; a thread that wants more is ended by Node, and the server is not. */
const MOST_HEAP_MB = 512;

/** How a task ended; `Done` where it came to something. */
export type Outcome<Done> =
  | Done
  | { readonly kind: 'cancelled' }
  /** It did not end by its limit. */
  | { readonly kind: 'late' }
  /** The thread died. */
  | { readonly kind: 'crashed'; readonly cause: unknown };

export class HandThread {
  readonly #url: URL;
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(url: URL) {
    this.#url = url;
  }

  /** Never rejects; not to be called again before it resolves. */
  ask<T extends Task>(task: T, timeMs: number, signal: AbortSignal): Promise<Outcome<DoneOf<T>>> {
    if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
    const worker = this.#worker ?? this.#start();
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const finish = (outcome: Outcome<DoneOf<T>>): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(outcome);
      };
      const end = (outcome: Outcome<DoneOf<T>>): void => {
        this.#forget(worker);
        void worker.terminate();
        finish(outcome);
      };
      const onMessage = (message: FromHandThread): void => {
        if (message.id === id) finish(message as unknown as DoneOf<T>);
      };
      const onError = (cause: unknown): void => end({ kind: 'crashed', cause });
      const onExit = (code: number): void =>
        end({ kind: 'crashed', cause: new Error(`thread ended with code ${code}`) });
      const onAbort = (): void => end({ kind: 'cancelled' });
      const timer = setTimeout(() => end({ kind: 'late' }), timeMs);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      signal.addEventListener('abort', onAbort, { once: true });
      const message: ToHandThread = { ...task, id };
      worker.postMessage(message);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const worker = new Worker(this.#url, { resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MB } });
    // One that dies while idle must not take the server with it; the next task finds it gone.
    worker.on('error', () => this.#forget(worker));
    worker.on('exit', () => this.#forget(worker));
    this.#worker = worker;
    return worker;
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = null;
  }
}
