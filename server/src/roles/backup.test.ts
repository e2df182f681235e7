import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkBackup } from '../platform/backup/read-backup.ts';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { DIST } from '../testing/dist.ts';
import { addRowsEverywhere } from '../testing/rows-everywhere.ts';
import { TEST_SECRET } from '../testing/secret.ts';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'ploscope-roles-'));
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A role that is over by itself. */
async function run(ROLE: string, settings: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const env = { PATH: process.env.PATH ?? '', PLOSCOPE_DATA: join(folder, 'data'), ROLE, ...settings };
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.js', DIST))], { cwd: folder, env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code, output };
}

test('by hand: made from one database, restored into the embedded one, made again from there: the same rows', async () => {
  await addRowsEverywhere(db);
  const made = await run('backup', {
    DATABASE_URL: db.url,
    SECRET_KEY: TEST_SECRET,
    BACKUP_FOLDER: join(folder, 'kept'),
  });
  expect(made).toEqual({
    code: 0,
    output: expect.stringMatching(
      /^Backup made: \S*\/kept\/ploscope-\S*-by-hand\.sql\.gz, [\d.]+ MB, \d+ rows\.\nRestored for trial: equal\.\n$/,
    ),
  });
  const [name = ''] = readdirSync(join(folder, 'kept'));
  const first = join(folder, 'kept', name);

  const restored = await run('restore', { RESTORE_FROM: first });
  expect(restored.output).toMatch(
    /^Restored from \S*: \d+ rows, as they were at 20\S*Z\. The server can be started now\.\nCareful: [^\n]*secret-key[^\n]*\n$/,
  );
  expect(restored.code).toBe(0);
  const again = await run('backup', {});
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining('Restored for trial: equal.') });
  const [second = ''] = readdirSync(join(folder, 'data/backups'));
  const [one, two] = await Promise.all([first, join(folder, 'data/backups', second)].map((file) => checkBackup(file)));
  expect(two!.trailer.rows).toEqual(one!.trailer.rows);
  // Nothing was left running.
  expect(existsSync(join(folder, 'data/postgres/postmaster.pid'))).toBe(false);

  const twice = await run('restore', { RESTORE_FROM: first });
  expect(twice).toEqual({
    code: 1,
    output: expect.stringMatching(/^error: The database holds rows already \(in \S+\)/),
  });
});

test('what cannot be done is said in a sentence, with code 1', async () => {
  expect(await run('restore', { DATABASE_URL: db.url })).toEqual({
    code: 1,
    output: 'error: Say which backup to restore: RESTORE_FROM=file ROLE=restore npm start\n',
  });
  const none = await run('restore', { DATABASE_URL: db.url, RESTORE_FROM: 'none' });
  expect(none).toEqual({ code: 1, output: expect.stringMatching(/^error: There is no file \S*\/none\.\n$/) });
});
