/** A database with nothing in it, not even a schema, on the server of the tests. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../platform/db/index.ts';
import { databaseUrl, statement } from './database.ts';
import { testPasswordOf } from './secret.ts';

export interface EmptyDatabase extends Database {
  drop(): Promise<void>;
}

export async function createEmptyDatabase(): Promise<EmptyDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await statement(server, `create database ${name} template template0`);
  const database = openDatabase({
    url: databaseUrl(server, name),
    passwordOf: testPasswordOf,
    connections: 8,
    name: 'test',
  });
  return {
    ...database,
    drop: async () => {
      await database.close().catch(() => undefined);
      await statement(server, `drop database if exists ${name} with (force)`);
    },
  };
}
