/** The scheduling half of a process: what happens again and again. */
import { sweepAuth } from '../features/auth/index.ts';
import { startJobSchedule, watchQueues } from '../features/jobs/index.ts';
import { startMailDelivery } from '../platform/mail/index.ts';
import { USER_DATA } from './make-auth.ts';
import type { Parts } from './parts.ts';

/** How often ended sessions, tokens and guests are removed. */
const SWEEP_EVERY_MS = 10 * 60 * 1000;

export interface Scheduling {
  close(): Promise<void>;
}

export function startScheduling({ config, db, listener, queue, log, metrics, secrets }: Parts): Scheduling {
  const jobs = startJobSchedule(db, listener, queue, log);
  watchQueues(db, queue, metrics);
  const mails = startMailDelivery({ config, db, listener, log, secrets });
  let sweeping: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    sweeping ??= sweepAuth(db, USER_DATA)
      .catch((err: unknown) => log.warn({ err }, 'accounts were not swept'))
      .finally(() => {
        sweeping = null;
      });
  }, SWEEP_EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await Promise.all([jobs.close(), mails.close(), sweeping]);
    },
  };
}
