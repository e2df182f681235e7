/**
 * For roles that do one thing with the database and are over: finds it, or starts the embedded one for as long as that
 * takes. A signal stops the work in good order, so that an embedded database is not left running.
 */
import type { Logger } from 'pino';
import type { Config } from '../platform/config/index.ts';
import { createLog } from '../platform/telemetry/index.ts';
import { databaseUrl } from './parts.ts';

export async function withDatabase<T>(
  config: Config,
  work: (url: string, signal: AbortSignal, log: Logger) => Promise<T>,
): Promise<T> {
  const log = createLog(config.logLevel, config.role);
  const closing: (() => Promise<unknown>)[] = [];
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.on('SIGTERM', stop).on('SIGINT', stop);
  try {
    return await work(await databaseUrl(config, config.role, log, closing, stop), stopping.signal, log);
  } finally {
    for (const end of closing) await end();
    process.off('SIGTERM', stop).off('SIGINT', stop);
  }
}
