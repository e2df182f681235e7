/** What has to happen again and again, whoever is there to do it: relaying, taking back, counting. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database, Listener } from '../../platform/db/index.ts';
import type { Queue } from '../../platform/queue/index.ts';
import { relayOnce } from './relay.ts';
import { countUsage } from './usage.ts';

/** Without any news it looks this often, in milliseconds: leases run out without a word. */
const LOOK_MS = 1000;
const COUNT_MS = 2000;

export interface JobSchedule {
  close(): Promise<void>;
}

export function startJobSchedule(db: Database, listener: Listener, queue: Queue, log: Logger): JobSchedule {
  const closing = new AbortController();
  let wake = (): void => undefined;
  const unlisten = listener.listen('jobs_waiting', () => wake());
  const relaying = repeat(closing.signal, log, async () => {
    // Woken while it relays, it looks again at once.
    const woken = new AbortController();
    wake = () => woken.abort();
    await relayOnce(db, queue, log);
    await pause(LOOK_MS, woken.signal);
  });
  const counting = repeat(closing.signal, log, async () => {
    if ((await countUsage(db)) === 0) await pause(COUNT_MS, closing.signal);
  });
  return {
    async close() {
      closing.abort();
      unlisten();
      wake();
      await Promise.all([relaying, counting]);
    },
  };
}

async function repeat(closing: AbortSignal, log: Logger, round: () => Promise<void>): Promise<void> {
  while (!closing.aborted) {
    try {
      await round();
    } catch (error) {
      log.warn({ err: error }, 'the database or the broker cannot be reached');
      await pause(LOOK_MS, closing);
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
