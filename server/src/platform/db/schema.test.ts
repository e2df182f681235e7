import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';

/** `node tools/schema.mjs` sets this: then the files are written, not compared. */
const isWriting = process.env.WRITE_SCHEMA === '1';
const ROOT = new URL('../../../../', import.meta.url);
const SCHEMA = new URL('server/db/schema.sql', ROOT);
const TABLES = new URL('server/src/platform/db/tables.gen.ts', ROOT);
const PG_DUMP = process.env.PG_DUMP ?? 'pg_dump';
const hasPgDump = spawnSync(PG_DUMP, ['--version']).status === 0;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

function compare(file: URL, made: string): void {
  if (isWriting) writeFileSync(file, made);
  expect(readFileSync(file, 'utf8')).toBe(made);
}

function nodeScript(script: string, args: readonly string[]): string {
  return execFileSync(process.execPath, [fileURLToPath(new URL(script, ROOT)), ...args], {
    cwd: fileURLToPath(ROOT),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe.skipIf(!hasPgDump)('with pg_dump', () => {
  test('db/schema.sql is what the migrations make', () => {
    const args = ['--schema-only', '--no-owner', '--no-privileges', '--exclude-table=public.migrations', db.url];
    const dump = execFileSync(PG_DUMP, args, { encoding: 'utf8' });
    const lasting = dump
      .split('\n')
      // What names the versions of this machine, and the keys that newer ones print.
      .filter((line) => !/^(--|\\(un)?restrict|SET |SELECT pg_catalog\.set_config)/.test(line))
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    compare(
      SCHEMA,
      `-- What all migrations make together: written by \`node tools/schema.mjs\`, never by hand.\n\n${lasting}\n`,
    );
  });
});

test('the types of the tables are those of the migrated database', () => {
  const made = nodeScript('node_modules/kysely-codegen/dist/cli/bin.js', [
    '--url',
    db.url,
    '--dialect',
    'postgres',
    '--default-schema',
    'public',
    '--exclude-pattern',
    'public.*',
    '--type-mapping',
    '{"int8":"number","xid8":"string"}',
    '--singularize',
    '--log-level',
    'error',
    '--print',
  ]);
  const begun = made.slice(made.indexOf('/**'));
  const biome = 'node_modules/@biomejs/biome/bin/biome';
  const formatted = execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=tables.ts'], {
    cwd: fileURLToPath(ROOT),
    encoding: 'utf8',
    input: begun,
  });
  compare(TABLES, formatted);
});
