import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { freePort } from '../port.mjs';
import { startPrivateServer, temporaryFolder } from './private-server.mjs';

const POSIX = process.platform !== 'win32';

const greeting = Buffer.from('hello');

/** A server that tells each client the number in its file, which grows each time it is started. */
const counting = (port: number) => `
  const fs = require('node:fs');
  const times = fs.existsSync('times') ? Number(fs.readFileSync('times')) + 1 : 1;
  fs.writeFileSync('times', String(times));
  require('node:net').createServer((socket) => socket.on('data', () => socket.end(String(times)))).listen(${port}, '127.0.0.1');`;

const serverOf = (port: number, code = counting(port)) => ({
  url: `test://127.0.0.1:${port}`,
  port,
  greeting,
  program: { command: process.execPath, args: ['-e', code] },
});

/** What a client is told, or null when nobody listens. */
function ask(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(greeting));
    socket.once('data', (data) => resolve(String(data)));
    socket.once('error', () => resolve(null));
  });
}

describe.skipIf(!POSIX)('a server started for tests is ours from its start to its end', () => {
  test('it comes back after a kill on the same port with its data, and leaves nothing when it is stopped', async () => {
    const [port, folder] = [await freePort(), temporaryFolder('test')];
    const server = await startPrivateServer(folder, serverOf(port));
    expect(await ask(port)).toBe('1');
    await server.kill();
    expect(await ask(port)).toBeNull();
    await server.restart();
    expect(await ask(port)).toBe('2');
    await server.stop();
    await expect.poll(() => ask(port)).toBeNull();
    expect(existsSync(folder)).toBe(false);
  });

  test('a program that ends at once is told with its last words, and nothing of it stays', async () => {
    const folder = temporaryFolder('test');
    const starting = startPrivateServer(
      folder,
      serverOf(await freePort(), 'console.error("no disk"); process.exit(1)'),
    );
    await expect(starting).rejects.toThrow(/no disk/);
    expect(existsSync(folder)).toBe(false);
  });

  test('it ends with the process that started it, when that is killed', async () => {
    const [port, folder] = [await freePort(), temporaryFolder('test')];
    const module = new URL('./private-server.mjs', import.meta.url).href;
    const code = `const { startPrivateServer } = await import(${JSON.stringify(module)});
      const { greeting, ...server } = ${JSON.stringify(serverOf(port))};
      await startPrivateServer(${JSON.stringify(folder)}, { ...server, greeting: Buffer.from('hello') });
      console.log('up');
      setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => owner.stdout.once('data', resolve));
    expect(await ask(port)).toBe('1');
    owner.kill('SIGKILL');
    await expect.poll(() => ask(port), { timeout: 10_000 }).toBeNull();
    await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false);
  });
});
