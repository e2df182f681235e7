/**
 * Which installation a database is, in eight characters for the names of its backups: the id it was given when it was
 * made, with its own name, so that a copy beside it is another. A restored database is another, too.
 */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';

/** A database of before there were such ids has its name alone. */
export async function readInstallation(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string; has_id: boolean }>(
    `select current_database() as name, to_regclass('platform.installation') is not null as has_id`,
  );
  const [{ name, has_id: hasId } = { name: '', has_id: false }] = rows;
  const ids = hasId
    ? (await client.query<{ id: string }>('select id from platform.installation order by id')).rows
    : [];
  return createHash('sha256')
    .update([name, ...ids.map(({ id }) => id)].join(' '))
    .digest('hex')
    .slice(0, 8);
}
