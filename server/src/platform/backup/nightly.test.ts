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
import { connected } from './connection.ts';
import { readInstallation } from './installation.ts';
import { type BackupTask, makeBackup } from './make-backup.ts';
import { type NightlySettings, startNightlyBackups, wantedSince } from './nightly.ts';
import { trialPrefix } from './trial.ts';

const DAY_MS = 24 * 3_600_000;
const SOON = { firstMs: 10, everyMs: 20, afterFailureMs: 60_000 };
/** None that comes while a test runs. */
const hour = (new Date().getHours() + 12) % 24;

let db: TestDatabase;
let folder: string;
let installation: string;
beforeEach(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'ploscope-backup-'));
  installation = await connected(db.url, undefined, readInstallation);
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

function task(more: Partial<BackupTask> = {}): BackupTask {
  return {
    url: db.url,
    databaseFolder: null,
    folder,
    rules: BACKUP_RULES,
    program: '1.2.3',
    secretMark: null,
    keptDays: 30,
    isByHand: false,
    ...more,
  };
}

const nightly = (more: Partial<NightlySettings> = {}) =>
  startNightlyBackups({
    ...task(),
    hour,
    log: pino({ level: 'silent' }),
    onFailure: () => {},
    onNoTrial: () => {},
    times: SOON,
    ...more,
  });

/** The name a backup of so many days ago has. */
function nameOf(days: number, of = installation): string {
  const [date, time] = new Date(Date.now() - days * DAY_MS)
    .toISOString()
    .replace(/[-:]|\..*$/g, '')
    .split('T');
  return `ploscope-${of}-${date}-${time}.sql.gz`;
}

const put = (...names: string[]): void => {
  for (const name of names) writeFileSync(join(folder, name), 'x');
};

async function trialsPrefix(): Promise<string> {
  const [row] = await db.query<{ name: string }>('select current_database() as name');
  return trialPrefix(row!.name);
}

async function trialDatabases(): Promise<number> {
  const rows = await db.query('select from pg_database where starts_with(datname, $1)', [await trialsPrefix()]);
  return rows.length;
}

test('a backup is for this user alone; what is older than the kept days or was never finished goes, and never it', async () => {
  const [young, old] = [nameOf(29), nameOf(31)];
  const ofOthers = [31, 32].map((days) => nameOf(days, '0123abcd'));
  const kept = [
    ...[young, 'ploscope-notes.txt', `${old}.copy`, old.replace('.sql', '-by-hand.sql')],
    ...[ofOthers[0]!, `${ofOthers[1]}.partial`, `${ofOthers[1]}.unproven`],
  ];
  put(...kept, old, `${nameOf(2)}.partial`, `${nameOf(3)}.unproven`);
  // Of a trial that was killed, and one that only sounds like it.
  const prefix = await trialsPrefix();
  await db.query(`create database ${prefix}0123abcd`);
  await db.query(`create database ${prefix}of_mine`);
  const made = await makeBackup(task());
  if (typeof made === 'string') throw new Error(made);
  const left = readdirSync(folder).sort();
  expect(left).toEqual([made.file.slice(folder.length + 1), ...kept].sort());
  expect(statSync(made.file)).toMatchObject({ size: made.bytes });
  expect(statSync(made.file).mode & 0o777).toBe(0o600);
  expect(await trialDatabases()).toBe(1);
  await db.query(`drop database ${prefix}of_mine`);

  const last = await makeBackup(task({ keptDays: 0 }));
  if (typeof last === 'string') throw new Error(last);
  const whole = readdirSync(folder).filter((file) => file.includes(installation) && file.endsWith('.gz'));
  expect(whole.filter((file) => !file.includes('by-hand'))).toEqual([last.file.slice(folder.length + 1)]);
});

test('one made by hand says so, and a young one of another installation is none', async () => {
  put(nameOf(0, '0123abcd'));
  const unlessSince = new Date(Date.now() - DAY_MS);
  const made = await makeBackup(task({ isByHand: true, unlessSince, keptDays: null }));
  if (typeof made === 'string') throw new Error(made);
  expect(made.file).toMatch(/-by-hand\.sql\.gz$/);
  expect(readdirSync(folder)).toHaveLength(2);
});

test('the hour is the time of a backup, and a day and a half is waited for no hour', () => {
  const at = (hours: number, minutes: number): Date => new Date(2026, 0, 10, hours, minutes);
  expect(wantedSince(4, at(4, 0))).toEqual(at(4, 0));
  expect(wantedSince(4, at(4, 59))).toEqual(at(4, 0));
  for (const now of [at(3, 59), at(5, 0)]) expect(now.getTime() - wantedSince(4, now).getTime()).toBe(1.5 * DAY_MS);
});

test('two schedulers at once make one backup, and none where there is a young one', async () => {
  const failures: unknown[] = [];
  const start = () => nightly({ onFailure: () => failures.push('failed') });
  const both = [start(), start()];
  while (both.some(({ ageS }) => ageS() > 3600)) await sleep(20);
  await sleep(100);
  await Promise.all(both.map((each) => each.close()));
  expect(readdirSync(folder)).toHaveLength(1);
  expect(failures).toEqual([]);
  expect(
    await Promise.all([1, 2].map(() => makeBackup(task({ unlessSince: new Date(Date.now() - DAY_MS) })))),
  ).toContain('young');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('a backup that is a day and a half old is followed by another, one from the future is not waited for', async () => {
  put(nameOf(1.51), nameOf(-400));
  const running = nightly({ times: { ...SOON, firstMs: 500 } });
  while (running.ageS() === Number.POSITIVE_INFINITY) await sleep(5);
  expect(running.ageS()).toBeGreaterThan(36 * 3600);
  while (readdirSync(folder).filter((name) => name.endsWith('.gz')).length < 3) await sleep(20);
  await running.close();
});

test('a failure is told once and not tried again at once; the next look finds no half backup', async () => {
  let failures = 0;
  const told: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void told.push(line) });
  const onFailure = (): void => void failures++;
  const blocked = join(folder, 'not-a-folder');
  put('not-a-folder');
  const running = nightly({ folder: blocked, log, onFailure });
  while (failures === 0) await sleep(10);
  await sleep(100);
  await running.close();
  expect([failures, told.length, running.ageS()]).toEqual([1, 1, Number.POSITIVE_INFINITY]);
  expect(told[0]).toContain('cannot be written (EEXIST)');
});

test('each failure in a row doubles the wait', async () => {
  put('not-a-folder');
  const waits: number[] = [];
  const write = (line: string): void => void waits.push(JSON.parse(line).againInSeconds);
  const times = { ...SOON, afterFailureMs: 1 };
  const running = nightly({ folder: join(folder, 'not-a-folder'), log: pino({ level: 'error' }, { write }), times });
  while (waits.length < 4) await sleep(5);
  await running.close();
  expect(waits.slice(0, 4)).toEqual([0.001, 0.002, 0.004, 0.008]);
});

test.skipIf(process.platform !== 'linux')('where a trial has no room, the backup is read back and counts', async () => {
  let skipped = 0;
  const told: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void told.push(line) });
  // A folder of the system, on which nothing is ever free.
  const running = nightly({ databaseFolder: '/proc', log, onNoTrial: () => skipped++ });
  while (running.ageS() > 3600) await sleep(20);
  await running.close();
  expect([skipped, told, await trialDatabases()]).toEqual([1, [expect.stringMatching(/MB.* 0 MB free\./)], 0]);
});

test.each([
  ['what comes out is not what went in', "t.label || 'x'", /is not what went in/],
  ['it cannot be restored', 'null', /could not be restored for trial: .*violates not-null/],
])('where %s, the backup is set aside and does not count', async (_, label, told) => {
  await addRowsEverywhere(db);
  const rules = { ...BACKUP_RULES, columns: { 'jobs.jobs': { label } } };
  // The last of them is kept until one is good.
  put(`${nameOf(1)}.unproven`);
  await expect(makeBackup(task({ rules }))).rejects.toThrow(told);
  const [name, ...others] = readdirSync(folder);
  expect([name, others]).toEqual([expect.stringMatching(/\.sql\.gz\.unproven$/), []]);
  expect(name).not.toContain(nameOf(1));
  expect(await trialDatabases()).toBe(0);
});

test('stopped while it dumps or while it is tried, it ends soon and leaves nothing', async () => {
  await addRowsEverywhere(db, 2_000_000);
  // While it dumps: it waits for a table that somebody holds.
  const holder = new Client({ connectionString: db.url });
  await holder.connect();
  await holder.query('begin; lock table study.spots in access exclusive mode');
  await stoppedWhen((names) => names.some((name) => name.endsWith('.partial')));
  await holder.end();
  await stoppedWhen(async () => (await trialDatabases()) > 0);

  async function stoppedWhen(isThere: (names: string[]) => boolean | Promise<boolean>): Promise<void> {
    const stopping = new AbortController();
    const making = makeBackup(task({ signal: stopping.signal }));
    making.catch(() => undefined);
    while (!(await isThere(readdirSync(folder)))) await sleep(5);
    stopping.abort();
    await expect(making).rejects.toThrow('was stopped before it was whole');
    expect(readdirSync(folder)).toEqual([]);
    expect(await trialDatabases()).toBe(0);
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

test('idle as long as a trial takes, the connection with the lock stays; lost by then, nothing gets a name', async () => {
  await addRowsEverywhere(db);
  await db.query(`do $$ begin execute format('alter database %I set idle_session_timeout = 30', current_database());
    execute format('alter database %I set lock_timeout = 1', current_database()); end $$`);
  const whole = await makeBackup(task());
  if (typeof whole === 'string') throw new Error(whole);
  rmSync(whole.file);
  const making = makeBackup(task());
  making.catch(() => undefined);
  const prefix = await trialsPrefix();
  const holder = `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 1
    and database = (select oid from pg_database where datname = current_database())
    and exists (select from pg_database where starts_with(datname, $1))`;
  while ((await db.query(holder, [prefix])).length === 0) await sleep(5);
  await expect(making).rejects.toThrow(/^The backup failed: /);
  expect(readdirSync(folder)).toEqual([]);
});

test('no two databases take their trials for each other, and their names fit', () => {
  const [one, two] = ['a', 'b'].map((end) => trialPrefix(`${'ä'.repeat(30)}${end}`));
  expect(one).not.toBe(two);
  expect(Buffer.byteLength(`${one}0123abcd`)).toBeLessThanOrEqual(63);
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
