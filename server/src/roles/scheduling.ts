/** The scheduling half of a process: what happens again and again, whoever else does it too. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startJobSchedule, watchQueues } from '../features/jobs/index.ts';
import { forgetOldKeys } from '../platform/idempotency/index.ts';
import {
  createFolderTransport,
  createSmtpTransport,
  type MailTransport,
  startMailDelivery,
} from '../platform/mail/index.ts';
import { makeAuth } from './make-auth.ts';
import type { Parts } from './parts.ts';

/** How often what time has ended is removed, in milliseconds. */
const SWEEP_MS = 15 * 60_000;

export interface Scheduling {
  close(): Promise<void>;
}

export function startScheduling(parts: Parts): Scheduling {
  const { db, listener, queue, log, metrics, secrets } = parts;
  const jobs = startJobSchedule(db, listener, queue, log);
  const mails = startMailDelivery({ db, listener, secrets, transport: transportOf(parts), log });
  watchQueues(db, queue, metrics);
  const closing = new AbortController();
  const auth = makeAuth(parts);
  const sweeping = (async () => {
    while (!closing.signal.aborted) {
      try {
        const swept = await auth.sweep();
        log.debug({ swept, keys: await forgetOldKeys(db) }, 'swept');
      } catch (error) {
        log.warn({ err: error }, 'nothing could be swept');
      }
      await sleep(SWEEP_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
    await auth.close();
  })();
  return {
    async close() {
      closing.abort();
      await Promise.all([jobs.close(), mails.close(), sweeping]);
    },
  };
}

function transportOf({ config: { smtpUrl, mailFrom: from, dataFolder } }: Parts): MailTransport {
  return smtpUrl === null
    ? createFolderTransport({ folder: join(dataFolder, 'mails'), from })
    : createSmtpTransport({ url: smtpUrl, from });
}
