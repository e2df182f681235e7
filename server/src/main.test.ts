import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { DIST } from './testing/dist.ts';
import { ENDLESS } from './testing/test-server.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Program {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

const dataFolder = mkdtempSync(join(tmpdir(), 'ploscope-main-'));

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

function run(environment: Record<string, string>): Program {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.js', DIST))], {
    cwd: fileURLToPath(DIST),
    env: { PATH: process.env.PATH ?? '', PLOSCOPE_DATA: dataFolder, ...environment },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output: () => output, ended };
}

async function ready(program: Program): Promise<string> {
  for (let i = 0; i < 1200; i++) {
    const url = /PLOScope is ready on (\S+)/.exec(program.output())?.[1];
    if (url !== undefined) return url.replace('localhost', '127.0.0.1');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`not ready: ${program.output()}`);
}

test('it says where it listens in one line, and a signal ends it soon, calculation and all', async () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const program = run({ PORT: '0' });
    const url = await ready(program);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    const heavy = fetch(`${url}/api/study/equity`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ENDLESS),
    }).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const begun = performance.now();
    program.child.kill(signal);
    expect(await program.ended, program.output()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await heavy;
    expect(program.output()).toMatch(/^PLOScope is ready on \S+\n$/);
  }
});

test('a taken port is one line that names it and the way out, exit code 1', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const program = run({ PORT: String(port) });
  expect(await program.ended).toBe(1);
  expect(program.output()).toMatch(new RegExp(`^error: Port ${port} is already in use\\..*PORT=${port + 1}\n$`));
  expect(program.output().trim().split('\n')).toHaveLength(1);
  taken.close();
});

test('a wrong setting is named, exit code 2', async () => {
  const program = run({ PORT: 'eighty', LOG_LEVEL: 'loud' });
  expect(await program.ended).toBe(2);
  expect(program.output()).toContain('PORT is "eighty"');
  expect(program.output()).toContain('LOG_LEVEL is "loud"');
  expect(program.output()).not.toContain('    at ');
});
