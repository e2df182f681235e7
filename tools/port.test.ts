import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort, parsePort, portProblem } from './port.mjs';

const open: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

function occupy(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    open.push(server);
    server.listen(0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

describe('the port is known to be usable before anything slow is done', () => {
  test.each(['127.0.0.1', '0.0.0.0'])('a port taken on %s is refused with what to do', async (host) => {
    const port = await occupy(host);
    expect(await portProblem(port)).toMatch(new RegExp(`Port ${port} is already in use.*PORT=`));
  });
  test('a free port is accepted and given back', async () => {
    const port = await freePort();
    expect(await portProblem(port)).toBeNull();
    expect(await portProblem(port)).toBeNull();
  });
});

describe('PORT is read strictly', () => {
  test('3000 when it is not set', () => {
    expect(parsePort(undefined)).toEqual({ ok: true, port: 3000 });
    expect(parsePort('')).toEqual({ ok: true, port: 3000 });
  });
  test('a number', () => {
    expect(parsePort('8080')).toEqual({ ok: true, port: 8080 });
  });
  test.each(['abc', '-1', '65536', '80.5', '1e3', '0x50'])('%s is refused', (text) => {
    expect(parsePort(text).ok).toBe(false);
  });
});
