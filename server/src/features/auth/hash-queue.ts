/**
 * How many passwords are hashed at once: each takes 64 MiB, and a flood of sign-ins must not take all memory. Some wait
 * for their turn; who comes when the line is full is told to come back.
 */
import { wireError } from '../../platform/http/index.ts';

export interface HashQueue {
  /** Rejects with `unavailable` where too many wait. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createHashQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): HashQueue {
  let running = 0;
  const line: (() => void)[] = [];
  return {
    async run(work) {
      if (running < atOnce) running += 1;
      else if (line.length >= waiting) throw wireError('unavailable', { retryAfterS: 3 });
      // The place of who leaves is handed on, so `running` stays.
      else await new Promise<void>((resolve) => line.push(resolve));
      try {
        return await work();
      } finally {
        const next = line.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
