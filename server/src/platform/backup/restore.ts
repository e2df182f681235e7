/**
 * Restores a backup into an empty database: wholly, in one transaction, or not at all.
 *
 * The file is read twice. The first time nothing is written: a damaged backup, one of a newer program and a database
 * that holds anything of players are refused. The schema is made by the program's own migrations, those that the backup
 * names; then come the rows, then the migrations that the backup does not know yet.
 */
import { once } from 'node:events';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { sayBackup } from '../../text/backups.ts';
import { applyIn, MIGRATION_LOCK, MIGRATIONS_TABLE, type Migration, readMigrations } from '../db/index.ts';
import { BackupError, codeOf, reasonOf } from './backup-error.ts';
import { connected } from './connection.ts';
import { makeEmpty } from './make-empty.ts';
import { type BackupPart, type CheckedBackup, checkBackup, readBackup } from './read-backup.ts';
import { type BackupRules, statementsAfter } from './rules.ts';
import { openingLines } from './table-plan.ts';

const LOCK_NOT_AVAILABLE = '55P03';
/** Bytes after which a trial commits: about a second of work. */
const TRIAL_BYTES = 32_000_000;

export interface Restore {
  readonly url: string;
  readonly file: string;
  readonly rules: BackupRules;
  /** `backup`: the schema stays at the migrations of the backup. */
  readonly migrateTo: 'newest' | 'backup';
  /**
   * Commits now and again, for a database that is thrown away: readers of the log stop before the oldest transaction of
   * the whole server, so a long one would hold them up.
   */
  readonly isTrial?: boolean;
  readonly signal?: AbortSignal;
}

/** Resolves with what the backup says of itself. Rejects with a `BackupError`; then nothing was written. */
export async function restore(task: Restore): Promise<CheckedBackup> {
  const { url, file, rules, migrateTo, signal } = task;
  const checked = await checkBackup(file, signal);
  const { known, later } = await migrationsOf(file, checked);
  try {
    await connected(url, signal, async (client) => {
      await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await client.query('begin');
      await makeEmpty(client, rules);
      for (const { sql } of known) await client.query(sql);
      await client.query(MIGRATIONS_TABLE);
      await fill(client, task, checked);
      for (const statement of statementsAfter(rules, checked.trailer.rows)) await client.query(statement);
      if (migrateTo === 'newest') for (const migration of later) await applyIn(client, migration);
      signal?.throwIfAborted();
      await client.query('commit');
    });
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const text =
      signal?.aborted === true
        ? sayBackup.restoreStopped
        : codeOf(error) === LOCK_NOT_AVAILABLE
          ? sayBackup.inUse
          : sayBackup.restoreFailed(reasonOf(error));
    throw new BackupError(text, { cause: error });
  }
  return checked;
}

/** Our own migrations that the backup has, and those that came after. */
async function migrationsOf(
  file: string,
  { header }: CheckedBackup,
): Promise<{ known: Migration[]; later: Migration[] }> {
  const ours = await readMigrations();
  const hashes = new Map(ours.map(({ name, hash }) => [name, hash]));
  for (const { name, hash } of header.migrations) {
    if (!hashes.has(name)) throw new BackupError(sayBackup.newer(file, name));
    if (hashes.get(name) !== hash) throw new BackupError(sayBackup.otherMigration(file, name));
  }
  const has = new Set(header.migrations.map(({ name }) => name));
  return { known: ours.filter(({ name }) => has.has(name)), later: ours.filter(({ name }) => !has.has(name)) };
}

/** Puts the rows in. The file must still be the one that was checked. */
async function fill(client: Client, { file, isTrial, signal }: Restore, checked: CheckedBackup): Promise<void> {
  const tables = await openingLines(client);
  const parts = readBackup(file, signal);
  for await (const part of parts) {
    if (part.kind === 'table') {
      if (!tables.has(part.copyFrom)) throw new BackupError(sayBackup.unknownTable(file, part.name));
      await fillTable(client, part.copyFrom, parts, isTrial === true ? TRIAL_BYTES : Number.POSITIVE_INFINITY);
    } else if (part.kind === 'sequence') {
      const { name, value, isCalled } = part.sequence;
      await client.query('select pg_catalog.setval($1::text::regclass, $2, $3)', [name, value, isCalled]);
    } else if (part.kind === 'end' && part.trailer.sha256 !== checked.trailer.sha256) {
      throw new BackupError(sayBackup.changedMeanwhile(file));
    }
  }
}

/** All rows of a table; committed whenever so many bytes were taken. */
async function fillTable(
  client: Client,
  statement: string,
  parts: AsyncGenerator<BackupPart>,
  commitAfter: number,
): Promise<void> {
  for (let isOver = false; !isOver; ) {
    const sink = openSink(client, statement);
    for (let bytes = 0; bytes < commitAfter; ) {
      const { value: part } = await parts.next();
      isOver = part?.kind !== 'rows';
      if (part?.kind !== 'rows') break;
      bytes += part.bytes.length;
      await sink.write(part.bytes);
    }
    await sink.end();
    if (Number.isFinite(commitAfter)) await client.query('commit; begin');
  }
}

/** `COPY … FROM stdin` as a stream: each call waits until the database can take more, and rejects with its error. */
function openSink(client: Client, statement: string): { write(bytes: Buffer): Promise<void>; end(): Promise<void> } {
  const sink = client.query(copyFrom(statement));
  let lost: Error | null = null;
  // It may fail while nobody waits for it.
  sink.on('error', (error) => {
    lost = error;
  });
  const until = async (event: 'drain' | 'finish'): Promise<void> => {
    if (lost !== null) throw lost;
    await once(sink, event);
  };
  return {
    async write(bytes) {
      if (!sink.write(bytes)) await until('drain');
    },
    async end() {
      sink.end();
      await until('finish');
    },
  };
}
