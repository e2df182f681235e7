/** Threads for hands and the line before them: a fixed number work, a fixed number wait, the next is told to come back. */
import type { DoneOf, Task } from './hand.messages.ts';
import { HandThread, type Outcome } from './hand-thread.ts';

export interface HandThreadsSettings {
  /** File of the thread. */
  readonly handsUrl: URL;
  /** Tasks worked on at once. */
  readonly concurrency: number;
  /** Tasks that may wait. */
  readonly queue: number;
}

export class HandThreads {
  readonly #all: readonly HandThread[];
  readonly #idle: HandThread[];
  readonly #line: ((thread: HandThread | null) => void)[] = [];
  readonly #queue: number;
  readonly #closing = new AbortController();

  constructor({ handsUrl, concurrency, queue }: HandThreadsSettings) {
    this.#all = Array.from({ length: concurrency }, () => new HandThread(handsUrl));
    this.#idle = [...this.#all];
    this.#queue = queue;
  }

  /** `full` where it was not even taken. */
  async run<T extends Task>(
    task: T,
    timeMs: number,
    signal: AbortSignal | null,
  ): Promise<Outcome<DoneOf<T>> | { readonly kind: 'full' }> {
    if (this.#idle.length === 0 && this.#line.length >= this.#queue) return { kind: 'full' };
    const stop = AbortSignal.any([...(signal === null ? [] : [signal]), this.#closing.signal]);
    const thread = await this.#take(stop);
    if (thread === null) return { kind: 'cancelled' };
    try {
      return await thread.ask(task, timeMs, stop);
    } finally {
      this.#giveBack(thread);
    }
  }

  /** Ends what works and waits. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#all.map((thread) => thread.close()));
  }

  #take(signal: AbortSignal): Promise<HandThread | null> {
    if (signal.aborted) return Promise.resolve(null);
    const idle = this.#idle.pop();
    if (idle !== undefined) return Promise.resolve(idle);
    return new Promise((resolve) => {
      const onAbort = (): void => {
        this.#line.splice(this.#line.indexOf(onTurn), 1);
        resolve(null);
      };
      const onTurn = (thread: HandThread | null): void => {
        signal.removeEventListener('abort', onAbort);
        resolve(thread);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#line.push(onTurn);
    });
  }

  #giveBack(thread: HandThread): void {
    const next = this.#line.shift();
    if (next === undefined) this.#idle.push(thread);
    else next(thread);
  }
}
