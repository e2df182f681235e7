/** Waits that end early, for drivers that wait out a broker which is away. */
import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 5_000;

/** Sleeps, or less when `signal` is aborted; resolves in both cases. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}

/** Pauses that grow up to five seconds, spread so that many clients do not return in the same moment. */
export function createBackoff(): { pause(signal: AbortSignal): Promise<void>; reset(): void } {
  let nextMs = FIRST_MS;
  return {
    async pause(signal) {
      const ms = nextMs * (0.5 + Math.random() / 2);
      nextMs = Math.min(nextMs * 2, LONGEST_MS);
      await pause(ms, signal);
    },
    reset() {
      nextMs = FIRST_MS;
    },
  };
}

/** Resolves when `work` does, or with undefined when `signal` is aborted first; `work` goes on unseen then. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let stop = () => {};
  const aborted = new Promise<undefined>((resolve) => {
    stop = () => resolve(undefined);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Runs `work` with a signal that is aborted as soon as one of two is, and lets go of both afterwards. */
export async function withEither<T>(
  one: AbortSignal,
  other: AbortSignal,
  work: (either: AbortSignal) => Promise<T>,
): Promise<T> {
  const either = new AbortController();
  const stop = () => either.abort();
  if (one.aborted || other.aborted) stop();
  one.addEventListener('abort', stop);
  other.addEventListener('abort', stop);
  try {
    return await work(either.signal);
  } finally {
    one.removeEventListener('abort', stop);
    other.removeEventListener('abort', stop);
  }
}

/** Rejects when `work` takes longer; `work` goes on unseen then. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
