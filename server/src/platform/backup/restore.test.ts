import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { BACKUP_RULES } from '../../roles/backup-task.ts';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { addRowsEverywhere } from '../../testing/rows-everywhere.ts';
import { applyIn, MIGRATIONS_TABLE, readMigrations } from '../db/index.ts';
import { connected } from './connection.ts';
import { dump } from './dump.ts';
import { checkBackup } from './read-backup.ts';
import { restore } from './restore.ts';
import { writePacked } from './write-file.ts';

const STAMP = { program: '1.2.3', installation: '', secretMark: null, made: '2026-01-02T03:04:05.678Z' };

let folder: string;
/** A good backup, of rows in every table. */
let good: string;
/** Empty for every test: what a test restores into it is taken away again. */
let target: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ploscope-backup-'));
  good = join(folder, 'good.sql.gz');
  const db = await createTestDatabase();
  await addRowsEverywhere(db);
  await dumpTo(good, db.url);
  await db.drop();
  target = await createEmptyDatabase();
});
afterAll(async () => {
  await target.drop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() =>
  target.query('drop schema if exists platform, auth, jobs, study, hands cascade; drop table if exists migrations'),
);

async function dumpTo(file: string, url: string, rules = BACKUP_RULES): Promise<void> {
  await connected(url, undefined, (client) => writePacked(file, dump(client, rules, STAMP).text));
}

const restoreFrom = (file: string, database: { url: string } = target) =>
  restore({ url: database.url, file, rules: BACKUP_RULES, migrateTo: 'newest' });

/** The good backup's text changed, and packed right again. */
function changed(change: (text: string) => string): string {
  const file = join(folder, 'changed.sql.gz');
  const text = gunzipSync(readFileSync(good)).toString('latin1');
  const other = change(text);
  expect(other).not.toBe(text);
  writeFileSync(file, gzipSync(Buffer.from(other, 'latin1')));
  return file;
}

async function expectUntouched(): Promise<void> {
  expect(await target.query(`select from pg_namespace where nspname in ('auth', 'jobs', 'platform')`)).toEqual([]);
  expect(await target.query('select from pg_tables where schemaname = $1', ['public'])).toEqual([]);
}

const lines = (change: (all: string[]) => unknown) => (text: string) => {
  const all = text.split('\n');
  change(all);
  return all.join('\n');
};
const indexOf = (all: readonly string[], start: string): number => all.findIndex((line) => line.startsWith(start));

test.each<readonly [string, (text: string) => string]>([
  ['a row is missing', lines((all) => all.splice(indexOf(all, 'COPY "auth"."users"') + 1, 1))],
  [
    'a row is there twice',
    lines((all) => all.splice(indexOf(all, 'COPY "auth"."users"'), 0, all[indexOf(all, 'COPY "auth"."users"') + 1]!)),
  ],
  ['a table is missing', lines((all) => all.splice(indexOf(all, 'COPY "study"'), 3))],
  ['two lines are exchanged', lines((all) => all.push(...all.splice(indexOf(all, 'select pg_catalog'), 1)))],
  ['a line of the schema is missing', lines((all) => all.splice(60, 1))],
  ['the end of a table is missing', lines((all) => all.splice(all.indexOf('\\.'), 1))],
  ['the last line is missing', lines((all) => all.splice(-2, 1))],
  ['the commit is missing', lines((all) => all.splice(all.indexOf('commit;'), 1))],
  ['something follows the end', (text) => `${text}x\n`],
  ['a row is changed', (text) => text.replace('spot', 'sp0t')],
  ['the hash is changed', (text) => text.replace('{"sha256":"', '{"sha256":"0')],
  ['the header is no JSON', lines((all) => all.splice(1, 1, '-- {"program'))],
  ['the header says too little', lines((all) => all.splice(1, 1, '-- {"program":"1"}'))],
  ['it is of another form', (text) => text.replace('backup 1', 'backup 2')],
  ['it is something else', () => 'create table x ();\n'],
  ['it is empty', () => ''],
])('a backup is refused and nothing written when %s', async (_, change) => {
  await expect(restoreFrom(changed(change))).rejects.toMatchObject({ name: 'BackupError' });
  await expectUntouched();
});

test('a backup that lacks its last bytes, or is there twice, is refused', async () => {
  const packed = readFileSync(good);
  const file = join(folder, 'cut.sql.gz');
  for (const bytes of [
    ...[1, 4, 8, 9, 100].map((lost) => packed.subarray(0, -lost)),
    Buffer.concat([packed, packed]),
  ]) {
    writeFileSync(file, bytes);
    await expect(checkBackup(file)).rejects.toMatchObject({ name: 'BackupError' });
    await expect(restoreFrom(file)).rejects.toMatchObject({ name: 'BackupError' });
  }
  await expectUntouched();
});

test('a file that is not there, not packed, or a folder is refused in words', async () => {
  await expect(restoreFrom(join(folder, 'none'))).rejects.toThrow(/^There is no file .*none\.$/);
  const plain = join(folder, 'plain.sql');
  writeFileSync(plain, gunzipSync(readFileSync(good)));
  await expect(restoreFrom(plain)).rejects.toThrow('it cannot be unpacked');
  await expect(restoreFrom(folder)).rejects.toThrow('cannot be read (EISDIR)');
});

/** Its hash made right again, as whoever wrote another program would. */
function rehashed(change: (text: string) => string): string {
  return changed((text) => {
    const end = text.lastIndexOf('-- {"sha256"');
    const body = change(text.slice(0, end));
    const sha256 = createHash('sha256').update(Buffer.from(body, 'latin1')).digest('hex');
    return `${body}${text.slice(end).replace(/"sha256":"[0-9a-f]*"/, `"sha256":"${sha256}"`)}`;
  });
}

test('a backup of a newer program, and one of other migrations, are refused by their names', async () => {
  const newer = rehashed((text) => text.replace('"migrations":[', '"migrations":[{"name":"9999_x.sql","hash":"0"},'));
  await expect(restoreFrom(newer)).rejects.toThrow('made by a newer program (it has 9999_x.sql)');
  const other = rehashed((text) => text.replace(/"hash":"../, '"hash":"zz'));
  await expect(restoreFrom(other)).rejects.toThrow('whose 0001_platform.sql differs');
  await expectUntouched();
});

test('SQL that was put into a backup is not run', async () => {
  const evil = 'create schema evil;';
  await restoreFrom(rehashed((text) => text.replace('-- Rows\n', `${evil}\n-- Rows\n`)));
  expect(await target.query(`select from pg_namespace where nspname = 'evil'`)).toEqual([]);
  await target.query('drop schema platform, auth, jobs, study, hands cascade; drop table migrations');
  await restoreFrom(rehashed((text) => text.replace('commit;\n', `${evil}\ncommit;\n`)));
  expect(await target.query(`select from pg_namespace where nspname = 'evil'`)).toEqual([]);
  const between = rehashed((text) => text.replace('-- Afterwards\n', `${evil}\n-- Afterwards\n`));
  await expect(restoreFrom(between)).rejects.toThrow('a line that is no part of one');
});

test('a table the migrations do not make, or a value it does not take, leaves nothing restored', async () => {
  const strange = rehashed((text) => text.replace('COPY "jobs"."usage"', 'COPY "jobs"."use"'));
  await expect(restoreFrom(strange)).rejects.toMatchObject({ name: 'BackupError' });
  const wrong = rehashed((text) => text.replace('\tsolver-processing\t', '\tno-such-queue----\t'));
  await expect(restoreFrom(wrong)).rejects.toThrow(/^The restore failed, and nothing was restored: .*jobs_queue_check/);
  await expectUntouched();
});

test('a database with rows is refused and left as it is; one that was only started on is taken', async () => {
  const db = await createTestDatabase();
  try {
    await db.query(`insert into study.spots values (gen_random_uuid(), gen_random_uuid(), '', '{}')`);
    await expect(restoreFrom(good, db)).rejects.toThrow('holds rows already (in study.spots)');
    expect(await db.query('select from study.spots')).toHaveLength(1);
    await db.query('delete from study.spots');
    await db.query(`insert into jobs.offsets values ('usage', '0', 0)`);
    // Of others: it stays, and what would go along with our tables is in the way.
    await db.query(
      'create schema reporting; create table reporting.notes (id int); create view reporting.v as select 1',
    );
    await db.query('create view reporting.players as select id from auth.users');
    await expect(restoreFrom(good, db)).rejects.toThrow('(reporting.players)');
    await db.query('drop view reporting.players');
    await restoreFrom(good, db);
    expect(await db.query('select from study.spots')).toHaveLength(1);
    expect(await db.query('select from reporting.v left join reporting.notes on true')).toHaveLength(1);
  } finally {
    await db.drop();
  }
});

test('a backup of an older schema is restored and brought to the newest', async () => {
  const old = await createEmptyDatabase();
  const file = join(folder, 'old.sql.gz');
  const all = await readMigrations();
  try {
    // The rules name tables of `jobs`, which is in the first four.
    await connected(old.url, undefined, async (client) => {
      await client.query(MIGRATIONS_TABLE);
      for (const migration of all.slice(0, 4)) await applyIn(client, migration);
      await client.query(`insert into auth.users (id, email) values (gen_random_uuid(), 'a@x')`);
    });
    await dumpTo(file, old.url);
  } finally {
    await old.drop();
  }
  await restoreFrom(file);
  const names = await target.query<{ name: string }>('select name from public.migrations order by name');
  expect(names.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
  expect(await target.query('select email from auth.users')).toEqual([{ email: 'a@x' }]);
});

test('a backup made by other rules is restored: what it holds is filled in, what it lacks has no statement after it', async () => {
  const db = await createTestDatabase();
  const file = join(folder, 'other-rules.sql.gz');
  const [checkpoints, keys] = ['jobs.checkpoints', 'platform.idempotency_keys'];
  const { [checkpoints]: _, ...others } = BACKUP_RULES.leftOut;
  try {
    await addRowsEverywhere(db);
    await dumpTo(file, db.url, {
      ...BACKUP_RULES,
      leftOut: { ...others, [keys]: 'made before there was such a table' },
    });
  } finally {
    await db.drop();
  }
  const afterwards = { [keys]: 'update platform.no_such_table set x = 1;' };
  await restore({ url: target.url, file, rules: { ...BACKUP_RULES, afterwards }, migrateTo: 'newest' });
  expect(await target.query('select from jobs.checkpoints')).toHaveLength(1);
});
