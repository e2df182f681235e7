/**
 * Brings a database to the newest schema: numbered files of plain SQL, each in a transaction, each once.
 *
 * What was applied is kept with its hash, so that a file changed afterwards is noticed, and a program older than its
 * database refuses to run on it. Two programs that start at once take turns by an advisory lock.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';

/** The migrations lie beside the bundle, or in the room when the program runs from source. */
const FOLDERS = [new URL('./migrations/', import.meta.url), new URL('../../../db/migrations/', import.meta.url)];
export const MIGRATION_LOCK = 7_150_420_262;
/** Names what was applied. */
export const MIGRATIONS_TABLE = `create table if not exists public.migrations (
  name text primary key, hash text not null, applied_at timestamptz not null default now())`;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Its message is for the operator. */
class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Applies what is missing; resolves with the names of what was applied. Rejects with a `MigrationError`. */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<string[]> {
  const all = migrations ?? (await readMigrations());
  const client = new Client({ connectionString: url, application_name: 'ploscope migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from public.migrations');
    const missing = toApply(all, rows);
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Whether everything this program knows has been applied. Rejects where the database cannot be asked. */
export async function isMigrated(url: string): Promise<boolean> {
  const all = await readMigrations();
  const client = new Client({ connectionString: url, application_name: 'ploscope migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows: tables } = await client.query(`select from pg_class where oid = to_regclass('public.migrations')`);
    if (tables.length === 0) return false;
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from public.migrations');
    return toApply(all, rows).length === 0;
  } finally {
    await client.end();
  }
}

/** The files in their order. */
export async function readMigrations(): Promise<Migration[]> {
  for (const folder of FOLDERS) {
    const names = await readdir(folder).catch(() => null);
    if (names === null) continue;
    return Promise.all(
      names
        .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
        .sort()
        .map(async (name) => {
          const sql = await readFile(new URL(name, folder), 'utf8');
          return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
        }),
    );
  }
  throw new MigrationError('The migrations are missing beside the program. Build it again: npm run build');
}

function toApply(all: readonly Migration[], applied: readonly { name: string; hash: string }[]): Migration[] {
  const known = new Map(all.map((migration) => [migration.name, migration]));
  for (const { name, hash } of applied) {
    const ours = known.get(name);
    if (ours === undefined) {
      throw new MigrationError(
        `The database was made by a newer program (it has ${name}). Update this one, or use another database.`,
      );
    }
    if (ours.hash !== hash) {
      throw new MigrationError(`${name} was changed after the database had taken it in. Put it back; add a new file.`);
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  const missing = all.filter(({ name }) => !done.has(name));
  const last = [...done].sort().at(-1);
  const late = missing.find(({ name }) => last !== undefined && name < last);
  if (late !== undefined) throw new MigrationError(`${late.name} comes before ${last}, which was applied already.`);
  return missing;
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const { name } = migration;
  try {
    await client.query('begin');
    await applyIn(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`${name} could not be applied: ${reason}`, { cause: error });
  }
}

/** Applies one and notes it, in the transaction that is open. */
export async function applyIn(client: Client, { name, sql, hash }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into public.migrations (name, hash) values ($1, $2)', [name, hash]);
}
