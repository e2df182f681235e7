/**
 * Makes room for a restore: a database without anything stays as it is, one with a schema in which nobody has done
 * anything loses it, and one with rows of players is refused.
 *
 * A server that was only started has migrated its database: its schema may be newer than the backup's, so it goes and is
 * made again. Tables are locked before they are looked at, so that nobody registers in between.
 */
import type { Client } from 'pg';
import { sayBackup } from '../../text/backups.ts';
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
  const schemas = new Set<string>();
  for (const { name, isPlaces } of await planTables(client, rules)) {
    const [schema = '', table = ''] = name.split('.').map((part) => client.escapeIdentifier(part));
    await client.query(`lock table ${schema}.${table} in access exclusive mode`);
    if (name === 'public.migrations') continue;
    schemas.add(schema);
    // How far a reader of the log has come is noted before anything is in it.
    if (isPlaces) continue;
    const { rows: found } = await client.query(`select from ${schema}.${table} limit 1`);
    if (found.length > 0) throw new BackupError(sayBackup.notEmpty(name));
  }
  for (const schema of schemas) await client.query(`drop schema ${schema} cascade`);
  await client.query('drop table public.migrations');
  await client.query('set local lock_timeout = 0');
}
