/**
 * The server program. Reads the configuration, starts the role, says where it listens, and stops at once on a signal.
 *
 * Exit codes: 0 stopped by a signal, 1 could not start, 2 wrong configuration.
 */
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import { type Config, loadConfig, portOf, processEnvironment } from './platform/config/index.ts';
import { say } from './text/en.ts';

/** Longest an orderly stop may take before the process ends anyway, in milliseconds: a solve saves its state in it. */
const STOP_LIMIT_MS = 25_000;

const config = loadConfig(processEnvironment());
if (!config.ok) exitWith(2, say.badConfig(config.errors));
await serve(config.value);

async function serve(settings: Config): Promise<void> {
  const { startRole } = await import('./roles/start-role.ts');
  const role = await startRole(settings, {
    webRoot: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    workerUrl: new URL('./study-worker.js', import.meta.url),
    solverUrl: new URL('./solve-worker.js', import.meta.url),
    handsUrl: new URL('./hands-worker.js', import.meta.url),
    version: packageJson.version,
  }).catch((error: unknown) => exitWith(1, whyNotStarted(error, settings)));
  if (role.url === null) {
    console.log(role.said);
    return;
  }
  let stopping = false;
  const stop = (code: number): void => {
    // A second signal means at once.
    if (stopping) process.exit(code);
    stopping = true;
    setTimeout(() => process.exit(code), STOP_LIMIT_MS).unref();
    void role.close().then(() => process.exit(code));
  };
  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  role.onLost((reason) => {
    console.error(`${say.error}${say.lost(reason)}`);
    stop(1);
  });
  console.log(say.ready(role.url.replace('//127.0.0.1:', '//localhost:')));
}

function whyNotStarted(error: unknown, config: Config): string {
  const { host } = config;
  const port = portOf(config);
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return say.portTaken(port);
  if (code === 'EACCES') return say.portForbidden(port);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return say.hostUnknown(host);
  // It has its own words for what it could not do.
  if (error instanceof Error && error.name === 'BackupError') return error.message;
  return say.cannotStart(error instanceof Error ? error.message : String(error));
}

function exitWith(code: number, message: string): never {
  console.error(`${say.error}${message}`);
  process.exit(code);
}
