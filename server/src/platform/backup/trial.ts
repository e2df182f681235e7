/**
 * Restores a backup for trial: into a database of its own on the same server, backed up again and compared by hash. So a
 * backup that cannot be restored, or from which something else comes out, is noticed the night it is made.
 *
 * A trial that cannot be held, for want of room, rights or a server, tells nothing of the backup.
 */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { sayBackup } from '../../text/backups.ts';
import { isConnectionLoss } from '../db/index.ts';
import { codeOf, reasonOf } from './backup-error.ts';
import { connected } from './connection.ts';
import { dump } from './dump.ts';
import { restore } from './restore.ts';
import type { BackupRules } from './rules.ts';

const INSUFFICIENT_PRIVILEGE = '42501';
/** Want of room or connections, refused logins, and whoever stopped a statement or the server. */
const NOT_OF_THE_BACKUP = /^(53|28|57)/;
/** Room that a trial takes, by the size of the database: itself once more, and the log of its writes. */
const ROOM = 1.2;
/** How long the removal of the database may hold up whoever stops, in milliseconds. */
const DROP_WAIT_MS = 1500;

export interface Trial {
  /** The connection that holds the lock of backups: nobody else has a trial meanwhile. */
  readonly client: Client;
  readonly url: string;
  readonly file: string;
  readonly rules: BackupRules;
  /** On the disk of the database, where that is known. */
  readonly databaseFolder: string | null;
  readonly signal?: AbortSignal;
  readonly onLeft?: (error: unknown) => void;
}

export type TrialOutcome =
  | { readonly trial: 'equal' }
  | { readonly trial: 'unequal' }
  /** The reason is a sentence. */
  | { readonly trial: 'not possible'; readonly reason: string };

/** Rejects where the backup cannot be restored. */
export async function restoreForTrial(task: Trial): Promise<TrialOutcome> {
  try {
    return await tryRestore(task);
  } catch (error) {
    const reason = task.signal?.aborted === true ? null : whyNotHeld(error);
    if (reason === null) throw error;
    return { trial: 'not possible', reason };
  }
}

async function tryRestore({ client, url, file, rules, databaseFolder, signal, onLeft }: Trial): Promise<TrialOutcome> {
  const prefix = await dropLeftovers(client);
  const lack = databaseFolder === null ? null : await lackOfRoom(client, databaseFolder);
  if (lack !== null) return { trial: 'not possible', reason: lack };
  const name = `${prefix}${randomBytes(4).toString('hex')}`;
  await client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  const other = urlOf(url, name);
  const stop = signal === undefined ? {} : { signal };
  try {
    const { header, trailer } = await restore({ url: other, file, rules, migrateTo: 'backup', isTrial: true, ...stop });
    const again = await connected(other, signal, async (inside) => {
      const { migrations: _, ...stamp } = header;
      const copy = dump(inside, rules, stamp);
      for await (const _ of copy.text) signal?.throwIfAborted();
      return copy.trailer();
    });
    return { trial: again.sha256 === trailer.sha256 ? 'equal' : 'unequal' };
  } finally {
    await drop(url, name, signal).catch(onLeft);
  }
}

/** A sentence where it was not the backup's fault; null where it may be. */
function whyNotHeld(error: unknown): string | null {
  const code = codeOf(error);
  if (code === INSUFFICIENT_PRIVILEGE) return sayBackup.mayNotCreate;
  if (NOT_OF_THE_BACKUP.test(code) || isConnectionLoss(error)) return reasonOf(error);
  return error instanceof Error && error.cause !== undefined ? whyNotHeld(error.cause) : null;
}

/** A sentence where the disk has no room for a trial. */
async function lackOfRoom(client: Client, folder: string): Promise<string | null> {
  const { rows } = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
  const needed = Number(rows[0]?.bytes) * ROOM;
  const { bavail, bsize } = await statfs(folder);
  return needed > bavail * bsize ? sayBackup.noRoom(folder, needed, bavail * bsize) : null;
}

/** By a connection of its own: the other is gone where somebody stopped this, who is not kept waiting for long. */
async function drop(url: string, name: string, signal: AbortSignal | undefined): Promise<void> {
  const over = new AbortController();
  const dropped = connected(url, over.signal, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
  const late = async (from: AbortSignal): Promise<never> => {
    if (!from.aborted) await once(from, 'abort', { signal: over.signal });
    await sleep(DROP_WAIT_MS, null, { signal: over.signal });
    throw new Error(sayBackup.dropLate(DROP_WAIT_MS));
  };
  try {
    await (signal === undefined ? dropped : Promise.race([dropped, late(signal)]));
  } finally {
    over.abort();
  }
}

/** How the names of a database's trials begin: its own name may be as long as a name can be. */
export function trialPrefix(database: string): string {
  return `ploscope_trial_${createHash('sha256').update(database).digest('hex').slice(0, 16)}_`;
}

/** Drops those of trials that were killed. Resolves with how their names begin. */
async function dropLeftovers(client: Client): Promise<string> {
  const { rows: own } = await client.query<{ name: string }>('select current_database() as name');
  const prefix = trialPrefix(own[0]?.name ?? '');
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
