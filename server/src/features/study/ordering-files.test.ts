import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DIST } from '../../testing/dist.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

/** A server in a folder of its own, where PLO4 has damaged orderings and PLO5 none at all. */
let folder: string;
let server: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ploscope-orderings-'));
  cpSync(fileURLToPath(DIST), join(folder, 'dist'), { recursive: true });
  symlinkSync(fileURLToPath(new URL('../../node_modules', DIST)), join(folder, 'node_modules'));
  rmSync(join(folder, 'dist/data'), { recursive: true });
  mkdirSync(join(folder, 'dist/data'));
  for (const name of ['plo4-1', 'plo4-5']) writeFileSync(join(folder, `dist/data/${name}.bin`), 'damaged');
  server = await startTestServer({}, { workerUrl: pathToFileURL(join(folder, 'dist/study-worker.js')) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test.each(['plo4', 'plo5'])('a spot of %s that needs a missing ordering is refused by name', async (game) => {
  const { status, body } = await server.equity({ game, hands: ['15%', 'AA'], trials: 10 });
  expect(status).toBe(422);
  expect(body.error).toMatchObject({ code: 'ordering-missing', field: 'hands[0]' });
  expect(body.error?.message).toContain(`${game}-`);
  expect((await server.equity({ game, hands: ['AA', 'KK'], trials: 10 })).status).toBe(200);
});
