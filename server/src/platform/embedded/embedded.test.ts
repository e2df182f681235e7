import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import {
  madeDataFolder,
  postmasterPid,
  removeFolders,
  removeMadeDataFolder,
  temporaryFolder,
} from '../../testing/embedded-program.ts';
import { type EmbeddedPostgres, EmbeddedPostgresError, startEmbeddedPostgres } from './index.ts';

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

const folders: string[] = [];
const running: EmbeddedPostgres[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((postgres) => postgres.close()));
  removeFolders(folders);
});

afterAll(removeMadeDataFolder);

function newDataFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return join(folder, 'data');
}

async function start(dataFolder: string, more: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {}) {
  const postgres = await startEmbeddedPostgres({ dataFolder, log: QUIET, ...more });
  running.push(postgres);
  return postgres;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Asks until it is answered: a database that was killed is away for a moment. */
async function queryWhenBack(url: string, sql: string): Promise<Record<string, unknown>[]> {
  for (let i = 0; i < 200; i++) {
    const rows = await query(url, sql).catch(() => null);
    if (rows !== null) return rows;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the database did not come back');
}

async function refusal(promise: Promise<unknown>): Promise<EmbeddedPostgresError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EmbeddedPostgresError)) throw new Error(`not refused in our words: ${error}`);
  return error;
}

test('a first start makes a database with a login that is no superuser; a second start keeps what was written', async () => {
  const dataFolder = newDataFolder();
  const first = await start(dataFolder);
  expect(readFileSync(join(dataFolder, 'database-url'), 'utf8')).toBe(first.url);
  expect(statSync(join(dataFolder, 'database-url')).mode & 0o777).toBe(0o600);
  const [login] = await query(
    first.url,
    `SELECT current_database() AS database, rolsuper, rolcreaterole, rolcreatedb, current_setting('fsync') AS fsync,
      current_setting('max_connections') AS connections FROM pg_roles WHERE rolname = current_user`,
  );
  expect(login).toEqual({
    database: 'plosolver',
    rolsuper: false,
    rolcreaterole: true,
    rolcreatedb: true,
    fsync: 'on',
    connections: '100',
  });
  await query(first.url, 'CREATE SCHEMA auth; CREATE ROLE auth NOLOGIN; CREATE TABLE auth.kept AS SELECT 7 AS seven');
  await first.close();
  await first.close();
  expect(existsSync(join(dataFolder, 'database-url'))).toBe(false);
  expect(postmasterPid(dataFolder)).toBeNull();
  const second = await start(dataFolder);
  expect(await query(second.url, 'SELECT seven FROM auth.kept')).toEqual([{ seven: 7 }]);
});

test('without the password nobody gets in', async () => {
  const { url } = await start(await madeDataFolder());
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  await expect(query(url.replace('ploscope:', 'postgres:'), 'SELECT 1')).rejects.toThrow(/password/);
});

test('a database that is killed comes back on the same address with every committed row', async () => {
  const dataFolder = await madeDataFolder();
  const { url } = await start(dataFolder);
  await query(url, 'CREATE TABLE kept (n int)');
  for (let i = 1; i <= 3; i++) {
    await query(url, `INSERT INTO kept VALUES (${i})`);
    process.kill(postmasterPid(dataFolder) ?? 0, 'SIGKILL');
    expect(await queryWhenBack(url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: i }]);
  }
});

test('a database that cannot come back is given up with one error, and the folder is free again', async () => {
  const dataFolder = await madeDataFolder();
  let told: (error: EmbeddedPostgresError) => void = () => {};
  const gone = new Promise<EmbeddedPostgresError>((resolve) => {
    told = resolve;
  });
  await start(dataFolder, { onGone: told, pauses: { firstMs: 1, longestMs: 5 } });
  const version = join(dataFolder, 'postgres/PG_VERSION');
  writeFileSync(version, '14\n');
  process.kill(postmasterPid(dataFolder) ?? 0, 'SIGKILL');
  expect(await gone).toMatchObject({ code: 'POSTGRES_KEEPS_DYING', message: expect.stringContaining('postgres.log') });
  writeFileSync(version, '15\n');
  await start(dataFolder);
});

test('two at once on a folder: the second is told the folder, the process and the way out', async () => {
  const dataFolder = await madeDataFolder();
  const { url } = await start(dataFolder);
  const error = await refusal(start(dataFolder));
  expect(error.code).toBe('DATA_FOLDER_IN_USE');
  expect(error.message).toContain(dataFolder);
  expect(error.message).toContain(String(process.pid));
  expect(error.message).toContain('PLOSCOPE_DATA');
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('files of a dead run are no hindrance: a pid that is somebody else by now, a socket, a lock, half a cluster', async () => {
  const dataFolder = await madeDataFolder();
  await (await start(dataFolder)).close();
  // Our own pid's parent is alive and no postmaster.
  const stale = `${process.ppid}\n${dataFolder}/postgres\n1700000000\n5432\n${dataFolder}/sockets\n\n 1 1\nready\n`;
  writeFileSync(join(dataFolder, 'postgres/postmaster.pid'), stale);
  writeFileSync(join(dataFolder, 'sockets/.s.PGSQL.5432'), '');
  writeFileSync(join(dataFolder, 'sockets/.s.PGSQL.5432.lock'), stale);
  writeFileSync(join(dataFolder, 'owner'), JSON.stringify({ pid: process.ppid, began: 'long ago' }));
  mkdirSync(join(dataFolder, 'postgres.new-123456/base'), { recursive: true });
  const { url, close } = await start(dataFolder);
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(existsSync(join(dataFolder, 'postgres.new-123456'))).toBe(false);
  await close();
  writeFileSync(join(dataFolder, 'postgres/postmaster.pid'), '');
  await start(dataFolder);
});

test('a path too long for a socket is served on loopback, with the password', async () => {
  const { url } = await start(join(newDataFolder(), 'long'.repeat(30)));
  expect(new URL(url)).toMatchObject({ hostname: '127.0.0.1', search: '' });
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('a folder that cannot be written, a cluster of another version, a folder that is no cluster: each is said', async () => {
  const dataFolder = newDataFolder();
  mkdirSync(join(dataFolder, 'postgres'), { recursive: true });
  writeFileSync(join(dataFolder, 'file'), '');
  const below = await refusal(start(join(dataFolder, 'file/below')));
  expect(below.code).toBe('DATA_FOLDER_NOT_WRITABLE');
  expect(below.message).toContain(join(dataFolder, 'file/below'));

  writeFileSync(join(dataFolder, 'postgres/photo'), '');
  expect((await refusal(start(dataFolder))).code).toBe('CLUSTER_DAMAGED');
  writeFileSync(join(dataFolder, 'postgres/PG_VERSION'), '18\n');
  const version = await refusal(start(dataFolder));
  expect(version.code).toBe('CLUSTER_OF_OTHER_VERSION');
  expect(version.message).toMatch(/PostgreSQL 18.* runs 15.*DATABASE_URL/);
  expect(existsSync(join(dataFolder, 'owner'))).toBe(false);
});
