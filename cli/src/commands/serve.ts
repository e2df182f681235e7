/** `ploscope serve`: starts the server program as a child, and ends with it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { readWords } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { parseWhole } from '../option-values.ts';
import { say } from '../text/en.ts';

const SERVER = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

/** Where `npm start` keeps everything, too. */
const DATA = fileURLToPath(new URL('../../.ploscope', import.meta.url));

/** Resolves with the server's exit code when it has ended. */
export async function runServe(args: readonly string[]): Promise<Failure | number> {
  const read = readWords(args, { port: 'string', host: 'string', help: 'boolean' }, 'serve');
  if (!read.ok) return read.error;
  const { values, words } = read.value;
  if (words.length > 0) return wrongInput(say.noArguments('serve'), say.seeHelp('serve'));
  const port = values.get('port');
  if (port !== undefined && parseWhole(port, 0, 65535) === null) {
    return wrongInput(say.badValue('--port', say.wantedWhole(0, 65535)));
  }
  if (!existsSync(SERVER)) return { exitCode: 1, message: say.serverNotBuilt, hint: null, place: null };

  const host = values.get('host');
  if (port !== undefined && (await isTaken(Number(port), host))) {
    const other = Number(port) < 65535 ? Number(port) + 1 : 3000;
    return { exitCode: 1, message: say.portTaken(port), hint: say.otherPort(other), place: null };
  }
  const server = spawn(process.execPath, [SERVER], {
    stdio: 'inherit',
    env: {
      // Not the folder one happens to be in: each would have a database of its own.
      PLOSCOPE_DATA: DATA,
      ...process.env,
      ...(port === undefined ? {} : { PORT: port }),
      ...(host === undefined ? {} : { HOST: host }),
    },
  });
  // A terminal sends Ctrl-C to both; a signal sent to this process alone is handed on.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Whether another program listens there already. Anything else that is wrong with the address is the server's to say;
 * so is a port that was not given here but in its own settings.
 */
function isTaken(port: number, host = process.env.HOST || '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)));
  });
}
