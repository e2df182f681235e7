/** The log: JSON lines on standard output, for a collector to read. Bodies are never logged. */
import { type DestinationStream, type Logger, pino } from 'pino';

const SECRET_PATHS = ['authorization', 'cookie', 'password', 'token'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** `role` stands in every line. What must not be seen by whoever reads logs is cut out, wherever it stands. */
export function createLog(level: string, role: string, to: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      level,
      base: { role },
      redact: { paths: SECRET_PATHS, remove: true },
      serializers: { err: tellError, req: tellRequest },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
    },
    to,
  );
}

/** Without the query: a link to the study has a player's cards in it. */
function tellRequest(request: { method: string; url: string; ip: string }): object {
  return { method: request.method, url: request.url.split('?')[0], address: request.ip };
}

/** The database's driver hangs its whole connection on an error: thousands of characters that tell nobody anything. */
function tellError(error: Error): object {
  const { client: _connection, ...told } = pino.stdSerializers.err(error) as { client?: unknown };
  return told;
}
