/**
 * Makes a backup whenever the newest one in the folder is a day old. Looked at now and again, not by a timer of a day: a
 * server that is started anew every evening gets its backups, too.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { sayBackup } from '../../text/backups.ts';
import { newestBackup } from './backup-folder.ts';
import { type BackupTask, makeBackup } from './make-backup.ts';

export interface NightlyTimes {
  /** After the start, before the first look. All in milliseconds. */
  readonly firstMs: number;
  readonly everyMs: number;
  readonly afterFailureMs: number;
  readonly maxAgeMs: number;
}

const TIMES: NightlyTimes = {
  firstMs: 60_000,
  everyMs: 5 * 60_000,
  afterFailureMs: 3_600_000,
  maxAgeMs: 24 * 3_600_000,
};

export interface NightlyBackups {
  /** Seconds since the newest backup was made; infinite where there is none. */
  readonly ageS: () => number;
  /** Stops one that is under way, of which nothing is left. */
  close(): Promise<void>;
}

export interface NightlySettings extends Omit<BackupTask, 'signal' | 'unlessYoungerMs' | 'onTrouble'> {
  readonly log: Logger;
  readonly onFailure: () => void;
  readonly times?: NightlyTimes;
}

export function startNightlyBackups({ log, onFailure, times = TIMES, ...task }: NightlySettings): NightlyBackups {
  const closing = new AbortController();
  const { signal } = closing;
  let newestAt = Number.NEGATIVE_INFINITY;
  let toldNoTrial = false;
  const look = async (): Promise<void> => {
    newestAt = (await newestBackup(task.folder, new Date()))?.madeAt.getTime() ?? Number.NEGATIVE_INFINITY;
  };
  /** Resolves with when to look again, in milliseconds. */
  const round = async (): Promise<number> => {
    await look();
    if (Date.now() - newestAt < times.maxAgeMs) return times.everyMs;
    try {
      const onTrouble = (err: unknown, message: string): void => log.warn({ err }, message);
      const made = await makeBackup({ ...task, unlessYoungerMs: times.maxAgeMs, signal, onTrouble });
      await look();
      if (typeof made === 'string') return times.everyMs;
      log.info({ ...made }, sayBackup.log.made);
      if (made.trial === 'not allowed' && !toldNoTrial) {
        toldNoTrial = true;
        log.warn(sayBackup.log.noTrial);
      }
      return times.everyMs;
    } catch (err) {
      if (!signal.aborted) {
        onFailure();
        log.error({ err }, sayBackup.log.failed);
      }
      return times.afterFailureMs;
    }
  };
  const running = (async () => {
    await look();
    for (let waitMs = times.firstMs; await waited(waitMs, signal); waitMs = await round());
  })();
  return {
    ageS: () => (Date.now() - newestAt) / 1000,
    async close() {
      closing.abort();
      await running;
    },
  };
}

/** False where it was ended before. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal, ref: false }).catch(() => false);
}
