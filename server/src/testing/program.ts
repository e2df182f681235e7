/** The built server as a process of its own, with its log kept: what it wrote is part of what a test looks at. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST } from './dist.ts';
import { TEST_SECRET } from './secret.ts';

export interface Program {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it wrote so far. */
  output(): string;
  /** Ends it in good order; rejects where it had to be killed. */
  close(): Promise<void>;
}

/** Settings are given by their names in the environment. The folder of its data is its own and goes with it. */
export async function startProgram(settings: Readonly<Record<string, string>>): Promise<Program> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'ploscope-program-'));
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.js', DIST))], {
    env: {
      PATH: process.env.PATH ?? '',
      PORT: '0',
      LOG_LEVEL: 'error',
      PLOSCOPE_DATA: dataFolder,
      SECRET_KEY: TEST_SECRET,
      ...settings,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'exit');
  const close = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    const [code] = await ended;
    clearTimeout(timer);
    await rm(dataFolder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`the server ended with ${code}\n${output}`);
  };
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const told = /PLOScope is ready on (\S+)/.exec(output)?.[1];
      if (told !== undefined) resolve(told.replace('localhost', '127.0.0.1'));
    });
    void ended.then(() => reject(new Error(`the server did not start\n${output}`)));
  });
  return { url, child, output: () => output, close };
}
