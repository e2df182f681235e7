/** The log: JSON lines on standard output, for a collector to read. Bodies are never logged. */
import { type Logger, pino } from 'pino';

export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` });
}
