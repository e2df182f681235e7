/**
 * Tells takers that a message may be there: LISTEN on a connection of its own, opened when somebody first waits.
 *
 * It may miss a message (while it reconnects) and may wake for nothing; takers look again from time to time anyway.
 */

import type { OnTrouble } from './queue.ts';
import { createBackoff, orAborted, pause, within } from './waiting.ts';

export const WAKE_CHANNEL = 'platform_messages';

const END_WITHIN_MS = 2_000;

/** What a `pg.Client` offers, as far as it is used here. */
export interface ListenClient {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  on(event: 'notification', listener: (message: { payload?: string | undefined }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  end(): Promise<void>;
}

export interface PostgresWakes {
  /** Counts the wakes of a queue; to be read before looking for a message. */
  count(queue: string): number;
  /** Resolves once the queue was woken since `count` was read, after `atMostMs`, or when `signal` is aborted. */
  wait(queue: string, since: number, atMostMs: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export function createPostgresWakes(newClient: () => ListenClient, onTrouble: OnTrouble): PostgresWakes {
  const counts = new Map<string, number>();
  const sleepers = new Set<() => void>();
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  let connections = 0;

  const count = (queue: string): number => (counts.get(queue) ?? 0) + connections;

  function wake(queue: string): void {
    counts.set(queue, (counts.get(queue) ?? 0) + 1);
    for (const rouse of sleepers) rouse();
  }

  /** Nobody knows what was missed before. */
  function wakeAll(): void {
    connections++;
    for (const rouse of sleepers) rouse();
  }

  /** Listens until the connection is lost. */
  async function listen(onListening: () => void): Promise<void> {
    const client = newClient();
    const ended = new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.on('end', resolve);
    });
    ended.catch(() => {});
    client.on('notification', ({ payload }) => wake(payload ?? ''));
    try {
      const listening = client.connect().then(() => client.query(`LISTEN ${WAKE_CHANNEL}`));
      await orAborted(Promise.race([listening, ended]), closing.signal);
      onListening();
      wakeAll();
      await orAborted(ended, closing.signal);
    } finally {
      await within(END_WITHIN_MS, 'ending', client.end()).catch(() => {});
    }
  }

  async function keepListening(): Promise<void> {
    const backoff = createBackoff();
    while (!closing.signal.aborted) {
      try {
        await listen(backoff.reset);
      } catch (error) {
        onTrouble(error);
      }
      if (!closing.signal.aborted) await backoff.pause(closing.signal);
    }
  }

  return {
    count,
    async wait(queue, since, atMostMs, signal) {
      running ??= keepListening();
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
    async close() {
      closing.abort();
      await running;
    },
  };
}
