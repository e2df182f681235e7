/**
 * Before the tests of the server: one PostgreSQL for all of them, with the migrated database they copy. It is the
 * embedded one, in a folder of its own, unless `TEST_DATABASE_URL` names a server.
 */
import type { TestProject } from 'vitest/node';
import { migrate } from '../platform/db/index.ts';
import { databaseUrl, statement, TEMPLATE } from './database.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given === undefined) throw new Error('no embedded database yet');
  await statement(given, `drop database if exists ${TEMPLATE} with (force)`);
  await statement(given, `create database ${TEMPLATE}`);
  await migrate(databaseUrl(given, TEMPLATE));
  project.provide('databaseServer', given);
  return async () => undefined;
}
