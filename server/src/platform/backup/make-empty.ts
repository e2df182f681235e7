/**
 * Makes room for a restore: a database without anything stays as it is, one with a schema in which nobody has done
 * anything loses it, and one with rows of players is refused.
 *
 * A server that was only started has migrated its database: its schema may be newer than the backup's, so it goes and is
 * made again. Tables are locked before they are looked at, so that nobody registers in between. Schemas of others stay as
 * they are; where something of theirs rests on our tables, the restore is refused.
 */
import type { Client } from 'pg';
import { sayBackup } from '../../text/backups.ts';
import { SCHEMAS } from '../db/index.ts';
import { BackupError } from './backup-error.ts';
import type { BackupRules } from './rules.ts';
import { planTables } from './table-plan.ts';

/** How long somebody else may hold a table, in milliseconds. */
const LOCK_WAIT_MS = 5000;

/** Inside a transaction. Rejects with a `BackupError` where there are rows. */
export async function makeEmpty(client: Client, rules: BackupRules): Promise<void> {
  const { rows } = await client.query(`select from pg_class where oid = to_regclass('public.migrations')`);
  if (rows.length === 0) return;
  await client.query(`set local lock_timeout = ${LOCK_WAIT_MS}`);
  for (const { name, isPlaces } of await planTables(client, rules)) {
    const [schema = '', table = ''] = name.split('.').map((part) => client.escapeIdentifier(part));
    await client.query(`lock table ${schema}.${table} in access exclusive mode`);
    if (name === 'public.migrations') continue;
    // How far a reader of the log has come is noted before anything is in it.
    if (isPlaces) continue;
    const { rows: found } = await client.query(`select from ${schema}.${table} limit 1`);
    if (found.length > 0) throw new BackupError(sayBackup.notEmpty(name));
  }
  const before = await foreignObjects(client);
  for (const schema of SCHEMAS) await client.query(`drop schema if exists ${client.escapeIdentifier(schema)} cascade`);
  await client.query('drop table public.migrations');
  const after = new Set(await foreignObjects(client));
  const lost = before.filter((name) => !after.has(name));
  if (lost.length > 0) throw new BackupError(sayBackup.othersRest(lost.join(', ')));
  await client.query('set local lock_timeout = 0');
}

/** What others have in the database and a cascade might take along: tables, views, indexes, constraints. */
async function foreignObjects(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `with others as (select oid, nspname from pg_namespace
       where nspname <> all($1) and nspname !~ '^pg_' and nspname <> 'information_schema')
     select n.nspname || '.' || c.relname as name from pg_class c join others n on n.oid = c.relnamespace
     where (n.nspname, c.relname) not in (('public', 'migrations'), ('public', 'migrations_pkey'))
     union all
     select n.nspname || '.' || k.conname || ' of ' || k.conrelid::regclass from pg_constraint k
       join others n on n.oid = k.connamespace
     where k.conrelid <> coalesce(to_regclass('public.migrations'), 0)
     order by 1`,
    [SCHEMAS],
  );
  return rows.map(({ name }) => name);
}
