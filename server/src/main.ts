/**
 * The server program. Reads the configuration, starts the role, says where it listens, and stops at once on a signal.
 *
 * Exit codes: 0 stopped by a signal, 1 could not start, 2 wrong configuration.
 */
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { type Config, loadConfig, processEnvironment } from './platform/config/index.ts';
import { say } from './text/en.ts';

/** Longest an orderly stop may take before the process ends anyway, in milliseconds. */
const STOP_LIMIT_MS = 900;

const config = loadConfig(processEnvironment());
if (!config.ok) exitWith(2, say.badConfig(config.errors));
await serve(config.value);

async function serve(settings: Config): Promise<void> {
  const { startAll } = await import('./roles/all.ts');
  const server = await startAll(settings, {
    webRoot: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    workerUrl: new URL('./study-worker.js', import.meta.url),
    version: packageJson.version,
  }).catch((error: unknown) => exitWith(1, whyNotStarted(error, settings)));

  const stop = (): void => {
    setTimeout(() => process.exit(0), STOP_LIMIT_MS).unref();
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(say.ready(server.url.replace('//127.0.0.1:', '//localhost:')));
}

function whyNotStarted(error: unknown, { port: given, host }: Config): string {
  const port = given ?? 3000;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return say.portTaken(port);
  if (code === 'EACCES') return say.portForbidden(port);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return say.hostUnknown(host);
  return say.cannotStart(error instanceof Error ? error.message : String(error));
}

function exitWith(code: number, message: string): never {
  console.error(`${say.error}${message}`);
  process.exit(code);
}
