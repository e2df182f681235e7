import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BACKUP_RULES } from '../../roles/backup-task.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { addRowsEverywhere } from '../../testing/rows-everywhere.ts';
import { type BackupTask, makeBackup } from './make-backup.ts';
import { startNightlyBackups } from './nightly.ts';

const DAY_MS = 24 * 3_600_000;
const SOON = { firstMs: 10, everyMs: 20, afterFailureMs: 60_000, maxAgeMs: DAY_MS };

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ploscope-backup-'));
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

function task(more: Partial<BackupTask> = {}): BackupTask {
  return { url: db.url, folder, rules: BACKUP_RULES, program: '1.2.3', secretMark: null, keptDays: 30, ...more };
}

/** The name a backup of so many days ago has. */
function nameOf(days: number): string {
  const [date, time] = new Date(Date.now() - days * DAY_MS)
    .toISOString()
    .replace(/[-:]|\..*$/g, '')
    .split('T');
  return `ploscope-${date}-${time}.sql.gz`;
}

const put = (...names: string[]): void => {
  for (const name of names) writeFileSync(join(folder, name), 'x');
};

async function scratchDatabases(): Promise<number> {
  const rows = await db.query(`select from pg_database where starts_with(datname, current_database() || '_trial_')`);
  return rows.length;
}

test('a backup is for this user alone; what is older than the kept days or was never finished goes, and never it', async () => {
  const [young, old] = [nameOf(29), nameOf(31)];
  put(young, old, `${nameOf(2)}.partial`, `${nameOf(3)}.unproven`, 'ploscope-notes.txt', `${old}.copy`);
  // Of a trial that was killed, and one that only sounds like it.
  const [{ name } = { name: '' }] = await db.query<{ name: string }>('select current_database() as name');
  await db.query(`create database ${name}_trial_0123abcd`);
  await db.query(`create database ${name}_trial_of_mine`);
  const made = await makeBackup(task());
  if (typeof made === 'string') throw new Error(made);
  const left = readdirSync(folder).sort();
  expect(left).toEqual([made.file.slice(folder.length + 1), young, 'ploscope-notes.txt', `${old}.copy`].sort());
  expect(statSync(made.file)).toMatchObject({ size: made.bytes });
  expect(statSync(made.file).mode & 0o777).toBe(0o600);
  expect(await scratchDatabases()).toBe(1);
  await db.query(`drop database ${name}_trial_of_mine`);

  const last = await makeBackup(task({ keptDays: 0 }));
  if (typeof last === 'string') throw new Error(last);
  expect(readdirSync(folder).filter((file) => file.endsWith('.gz'))).toEqual([last.file.slice(folder.length + 1)]);
});

test('two schedulers at once make one backup, and none where there is a young one', async () => {
  const failures: unknown[] = [];
  const start = () =>
    startNightlyBackups({
      ...task(),
      log: pino({ level: 'silent' }),
      onFailure: () => failures.push('failed'),
      times: SOON,
    });
  const both = [start(), start()];
  while (both.some(({ ageS }) => ageS() > 3600)) await sleep(20);
  await sleep(100);
  await Promise.all(both.map((each) => each.close()));
  expect(readdirSync(folder)).toHaveLength(1);
  expect(failures).toEqual([]);
  expect(await Promise.all([1, 2].map(() => makeBackup(task({ unlessYoungerMs: DAY_MS }))))).toContain('young');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a backup that is a day old is followed by another, one from the future is not waited for', async () => {
  put(nameOf(1.01), nameOf(-400));
  const nightly = startNightlyBackups({ ...task(), log: pino({ level: 'silent' }), onFailure: () => {}, times: SOON });
  await sleep(5);
  expect(nightly.ageS()).toBeGreaterThan(24 * 3600);
  while (readdirSync(folder).length < 3) await sleep(20);
  await nightly.close();
});

test('a failure is told once and not tried again at once; the next look finds no half backup', async () => {
  let failures = 0;
  const told: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void told.push(line) });
  const onFailure = (): void => void failures++;
  const blocked = join(folder, 'not-a-folder');
  put('not-a-folder');
  const nightly = startNightlyBackups({ ...task({ folder: blocked }), log, onFailure, times: SOON });
  while (failures === 0) await sleep(10);
  await sleep(100);
  await nightly.close();
  expect([failures, told.length, nightly.ageS()]).toEqual([1, 1, Number.POSITIVE_INFINITY]);
  expect(told[0]).toContain('cannot be written (EEXIST)');
});

test.each([
  ['what comes out is not what went in', "t.label || 'x'", /is not what went in/],
  ['it cannot be restored', 'null', /could not be restored for trial: .*violates not-null/],
])('where %s, the backup is set aside and does not count', async (_, label, told) => {
  await addRowsEverywhere(db);
  const rules = { ...BACKUP_RULES, columns: { 'jobs.jobs': { label } } };
  await expect(makeBackup(task({ rules }))).rejects.toThrow(told);
  const [name, ...others] = readdirSync(folder);
  expect([name, others]).toEqual([expect.stringMatching(/\.sql\.gz\.unproven$/), []]);
  expect(await scratchDatabases()).toBe(0);
});

test('stopped while it dumps or while it is tried, it ends soon and leaves nothing', async () => {
  await addRowsEverywhere(db, 2_000_000);
  // While it dumps: it waits for a table that somebody holds.
  const holder = new Client({ connectionString: db.url });
  await holder.connect();
  await holder.query('begin; lock table study.spots in access exclusive mode');
  await stoppedWhen((names) => names.some((name) => name.endsWith('.partial')));
  await holder.end();
  await stoppedWhen(async () => (await scratchDatabases()) > 0);

  async function stoppedWhen(isThere: (names: string[]) => boolean | Promise<boolean>): Promise<void> {
    const stopping = new AbortController();
    const making = makeBackup(task({ signal: stopping.signal }));
    making.catch(() => undefined);
    while (!(await isThere(readdirSync(folder)))) await sleep(5);
    stopping.abort();
    await expect(making).rejects.toThrow('was stopped before it was whole');
    expect(readdirSync(folder)).toEqual([]);
    expect(await scratchDatabases()).toBe(0);
  }
});

test('a connection that is cut ends the backup in words and leaves nothing', async () => {
  await addRowsEverywhere(db, 5_000_000);
  const making = makeBackup(task());
  making.catch(() => undefined);
  while (!readdirSync(folder).some((name) => name.endsWith('.partial'))) await sleep(5);
  await db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ploscope backup'
    and datname = current_database()`);
  await expect(making).rejects.toThrow(/^The backup failed: /);
  expect(readdirSync(folder)).toEqual([]);
});

const canMount = process.getuid?.() === 0 && spawnSync('unshare', ['--mount', 'true']).status === 0;

test.skipIf(!canMount)('a full disk ends the backup in words and leaves nothing of it', async () => {
  await addRowsEverywhere(db);
  const small = join(folder, 'small');
  mkdirSync(small);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8k', 'tmpfs', small]);
  try {
    writeFileSync(join(small, nameOf(1)), 'an earlier one');
    const made = makeBackup(task({ folder: small }));
    await expect(made).rejects.toThrow(/^The disk that holds .* is full, so no backup was made/);
    expect(readdirSync(small)).toEqual([nameOf(1)]);
  } finally {
    execFileSync('umount', [small]);
  }
});
