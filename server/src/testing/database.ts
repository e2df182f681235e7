/**
 * A database of its own for a test: a copy of one that the whole run migrated once, so it costs some milliseconds and
 * nothing of one test is seen by another.
 */

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../platform/db/index.ts';
import { testPasswordOf } from './secret.ts';

/** The database every test's own is copied from. */
export const TEMPLATE = 'ploscope_template';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that tests make their databases in; its login may create databases. */
    databaseServer: string;
  }
}

export interface TestDatabase extends Database {
  /** Also ends every connection to it. */
  drop(): Promise<void>;
}

/** Opens a fresh copy; drop it when the test is over. */
export function createTestDatabase(connections = 5): Promise<TestDatabase> {
  return create(TEMPLATE, connections);
}

/** One with nothing in it, not even a schema. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create('template0', 5);
}

async function create(template: string, connections: number): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await statement(server, `create database ${name} template ${template}`);
  const database = openDatabase({
    url: databaseUrl(server, name),
    passwordOf: testPasswordOf,
    connections,
    name: 'test',
  });
  return {
    ...database,
    drop: async () => {
      await database.close().catch(() => undefined);
      await dropDatabase(server, name);
    },
  };
}

/** A vacuum by the server itself cannot be ended by an owner, and is soon over. */
async function dropDatabase(server: string, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await statement(server, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if (tries === 20 || (error as { code?: string }).code !== '42501') throw error;
      await sleep(500);
    }
  }
}

/** The address of another database of the same server. */
export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement outside any transaction. */
export async function statement(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
