/** The log: JSON lines on standard output, for a collector to read. Bodies are never logged. */
import { type Logger, pino } from 'pino';

const SECRET_PATHS = ['authorization', 'cookie', 'password', 'token'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** `role` stands in every line. What must not be seen by whoever reads logs is cut out, wherever it stands. */
export function createLog(level: string, role: string): Logger {
  return pino({
    level,
    base: { role },
    redact: { paths: SECRET_PATHS, remove: true },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
  });
}
