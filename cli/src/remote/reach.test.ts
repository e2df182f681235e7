import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { ROUTES } from '@ploscope/contracts';
import { afterAll, afterEach, expect, test } from 'vitest';
import { ask } from '../terminal/ask.ts';
import { testFolder } from '../testing/folder.ts';
import { clientOf } from './client-of.ts';
import type { Remote } from './connect.ts';
import { fetchResult, openTarget } from './fetch-result.ts';
import { openReach } from './reach.ts';

const folder = testFolder(afterAll);
const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Something that speaks HTTP and is not quite our server. */
async function remoteOf(answer: RequestListener): Promise<Remote & { notes: string[] }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  closers.push(() => server.close());
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { signal } = new AbortController();
  const notes: string[] = [];
  const tell = (note: string): void => void notes.push(note);
  const reach = openReach({ server: url, signal, tell });
  return { server: url, client: clientOf(url, null), reach, signal, tell, notes };
}

test('a server that says when to come back is asked again then, and not before', async () => {
  const asked: number[] = [];
  const error = { code: 'rate-limit', message: 'Too many.', at: null, end: null, field: null, hint: null };
  const remote = await remoteOf((_request, response) => {
    asked.push(performance.now());
    if (asked.length === 1) response.writeHead(429, { 'retry-after': '1' }).end(JSON.stringify({ error }));
    else response.end(JSON.stringify({ ok: true }));
  });
  const done = await remote.reach.hold((signal) => remote.client.call(ROUTES.logout, { signal }));
  expect(done).toEqual({ ok: true, value: { ok: true } });
  expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThan(990);
  expect(remote.notes).toEqual(['Too many. Trying again in 1 s.', 'Connected again.']);
});

test('what must not be done twice is not asked again once it was sent', async () => {
  let asked = 0;
  const remote = await remoteOf((request, response) => {
    asked += 1;
    if (asked === 1) request.resume().on('end', () => response.destroy());
    else response.writeHead(504).end();
  });
  const once = () => remote.reach.holdOnce((signal) => remote.client.call(ROUTES.logout, { signal }));
  await expect(once()).rejects.toMatchObject({
    failure: { message: expect.stringMatching(/^The answer of \S+ was lost/) },
  });
  expect(await once()).toMatchObject({ ok: false, status: 504 });
  expect([asked, remote.notes]).toEqual([2, []]);
});

test('a file is begun again when the connection breaks, and refused when it is not as long as it should be', async () => {
  const whole = Buffer.alloc(200_000, 7);
  let asked = 0;
  const remote = await remoteOf((_request, response) => {
    response.writeHead(200, { 'content-length': whole.length });
    if (++asked > 1) response.end(whole);
    else response.write(whole.subarray(0, 100_000), () => response.destroy());
  });
  const path = folder.in('file.plos');
  const target = await openTarget(path);
  if (!target.ok) throw new Error(target.error.message);
  const id = '01943d3a-7c1b-7e0f-8a55-3f1d2c4b5a69';
  expect(await fetchResult(remote, id, whole.length + 1, target.value)).toMatchObject({
    exitCode: 1,
    message: 'The file came with 195.3 kB in place of 195.3 kB.',
  });
  expect(asked).toBe(2);
  expect(remote.notes).toEqual([
    expect.stringMatching(/^The connection to \S+ is lost: other side closed\. Trying again\.$/),
  ]);
  expect(await fetchResult(remote, id, whole.length, target.value)).toBeNull();
  expect(readdirSync(folder.path).filter((name) => name === 'file.plos')).toEqual([]);
  await target.value.discard();
  expect(readdirSync(folder.path)).toEqual([]);
});

test('a secret is typed without being shown, and Ctrl-C gives it up', async () => {
  for (const [keys, answer] of [
    ['s3cret\x7fT\r', 's3creT'],
    ['half\x03', null],
    ['\x04', null],
  ] as const) {
    const input = new PassThrough();
    const output = new PassThrough();
    // What came before must not show what is typed now.
    const before = ask('E-mail: ', false, { input, output });
    input.write('me@example.org\r');
    expect(await before).toBe('me@example.org');
    expect(String(output.read())).toContain('me@example.org');
    const asked = ask('Password: ', true, { input, output });
    input.write(keys);
    expect(await asked).toBe(answer);
    expect(String(output.read())).toBe('Password: \n');
  }
});
