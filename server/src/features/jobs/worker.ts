/**
 * A worker: takes messages for what it has places free, leases the job, computes it, and settles the lease.
 *
 * A message is acknowledged as soon as the lease stands in the database: from then on the lease, not the broker, sees to
 * it that the job is not lost. A lease that cannot be renewed stops the computing before anybody else may begin.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import type { JobProgress } from '@ploscope/contracts';
import type { Logger } from 'pino';
import type { Database, Listener } from '../../platform/db/index.ts';
import type { Queue, QueueName } from '../../platform/queue/index.ts';
import { type JobKind, LEASE_S, type Lease, QUEUES, type Runner, type Stopped } from './job.ts';
import { renewLease, settle, takeLease } from './leases.ts';

/** How often a lease is renewed at least, and progress stored at most, in milliseconds. */
const RENEW_MS = (LEASE_S * 1000) / 4;
const PROGRESS_MS = 500;
/** A lease not renewed for so long may belong to somebody else at any moment. */
const GIVE_UP_MS = LEASE_S * 1000 - 1500;
const AGAIN_MS = 500;

/** Channel on which a player's wish to cancel reaches the worker; the payload is the job's id. */
export const CANCEL_CHANNEL = 'jobs_cancel';

export interface WorkerSettings {
  readonly name: string;
  /** By kind: how it is computed. */
  readonly runners: Readonly<Partial<Record<JobKind, Runner>>>;
  /** By queue: how many of its jobs at once, whatever their kind. */
  readonly places: Readonly<Partial<Record<QueueName, number>>>;
}

export interface JobWorker {
  /** Jobs computing now. */
  readonly running: number;
  /** Takes nothing more, gives back what can go on elsewhere, waits for the rest. */
  close(): Promise<void>;
}

interface Parts {
  readonly db: Database;
  readonly listener: Listener;
  readonly queue: Queue;
  readonly log: Logger;
}

export function startWorker(parts: Parts, { name, runners, places }: WorkerSettings): JobWorker {
  const { db, listener, queue, log } = parts;
  const closing = new AbortController();
  const underWay = new Map<string, Keeper>();
  // A notification is a hint, and anybody's to send: the row says whether it is so.
  const unlisten = listener.listen(CANCEL_CHANNEL, (jobId) => {
    if (jobId !== null) underWay.get(jobId)?.look();
  });

  const work = async (lease: Lease): Promise<void> => {
    const run = runners[lease.kind];
    const stop = new AbortController();
    const { jobId } = lease;
    const drain = (): void => stop.abort('draining' satisfies Stopped);
    closing.signal.addEventListener('abort', drain, { once: true });
    if (closing.signal.aborted) drain();
    const keeper = keepLease(db, lease, stop);
    underWay.set(jobId, keeper);
    const jobLog = log.child({ jobId, userId: lease.userId, attempt: lease.attempt, kind: lease.kind });
    try {
      if (run === undefined) throw new Error(`this worker computes no ${lease.kind}`);
      jobLog.info('job begun');
      const outcome = await run({ lease, signal: stop.signal, progress: keeper.progress });
      await keeper.end();
      if (stop.signal.reason === 'lost') return;
      const settled = await settle(db, lease, outcome);
      jobLog.info({ outcome: outcome.kind, settled }, 'job ended');
    } catch (error) {
      await keeper.end();
      // Not settled: the lease runs out, and somebody tries again.
      jobLog.error({ err: error }, 'job broke off');
    } finally {
      underWay.delete(jobId);
      closing.signal.removeEventListener('abort', drain);
    }
  };

  const place = async (queueName: QueueName): Promise<void> => {
    while (!closing.signal.aborted) {
      try {
        const message = await queue.take(queueName, closing.signal);
        if (message === null) continue;
        const lease = await takeLease(db, message.jobId, name).catch(async (error: unknown) => {
          // Given back at once it would be tried at once; the database needs a moment.
          await sleep(AGAIN_MS, undefined, { signal: closing.signal }).catch(() => undefined);
          await message.giveBack();
          throw error;
        });
        await message.ack();
        if (lease !== null) await work(lease);
      } catch (error) {
        // The broker or the database is gone; the message comes again.
        if (closing.signal.aborted) return;
        log.warn({ err: error }, 'no job could be taken');
        await sleep(AGAIN_MS, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
  };

  const taking = QUEUES.flatMap((queueName) => Array.from({ length: places[queueName] ?? 0 }, () => place(queueName)));
  return {
    get running() {
      return underWay.size;
    },
    async close() {
      closing.abort();
      unlisten();
      await Promise.all(taking);
    },
  };
}

interface Keeper {
  progress(news: JobProgress): void;
  /** Asks at once whether the job is still to be computed. */
  look(): void;
  /** Stores the last progress and stops renewing. */
  end(): Promise<void>;
}

/** Renews a lease while its job computes; stops the job where the lease is lost or the player cancels. */
function keepLease(db: Database, lease: Lease, stop: AbortController): Keeper {
  let progress: JobProgress | null = null;
  let heldAt = performance.now();
  let triedAt = heldAt;
  let busy: Promise<void> | null = null;
  let isToLook = false;

  const renew = async (): Promise<void> => {
    triedAt = performance.now();
    const stored = progress;
    progress = null;
    try {
      const state = await renewLease(db, lease, stored);
      if (state === 'lost') stop.abort('lost' satisfies Stopped);
      if (state === 'cancel') stop.abort('cancelled' satisfies Stopped);
      heldAt = triedAt;
    } catch {
      // The database is gone for now. What was not stored is stored with the next.
      progress ??= stored;
    }
  };
  const begin = (): void => {
    isToLook = false;
    busy = renew().finally(() => {
      busy = null;
    });
  };
  const timer = setInterval(() => {
    // Also while the database is still being asked, which may take long when it vanished.
    if (performance.now() - heldAt > GIVE_UP_MS) stop.abort('lost' satisfies Stopped);
    const since = performance.now() - triedAt;
    if (busy !== null || (!isToLook && since < (progress === null ? RENEW_MS : PROGRESS_MS))) return;
    begin();
  }, PROGRESS_MS / 2);

  return {
    progress(news) {
      progress = news;
    },
    look() {
      isToLook = true;
      if (busy === null) begin();
    },
    async end(): Promise<void> {
      clearInterval(timer);
      await busy;
      if (progress !== null && !stop.signal.aborted) await renew();
    },
  };
}
