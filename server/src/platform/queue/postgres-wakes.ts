/**
 * Tells takers that a message may be there, by the process's one listening connection.
 *
 * It may miss a message (while that connection is made again) and may wake for nothing; takers look again from time to
 * time anyway.
 */
import type { Listener } from '../db/index.ts';
import { pause } from './waiting.ts';

export const WAKE_CHANNEL = 'platform_messages';

export interface PostgresWakes {
  /** Counts the wakes of a queue; to be read before looking for a message. */
  count(queue: string): number;
  /** Resolves once the queue was woken since `count` was read, after `atMostMs`, or when `signal` is aborted. */
  wait(queue: string, since: number, atMostMs: number, signal: AbortSignal): Promise<void>;
  close(): void;
}

export function createPostgresWakes(listener: Listener): PostgresWakes {
  const counts = new Map<string, number>();
  const sleepers = new Set<() => void>();
  /** Times that nobody knows what was missed, so that every queue counts as woken. */
  let missed = 0;
  const count = (queue: string): number => (counts.get(queue) ?? 0) + missed;

  const unlisten = listener.listen(WAKE_CHANNEL, (queue) => {
    if (queue === null) missed++;
    else counts.set(queue, (counts.get(queue) ?? 0) + 1);
    for (const rouse of sleepers) rouse();
  });

  return {
    count,
    async wait(queue, since, atMostMs, signal) {
      const roused = new AbortController();
      const rouse = (): void => {
        if (count(queue) !== since || signal.aborted) roused.abort();
      };
      sleepers.add(rouse);
      signal.addEventListener('abort', rouse);
      rouse();
      await pause(atMostMs, roused.signal);
      signal.removeEventListener('abort', rouse);
      sleepers.delete(rouse);
    },
    close: unlisten,
  };
}
