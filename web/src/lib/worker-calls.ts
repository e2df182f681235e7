/**
 * Calls into a Worker as promises: one id per call, news on the way, cancel, and a crash that fails every call open.
 * `openCalls` is the page's end, `serveCalls` the Worker's. A closed or crashed line is never reused; open a new one.
 */

export class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';
}

interface CallMessage {
  readonly id: number;
  readonly method: string;
  readonly input: unknown;
}
interface CancelMessage {
  readonly cancel: number;
}
type Answer =
  | { readonly id: number; readonly news: unknown }
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: string };

/** Methods by name: what goes in, what comes back, what is told on the way. */
export type Methods<M> = { readonly [K in keyof M]: { input: unknown; value: unknown; news: unknown } };

export interface Calls<M extends Methods<M>> {
  /** Rejects with `WorkerCrash` only when the Worker broke; what can be wrong with the input is part of `value`. */
  readonly call: <K extends keyof M & string>(
    method: K,
    input: M[K]['input'],
    options?: { readonly onNews?: (news: M[K]['news']) => void; readonly signal?: AbortSignal },
  ) => Promise<M[K]['value']>;
  readonly close: () => void;
}

/** The part of a Worker that is needed. */
export interface WorkerLine {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'messageerror', listener: () => void): void;
  addEventListener(type: 'error', listener: (event: ErrorEvent) => void): void;
}

/** `onCrash` is told once when the Worker breaks outside of any one call too. */
export function openCalls<M extends Methods<M>>(
  worker: WorkerLine,
  onCrash: (message: string) => void = () => {},
): Calls<M> {
  interface Open {
    readonly resolve: (value: unknown) => void;
    readonly reject: (reason: Error) => void;
    readonly onNews: ((news: unknown) => void) | undefined;
  }
  const open = new Map<number, Open>();
  let nextId = 1;
  let broken: string | null = null;

  const crash = (message: string): void => {
    if (broken !== null) return;
    broken = message;
    worker.terminate();
    for (const { reject } of open.values()) reject(new WorkerCrash(message));
    open.clear();
    onCrash(message);
  };
  worker.addEventListener('error', (event) => crash(event.message || 'worker failed to start'));
  worker.addEventListener('messageerror', () => crash('unreadable message'));
  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    const answer = event.data;
    const waiting = open.get(answer.id);
    if (waiting === undefined) return;
    if ('news' in answer) {
      waiting.onNews?.(answer.news);
      return;
    }
    open.delete(answer.id);
    if ('failure' in answer) {
      waiting.reject(new WorkerCrash(answer.failure));
      crash(answer.failure);
    } else waiting.resolve(answer.value);
  });

  return {
    call: (method, input, options = {}) => {
      if (broken !== null) return Promise.reject(new WorkerCrash(broken));
      const id = nextId;
      nextId += 1;
      return new Promise((resolve, reject) => {
        open.set(id, {
          // The two ends agree on `Methods` by its type alone; the message itself carries none.
          resolve: resolve as (value: unknown) => void,
          reject,
          onNews: options.onNews as ((news: unknown) => void) | undefined,
        });
        options.signal?.addEventListener('abort', () => worker.postMessage({ cancel: id } satisfies CancelMessage));
        worker.postMessage({ id, method, input } satisfies CallMessage);
      });
    },
    close: () => {
      broken = 'closed';
      worker.terminate();
      for (const { reject } of open.values()) reject(new WorkerCrash('closed'));
      open.clear();
    },
  };
}

export type Handlers<M extends Methods<M>> = {
  readonly [K in keyof M & string]: (
    input: M[K]['input'],
    line: { readonly tell: (news: M[K]['news']) => void; readonly signal: AbortSignal },
  ) => Promise<M[K]['value']> | M[K]['value'];
};

/** The part of a Worker's global scope that is needed. */
export interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export function serveCalls<M extends Methods<M>>(scope: WorkerScope, handlers: Handlers<M>): void {
  const running = new Map<number, AbortController>();
  scope.addEventListener('message', async (event: MessageEvent<CallMessage | CancelMessage>) => {
    const message = event.data;
    if ('cancel' in message) {
      running.get(message.cancel)?.abort();
      return;
    }
    const { id, method, input } = message;
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const handler = handlers[method as keyof M & string];
      if (handler === undefined) throw new Error(`no method ${method}`);
      const value = await handler(input as M[keyof M & string]['input'], {
        tell: (news) => scope.postMessage({ id, news }),
        signal: abort.signal,
      });
      scope.postMessage({ id, value });
    } catch (error) {
      scope.postMessage({ id, failure: error instanceof Error ? error.message : String(error) });
    } finally {
      running.delete(id);
    }
  });
}
