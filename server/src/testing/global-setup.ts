/**
 * Before the tests of the server: one PostgreSQL for all of them, with the migrated database they copy. It is the
 * embedded one, in a folder of its own, unless `TEST_DATABASE_URL` names a server.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { migrate, setLogins } from '../platform/db/index.ts';
import { startEmbeddedPostgres } from '../platform/embedded/index.ts';
import { databaseUrl, statement, TEMPLATE } from './database.ts';
import { testPasswordOf } from './secret.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await server();
  await statement(url, `drop database if exists ${TEMPLATE} with (force)`);
  await statement(url, `create database ${TEMPLATE}`);
  await migrate(databaseUrl(url, TEMPLATE));
  await setLogins(databaseUrl(url, TEMPLATE), testPasswordOf);
  project.provide('databaseServer', url);
  return stop;
}

async function server(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined) return { url: given, stop: async () => undefined };
  const dataFolder = await mkdtemp(join(tmpdir(), 'ploscope tests '));
  const embedded = await startEmbeddedPostgres({ dataFolder, log: pino({ level: 'warn' }) });
  return {
    url: databaseUrl(embedded.url, 'postgres'),
    stop: async () => {
      await embedded.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
