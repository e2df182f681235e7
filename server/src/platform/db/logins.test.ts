/** What a feature's connections reach, whatever is said on them: as far as an injection would come. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, statement, type TestDatabase } from '../../testing/database.ts';
import { testPasswordOf } from '../../testing/secret.ts';
import { startEmbeddedPostgres } from '../embedded/index.ts';
import { checkLogins, FEATURES, type Feature, featureUrl, setLogins } from './logins.ts';
import { migrate } from './migrate.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const PERMISSION_DENIED = '42501';
/** Beside one's own: of the keys only the feature's own rows; the log, where it is counted. */
const MAY_READ: Readonly<Record<Feature, readonly string[]>> = {
  auth: ['platform.idempotency_keys'],
  jobs: ['platform.idempotency_keys', 'platform.events'],
  study: ['platform.idempotency_keys'],
  hands: ['platform.idempotency_keys', 'platform.events'],
};

/** The error code of a statement said by the login of a feature; null where it went well. */
async function said(feature: Feature, statement: string, passwordOf = testPasswordOf): Promise<string | null> {
  const client = new Client({ connectionString: featureUrl(db.url, feature, passwordOf) });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.end();
  }
}

async function tables(): Promise<{ schema: string; name: string }[]> {
  return db.query(
    `select schemaname as schema, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
}

test.each(FEATURES)('the login of %s reads its own tables and none of another feature', async (feature) => {
  const all = await tables();
  expect(new Set(all.map(({ schema }) => schema))).toEqual(new Set([...FEATURES, 'platform', 'public']));
  for (const { schema, name } of all) {
    const code = await said(feature, `select * from ${schema}.${name} limit 1`);
    const isOpen = schema === feature || MAY_READ[feature].includes(`${schema}.${name}`);
    expect(code, `${schema}.${name}`).toBe(isOpen ? null : PERMISSION_DENIED);
  }
});

test.each(FEATURES)('the login of %s cannot become another, nor change what is there', async (feature) => {
  const owner = decodeURIComponent(new URL(db.url).username);
  const others = FEATURES.filter((other) => other !== feature).map((other) => `set role ${owner}_${other}`);
  const statements = [
    ...others,
    `set role ${owner}`,
    `reset role; select * from platform.mails`,
    'select * from public.migrations',
    `create table ${feature}.mine (a int)`,
    `alter role ${owner}_${FEATURES.find((other) => other !== feature)} password 'mine'`,
    'create role mine login superuser',
    'create database mine',
    `select platform.make_feature('mine')`,
    `select platform.grant_feature('${feature}', 'select on all tables in schema platform')`,
    'delete from platform.events',
    'drop schema public',
    `copy (select 1) to program 'id'`,
    `select pg_read_file('/etc/passwd')`,
  ];
  for (const statement of statements) expect(await said(feature, statement), statement).toBe(PERMISSION_DENIED);
});

test('a key one feature keeps is not seen by another', async () => {
  await db.at('study').insertInto('platform.idempotency_keys').values(kept('study')).execute();
  await db.at('auth').insertInto('platform.idempotency_keys').values(kept('auth')).execute();
  for (const feature of ['auth', 'study'] as const) {
    const rows = await db.at(feature).selectFrom('platform.idempotency_keys').select('route').execute();
    expect(rows).toEqual([{ route: feature }]);
  }
  expect(await db.query('select 1 from platform.idempotency_keys')).toHaveLength(2);
});

function kept(route: string) {
  const user_id = '00000000-0000-4000-8000-000000000000';
  return { user_id, route, key: 'k', request_hash: Buffer.alloc(32), answer: '{}' };
}

test('a job is made by the features that may, and by no other login of the server', async () => {
  const enqueue = `select jobs.enqueue(gen_random_uuid(), gen_random_uuid(), 'spot-processing', 'equity', 0::smallint, '',
    '{}', 0, 10, 1000000)`;
  expect(await said('study', enqueue)).toBeNull();
  expect(await said('auth', enqueue)).toBe(PERMISSION_DENIED);
  expect(await said('jobs', 'select auth.hold_user(gen_random_uuid())')).toBe(PERMISSION_DENIED);
  expect(await said('auth', 'select study.forget_solve(gen_random_uuid(), gen_random_uuid())')).toBe(PERMISSION_DENIED);
});

test('nobody logs in with a password that is not made from the secret', async () => {
  for (const feature of FEATURES) expect(await said(feature, 'select 1', () => 'ploscope')).toBe('28P01');
});

test('passwords are set once, by any number of processes at once, and the owner’s URL must name its login', async () => {
  await Promise.all(Array.from({ length: 8 }, () => setLogins(db.url, testPasswordOf)));
  for (const feature of FEATURES) expect(await said(feature, 'select 1')).toBeNull();
  expect(() => featureUrl('postgresql://db/plosolver', 'auth', testPasswordOf)).toThrow(/must name its login/);
});

/** Roles belong to the whole server, so it is not that of the other tests. */
test('a role that was there before gets its login; one that may more than a feature is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ploscope-logins-'));
  await chmod(folder, 0o711);
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'data'), log: pino({ level: 'silent' }) });
  try {
    const { url } = postgres;
    await statement(url, 'create role ploscope_auth');
    await migrate(url);
    await expect(checkLogins(url, testPasswordOf)).rejects.toThrow('does not let ploscope_auth in');
    await setLogins(url, testPasswordOf);
    await checkLogins(url, testPasswordOf);
    await expect(checkLogins(url, (login) => `another secret's for ${login}`)).rejects.toThrow(/SECRET_KEY/);
    await statement(url, 'alter role ploscope_jobs createdb nologin');
    await expect(setLogins(url, testPasswordOf)).rejects.toThrow(/more than a feature/);
  } finally {
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  }
});
