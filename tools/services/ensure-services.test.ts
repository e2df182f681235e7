import { afterEach, expect, test, vi } from 'vitest';
import { run } from '../run.mjs';
import { ensureServices, serviceVariables } from './ensure-services.mjs';
import { findPgDump, isNewEnough } from './pg-dump.mjs';

afterEach(() => vi.unstubAllEnvs());

test('servers that the environment names are taken, and not ours to stop', async () => {
  vi.stubEnv('TEST_REDIS_URL', 'redis://cache.test:6379');
  vi.stubEnv('TEST_RABBITMQ_URL', 'amqp://broker.test');
  const said: string[] = [];
  const services = await ensureServices((line) => said.push(line));
  expect(services).toMatchObject({ redis: null, rabbitmq: null });
  expect(serviceVariables(services)).toEqual({
    TEST_REDIS_URL: 'redis://cache.test:6379',
    TEST_RABBITMQ_URL: 'amqp://broker.test',
  });
  expect(said.join('\n')).toMatch(/TEST_REDIS_URL(.|\n)*TEST_RABBITMQ_URL/);
  await services.stop();
});

test('a pg_dump serves when it is of version 15 or later', async () => {
  expect(isNewEnough('pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)')).toBe(true);
  expect(isNewEnough('pg_dump (PostgreSQL) 18.4')).toBe(true);
  expect(isNewEnough('pg_dump (PostgreSQL) 9.6.24')).toBe(false);
  expect(isNewEnough('')).toBe(false);
  const program = await findPgDump();
  if (program !== null) expect(isNewEnough((await run(program, ['--version'])).output)).toBe(true);
});
