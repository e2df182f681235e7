/**
 * The text of a backup, piece by piece: one snapshot of the whole database, however long it takes and whoever writes
 * meanwhile. Nothing of a table is kept in memory beyond what the database has sent and nobody has taken yet.
 */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { sayBackup } from '../../text/backups.ts';
import { MIGRATIONS_TABLE, type Migration, readMigrations } from '../db/index.ts';
import { BackupError } from './backup-error.ts';
import {
  AFTERWARDS_LINE,
  type BackupHeader,
  type BackupTrailer,
  COMMIT_LINE,
  END_OF_ROWS,
  FIRST_LINE,
  formatComment,
  formatSequence,
  ROWS_LINE,
} from './format.ts';
import { type BackupRules, statementsAfter } from './rules.ts';
import { type PlannedTable, planTables } from './table-plan.ts';

const FOR_PSQL = `-- A copy of the database, for an empty one:
--   gzip -t FILE && gunzip -c FILE | psql --quiet --output=/dev/null DATABASE_URL
\\set ON_ERROR_STOP on
set client_encoding = 'UTF8';
set standard_conforming_strings = on;
set row_security = off;
begin;
`;

export interface Dump {
  /** The text; read it once and to its end. */
  readonly text: AsyncIterable<Buffer>;
  /** What the last line says; known when the text is at its end. */
  trailer(): BackupTrailer;
}

/** What of the first lines is not told by the database. */
export type DumpStamp = Omit<BackupHeader, 'migrations'>;

/** Dumps by a connection that does nothing else meanwhile. Errors come where the text is read. */
export function dump(client: Client, rules: BackupRules, stamp: DumpStamp): Dump {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  let trailer: BackupTrailer | null = null;
  async function* text(): AsyncGenerator<Buffer> {
    for await (const piece of pieces(client, rules, stamp, rows)) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(bytes);
      yield bytes;
    }
    trailer = { sha256: hash.digest('hex'), rows };
    yield Buffer.from(`${formatComment(trailer)}\n`);
  }
  return {
    text: text(),
    trailer() {
      if (trailer === null) throw new Error('the text is not at its end');
      return trailer;
    },
  };
}

async function* pieces(
  client: Client,
  rules: BackupRules,
  stamp: DumpStamp,
  rows: Record<string, number>,
): AsyncGenerator<Buffer | string> {
  await client.query('begin isolation level repeatable read read only');
  const applied = await appliedMigrations(client);
  const migrations = applied.map(({ name, hash }) => ({ name, hash }));
  yield `${FIRST_LINE}\n${formatComment({ ...stamp, migrations })}\n${FOR_PSQL}`;
  for (const { name, sql } of applied) yield `\n-- ${name}\n${sql.endsWith('\n') ? sql : `${sql}\n`}`;
  yield `\n${MIGRATIONS_TABLE};\n${ROWS_LINE}\n`;
  for (const table of await planTables(client, rules)) {
    yield `${table.copyFrom}\n`;
    const stream = client.query(copyTo(table.copyTo));
    // Also told to whoever reads; when nobody does any more, it must not end the process.
    stream.on('error', () => undefined);
    for await (const chunk of stream) yield chunk as Buffer;
    yield `${END_OF_ROWS}\n`;
    // Any answer comes after the one that counts the rows.
    await client.query('select 1');
    rows[table.name] = stream.rowCount;
    yield* sequencesOf(client, table, stream.rowCount);
  }
  await client.query('commit');
  yield [AFTERWARDS_LINE, ...statementsAfter(rules, rows), COMMIT_LINE, ''].join('\n');
}

async function* sequencesOf(client: Client, { sequences }: PlannedTable, count: number): AsyncGenerator<string> {
  for (const { name, isRenumbered } of sequences) {
    const { rows } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    );
    const { value = '1', called = false } = rows[0] ?? {};
    const state = isRenumbered
      ? { value: String(Math.max(count, 1)), isCalled: count > 0 }
      : { value, isCalled: called };
    yield `${formatSequence({ name, ...state })}\n`;
  }
}

/** The migrations of the database as this program knows them. */
async function appliedMigrations(client: Client): Promise<Migration[]> {
  const { rows: found } = await client.query(`select from pg_class where oid = to_regclass('public.migrations')`);
  if (found.length === 0) throw new BackupError(sayBackup.noSchema);
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from public.migrations order by name collate "C"',
  );
  const ours = new Map((await readMigrations()).map((migration) => [migration.name, migration]));
  return rows.map(({ name, hash }) => {
    const migration = ours.get(name);
    if (migration?.hash !== hash)
      throw new BackupError(sayBackup.failed(`The program does not know ${name} as it is in the database.`));
    return migration;
  });
}
