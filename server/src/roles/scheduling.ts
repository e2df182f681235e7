/** The scheduling half of a process: what happens again and again, whoever else does it too. */
import { sweepAuth } from '../features/auth/index.ts';
import { startReviewSchedule } from '../features/hands/index.ts';
import { startJobSchedule, watchQueues } from '../features/jobs/index.ts';
import { startNightlyBackups } from '../platform/backup/index.ts';
import { forgetOldKeys } from '../platform/idempotency/index.ts';
import { startMailDelivery } from '../platform/mail/index.ts';
import { secretMark } from '../platform/secrets/index.ts';
import { backupTask } from './backup-task.ts';
import { USER_DATA } from './make-auth.ts';
import type { Parts } from './parts.ts';
import type { Surroundings } from './surroundings.ts';

/** How often what time has ended is removed, in milliseconds. */
const SWEEP_EVERY_MS = 10 * 60_000;

export interface Scheduling {
  close(): Promise<void>;
}

export function startScheduling(
  { config, db, listener, queue, log, metrics, secrets }: Parts,
  { version }: Surroundings,
): Scheduling {
  const jobs = startJobSchedule(db, listener, queue, log);
  const reviews = startReviewSchedule(db, listener, log, {
    open: config.jobsPerPlayer,
    bytes: config.storagePerPlayer,
  });
  watchQueues(db, queue, metrics);
  const mails = startMailDelivery({ config, db, listener, log, secrets });
  const backups = config.backupDays > 0 ? startBackups() : null;
  let sweeping: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    sweeping ??= Promise.all([sweepAuth(db, USER_DATA, log), forgetOldKeys(db)])
      .catch((err: unknown) => log.warn({ err }, 'nothing could be swept'))
      .finally(() => {
        sweeping = null;
      });
  }, SWEEP_EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      await Promise.all([jobs.close(), reviews.close(), mails.close(), backups?.close(), sweeping]);
    },
  };

  function startBackups() {
    const nightly = startNightlyBackups({
      ...backupTask(config, { url: db.url, program: version, mark: secretMark(secrets) }),
      hour: config.backupHour,
      log,
      onFailure: () => metrics.backupFailures.inc(),
      onNoTrial: () => metrics.backupTrialsSkipped.inc(),
    });
    metrics.watchBackups(nightly.ageS);
    return nightly;
  }
}
