/**
 * Restores a backup for trial: into a database of its own on the same server, backed up again and compared by hash. So a
 * backup that cannot be restored, or from which something else comes out, is noticed the night it is made.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { codeOf } from './backup-error.ts';
import { connected } from './connection.ts';
import { dump } from './dump.ts';
import { restore } from './restore.ts';
import type { BackupRules } from './rules.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
/** Names of databases have at most 63 bytes. */
const NAME_BYTES = 40;
/** How long the removal of the database may hold up whoever stops, in milliseconds. */
const DROP_WAIT_MS = 1500;

export interface Trial {
  /** The connection that holds the lock of backups: nobody else has a trial meanwhile. */
  readonly client: Client;
  readonly url: string;
  readonly file: string;
  readonly rules: BackupRules;
  readonly signal?: AbortSignal;
  readonly onLeft?: (error: unknown) => void;
}

/** `not allowed` where the login may not create databases. Rejects where the backup cannot be restored. */
export async function restoreForTrial(task: Trial): Promise<'equal' | 'unequal' | 'not allowed'> {
  const { client, url, file, rules, signal, onLeft } = task;
  const prefix = await dropLeftovers(client);
  const name = `${prefix}${randomBytes(4).toString('hex')}`;
  try {
    await client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  } catch (error) {
    if (codeOf(error) === INSUFFICIENT_PRIVILEGE) return 'not allowed';
    throw error;
  }
  const scratch = urlOf(url, name);
  try {
    const { header, trailer } = await restore({
      url: scratch,
      file,
      rules,
      migrateTo: 'backup',
      isTrial: true,
      ...(signal === undefined ? {} : { signal }),
    });
    const again = await connected(scratch, signal, async (inside) => {
      const { migrations: _, ...stamp } = header;
      const copy = dump(inside, rules, stamp);
      for await (const _ of copy.text) signal?.throwIfAborted();
      return copy.trailer();
    });
    return again.sha256 === trailer.sha256 ? 'equal' : 'unequal';
  } finally {
    await drop(url, name).catch(onLeft);
  }
}

/** By a connection of its own: the other is gone where somebody stopped this. */
async function drop(url: string, name: string): Promise<void> {
  const stopping = new AbortController();
  const dropped = connected(url, stopping.signal, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
  const late = sleep(DROP_WAIT_MS, null, { signal: stopping.signal }).catch(() => null);
  try {
    await Promise.race([dropped, late]);
  } finally {
    stopping.abort();
  }
}

/** Those of trials that were killed. Resolves with how their names begin. */
async function dropLeftovers(client: Client): Promise<string> {
  const { rows: own } = await client.query<{ name: string }>('select current_database() as name');
  const prefix = `${(own[0]?.name ?? '').slice(0, NAME_BYTES)}_trial_`;
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database
     where starts_with(datname, $1) and substr(datname, length($1) + 1) ~ '^[0-9a-f]{8}$'
       and pg_has_role(datdba, 'usage')`,
    [prefix],
  );
  for (const { name } of rows)
    await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
  return prefix;
}

/** The same server and login, another database. */
function urlOf(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}
