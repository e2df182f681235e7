/**
 * Makes a backup every night, at a quiet hour of the server's clock; and where the newest is older than a day and a half,
 * because the server did not run at that hour, at once. Looked at now and again, not by a timer of a day: a server that
 * is started anew every evening gets its backups, too.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { sayBackup } from '../../text/backups.ts';
import { newestBackup } from './backup-folder.ts';
import { connected } from './connection.ts';
import { readInstallation } from './installation.ts';
import { type BackupTask, type MadeBackup, makeBackup } from './make-backup.ts';

const HOUR_MS = 3_600_000;
/** Older, and the next is not left to the hour. */
const MAX_AGE_MS = 36 * HOUR_MS;
/** Each failure in a row doubles the wait, up to this. */
const MAX_WAIT_MS = 24 * HOUR_MS;

export interface NightlyTimes {
  /** After the start, before the first look. All in milliseconds. */
  readonly firstMs: number;
  readonly everyMs: number;
  readonly afterFailureMs: number;
}

const TIMES: NightlyTimes = { firstMs: 60_000, everyMs: 5 * 60_000, afterFailureMs: HOUR_MS };

export interface NightlyBackups {
  /** Seconds since the newest backup was made; infinite where there is none. */
  readonly ageS: () => number;
  /** Stops one that is under way, of which nothing is left. */
  close(): Promise<void>;
}

export interface NightlySettings extends Omit<BackupTask, 'signal' | 'unlessSince' | 'onTrouble' | 'isByHand'> {
  /** Of the server's clock, 0 to 23. */
  readonly hour: number;
  readonly log: Logger;
  readonly onFailure: () => void;
  /** One was made and not restored for trial. */
  readonly onNoTrial: () => void;
  readonly times?: NightlyTimes;
}

export function startNightlyBackups(settings: NightlySettings): NightlyBackups {
  const { hour, log, onFailure, onNoTrial, times = TIMES, ...task } = settings;
  const closing = new AbortController();
  const { signal } = closing;
  let installation: string | null = null;
  let newestAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  /** Since when one is wanted that could not be made yet. */
  let owedSince: Date | null = null;
  let hasToldOthers = false;

  const look = async (): Promise<void> => {
    installation ??= await connected(task.url, signal, readInstallation);
    const newest = await newestBackup(task.folder, installation, new Date());
    newestAt = newest?.madeAt.getTime() ?? Number.NEGATIVE_INFINITY;
  };
  const tell = ({ foreignTables, reason, ...made }: MadeBackup): void => {
    log.info(made, sayBackup.log.made);
    if (reason !== null) {
      onNoTrial();
      log.warn({ file: made.file, reason }, sayBackup.log.noTrial);
    }
    if (foreignTables.length > 0 && !hasToldOthers) {
      hasToldOthers = true;
      log.warn({ tables: foreignTables }, sayBackup.log.foreignTables);
    }
  };
  /** Resolves with when to look again, in milliseconds. */
  const round = async (): Promise<number> => {
    const since = owedSince ?? wantedSince(hour, new Date());
    try {
      await look();
      if (newestAt < since.getTime()) {
        const onTrouble = (err: unknown, message: string): void => log.warn({ err }, message);
        const made = await makeBackup({ ...task, isByHand: false, unlessSince: since, signal, onTrouble });
        if (typeof made !== 'string') tell(made);
        await look();
      }
      failures = 0;
      owedSince = null;
      return times.everyMs;
    } catch (err) {
      const waitMs = Math.min(times.afterFailureMs * 2 ** failures++, MAX_WAIT_MS);
      owedSince = since;
      if (!signal.aborted) {
        onFailure();
        log.error({ err, againInSeconds: waitMs / 1000 }, sayBackup.log.failed);
      }
      return waitMs;
    }
  };
  const running = (async () => {
    // Whoever asks for the age before the first round is told it.
    await look().catch(() => undefined);
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

/** A backup made since then is enough: since the hour, while it lasts, and else since a day and a half. */
export function wantedSince(hour: number, now: Date): Date {
  const begun = new Date(now);
  begun.setHours(hour, 0, 0, 0);
  const ms = now.getTime() - begun.getTime();
  return ms >= 0 && ms < HOUR_MS ? begun : new Date(now.getTime() - MAX_AGE_MS);
}

/** False where it was ended before. */
async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal, ref: false }).catch(() => false);
}
