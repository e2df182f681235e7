import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BACKUP_RULES } from '../../roles/backup-task.ts';
import { BACKUP_TASK, backUp } from '../../testing/back-up.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { addRowsEverywhere } from '../../testing/rows-everywhere.ts';
import { connected } from './connection.ts';
import { dump } from './dump.ts';
import type { BackupTrailer } from './format.ts';
import { makeBackup } from './make-backup.ts';
import { checkBackup } from './read-backup.ts';
import { restore } from './restore.ts';
import { foreignTables } from './table-plan.ts';

const hasPsql = spawnSync('psql', ['--version']).status === 0;
const STAMP = { program: '1.2.3', installation: '', secretMark: null, made: '2026-01-02T03:04:05.678Z' };

let db: TestDatabase;
let empty: TestDatabase;
let folder: string;
beforeEach(async () => {
  [db, empty, folder] = await Promise.all([
    createTestDatabase(),
    createEmptyDatabase(),
    mkdtemp(join(tmpdir(), 'ploscope-backup-')),
  ]);
});
afterEach(async () => {
  await Promise.all([db.drop(), empty.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** What a backup of a database would say at its end. */
function digestOf(url: string): Promise<BackupTrailer> {
  return connected(url, undefined, async (client) => {
    const { text, trailer } = dump(client, BACKUP_RULES, STAMP);
    for await (const _ of text);
    return trailer();
  });
}

test('a backup restored is equal to the byte, whatever was in the rows', async () => {
  await addRowsEverywhere(db, 700_000);
  await addRowsEverywhere(db);
  const file = await backUp(db.url, folder);
  await restore({ url: empty.url, file, rules: BACKUP_RULES, migrateTo: 'newest' });
  expect(await digestOf(empty.url)).toEqual(await digestOf(db.url));
  // Not only equal by our own account.
  const rows = 'select t::text from auth.users t order by 1';
  expect(await empty.query(rows)).toEqual(await db.query(rows));
  const keys = `select t::text, made_by = current_user || '_jobs' as is_ours from platform.idempotency_keys t order by 1`;
  expect(await empty.query(keys)).toEqual(await db.query(keys));
  const files = 'select md5(bytes) from jobs.result_chunks order by 1';
  expect(await empty.query(files)).toEqual(await db.query(files));
  // What is numbered goes on after the last.
  await empty.query(`select platform.append_event(gen_random_uuid(), 'later', 'Happened', '')`);
  const log = 'select max(position)::int as last, count(*)::int as n from platform.events';
  expect(await empty.query(log)).toEqual([{ last: 7, n: 7 }]);
});

test('every table is in a backup, or left out by a rule', async () => {
  await addRowsEverywhere(db);
  const { rows } = await digestOf(db.url);
  const tables = await db.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  expect([...Object.keys(rows), ...Object.keys(BACKUP_RULES.leftOut)].sort()).toEqual(
    tables.map(({ name }) => name).sort(),
  );
  const withoutRows = Object.keys(rows).filter((table) => rows[table] === 0);
  expect(withoutRows, 'give those rows in testing/rows-everywhere.ts').toEqual([]);
});

test('tables of others in the database are in no backup, and in the way of none', async () => {
  const before = (await digestOf(db.url)).rows;
  await db.query('create schema reporting; create table reporting.unordered (of xid8)');
  expect((await digestOf(db.url)).rows).toEqual(before);
  expect(await connected(db.url, undefined, foreignTables)).toEqual(['reporting.unordered']);
});

test('a table is backed up without being named anywhere, or refused by its name', async () => {
  await db.query(`create table study.later (id text primary key, many text[], doubled text generated always as (id || id) stored);
    insert into study.later (id, many) values ('a', '{"x,y",null,"\\""}'), ('b', '{}')`);
  expect((await digestOf(db.url)).rows).toMatchObject({ 'study.later': 2 });
  for (const [table, told] of [
    ['study.unordered (id int)', 'study.unordered has no primary key'],
    ['study.strange (id int primary key, of xid8)', 'study.strange.of is of type xid8'],
    ['study.round (id int primary key, other int references study.back)', 'in a circle'],
  ] as const) {
    const name = table.split(' ')[0];
    await db.query('create table study.back (id int primary key)');
    await db.query(`create table ${table}`);
    if (told === 'in a circle') await db.query(`alter table study.back add foreign key (id) references ${name}`);
    await expect(digestOf(db.url)).rejects.toThrow(told);
    await db.query(`drop table ${name}, study.back cascade`);
  }
});

test.skipIf(!hasPsql)('gunzip and psql restore a backup, too', async () => {
  await addRowsEverywhere(db);
  const file = await backUp(db.url, folder);
  const done = spawnSync('psql', ['--quiet', '--output=/dev/null', empty.url], {
    input: gunzipSync(await readFile(file)),
    encoding: 'utf8',
  });
  expect(done).toMatchObject({ status: 0, stderr: expect.not.stringContaining('ERROR') });
  expect(await digestOf(empty.url)).toEqual(await digestOf(db.url));
});

test('a backup is of one moment, however much is written meanwhile', async () => {
  await db.query(`insert into auth.users (id, is_guest) select gen_random_uuid(), true from generate_series(1, 2000)`);
  const over = new AbortController();
  // What one writes is in both tables or in neither, and they stand far apart in the backup.
  const writing = (async () => {
    let n = 0;
    for (; !over.signal.aborted; n++) {
      await db.query(
        `with a as (insert into auth.users (id, email) values (gen_random_uuid(), 'n${n}@x') returning id),
           b as (insert into study.spots (id, user_id, spot_hash, document) select gen_random_uuid(), id, '', '{}' from a)
         insert into jobs.usage select id, now(), 'solve' from a`,
      );
    }
    return n;
  })();
  try {
    await restore({ url: empty.url, file: await backUp(db.url, folder), rules: BACKUP_RULES, migrateTo: 'newest' });
  } finally {
    over.abort();
  }
  const [row] = await empty.query<{ users: number; spots: number; usage: number }>(
    `select (select count(*) from auth.users where email is not null)::int as users,
       (select count(*) from study.spots)::int as spots, (select count(*) from jobs.usage)::int as usage`,
  );
  expect(new Set(Object.values(row!)).size).toBe(1);
  expect(await writing).toBeGreaterThan(row!.users);
});

test('a login that may not create databases has its backups read back', async () => {
  const login = `test_backup_${process.pid}`;
  // It inherits what the owner may read, not the right to create databases.
  await db.query(`create role ${login} login password 'x'`);
  try {
    await db.query(`do $$ begin execute format('grant %I to ${login}', current_user); end $$`);
    const url = new URL(db.url);
    url.username = login;
    url.password = 'x';
    const made = await makeBackup({ ...BACKUP_TASK, url: url.href, folder });
    expect(made).toMatchObject({ trial: 'not possible', reason: expect.stringContaining('createdb') });
    const [name = ''] = readdirSync(folder);
    expect(await checkBackup(join(folder, name))).toMatchObject({ trailer: { rows: { 'auth.users': 0 } } });
  } finally {
    await db.query(`drop role ${login}`);
  }
});
