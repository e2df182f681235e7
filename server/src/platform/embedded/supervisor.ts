/**
 * Keeps a postmaster running: one that dies unasked is started again on the same address, where PostgreSQL first brings
 * its data back to the last commit. The pauses between tries grow; after too many quick deaths in a row it gives up and
 * says so, once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sayEmbedded } from '../../text/embedded.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { type Launch, type Postmaster, startPostmaster } from './postmaster.ts';

/** A death later than this after a start is a new trouble, not the old one. In milliseconds. */
const QUICK_DEATH_MS = 30_000;
const QUICK_DEATHS = 8;

/** Between two tries; each pause is twice the one before. */
export interface Pauses {
  readonly firstMs: number;
  readonly longestMs: number;
}

const PAUSES: Pauses = { firstMs: 100, longestMs: 5_000 };

/** As much of pino's logger as is used. */
export interface EmbeddedLog {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export interface Supervised {
  stop(): Promise<void>;
  stopSoon(): void;
}

/** `onGone` is called when it is not started again. */
export async function supervise(
  launch: Launch,
  log: EmbeddedLog,
  onGone: (error: EmbeddedPostgresError) => void,
  pauses = PAUSES,
): Promise<Supervised> {
  const stopping = new AbortController();
  let current: Postmaster | null = await startPostmaster(launch);
  const watching = watch(current);

  return {
    async stop() {
      stopping.abort();
      await current?.stop();
      await watching;
    },
    stopSoon() {
      stopping.abort();
      current?.stopSoon();
    },
  };

  async function watch(first: Postmaster): Promise<void> {
    let postmaster = first;
    let deaths = 0;
    while (true) {
      const since = performance.now();
      await postmaster.ended;
      current = null;
      if (stopping.signal.aborted) return;
      deaths = performance.now() - since < QUICK_DEATH_MS ? deaths + 1 : 1;
      log.warn({ pid: postmaster.pid, deaths }, 'postgres died');
      const next = await startAgain();
      if (next === null) return;
      postmaster = next;
    }

    async function startAgain(): Promise<Postmaster | null> {
      let reason: unknown = null;
      for (; deaths < QUICK_DEATHS; deaths++) {
        const pauseMs = Math.min(pauses.firstMs * 2 ** (deaths - 1), pauses.longestMs);
        await pause(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return null;
        try {
          current = await startPostmaster(launch);
          log.warn({ pid: current.pid, deaths }, 'postgres runs again');
          if (stopping.signal.aborted) await current.stop();
          return current;
        } catch (error) {
          reason = error;
          log.error({ err: error, deaths }, 'postgres does not start');
        }
      }
      if (!stopping.signal.aborted) onGone(givenUp(reason, deaths));
      return null;
    }
  }

  /** A disk that is full, or a postmaster in the way, says more than that it died so often. */
  function givenUp(reason: unknown, deaths: number): EmbeddedPostgresError {
    const known = reason instanceof EmbeddedPostgresError && reason.code !== 'POSTGRES_DOES_NOT_START';
    if (known) return reason;
    return new EmbeddedPostgresError('POSTGRES_KEEPS_DYING', sayEmbedded.keepsDying(launch.folder.log, deaths), reason);
  }
}
