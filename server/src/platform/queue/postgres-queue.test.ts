import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { openLine } from '../../testing/line.ts';
import { openListener } from '../db/index.ts';
import { createPostgresQueue } from './postgres-queue.ts';
import { type Broker, describeQueue, taken, takenWithin } from './queue.conformance.ts';

const QUEUE = 'spot-processing';
const OUT_OF_SIGHT_MS = 400;

let database: TestDatabase;
const pools: pg.Pool[] = [];

const broker: Broker = {
  againWithinMs: 2 * OUT_OF_SIGHT_MS,
  async connect() {
    const { host, port, user, password = '', database: name } = new pg.Client({ connectionString: database.url });
    const line = await openLine(host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    const settings = {
      host: '127.0.0.1',
      port: line.port,
      user: user ?? '',
      password: password ?? '',
      database: name ?? '',
    };
    const db = new pg.Pool({ ...settings, max: 4 });
    // What `pg` tells of connections that were idle when they were cut.
    db.on('error', () => {});
    pools.push(db);
    const url = new URL(`postgresql://127.0.0.1:${line.port}/${settings.database}`);
    url.username = settings.user;
    url.password = settings.password;
    const listener = openListener(url.href, 'test');
    const queue = createPostgresQueue({ db, listener, outOfSightMs: OUT_OF_SIGHT_MS });
    const close = async (): Promise<void> => {
      await queue.close();
      await listener.close();
    };
    return { queue: { ...queue, close }, ...line };
  },
  async clean() {
    await database.query('TRUNCATE platform.messages, platform.dead_messages');
  },
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

describe('the queue over PostgreSQL', () => {
  describeQueue(() => broker);

  test('takers and publishers outlive the end of every connection', async () => {
    const { queue } = await broker.connect();
    const waiting = taken(queue);
    for (let time = 0; time < 3; time++) {
      await database.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    }
    const jobId = randomUUID();
    await expect.poll(() => queue.publish(QUEUE, jobId).catch(String)).toBeUndefined();
    expect((await waiting).jobId).toBe(jobId);
    await queue.close();
  });

  test('a message that no bell rang for is found all the same', async () => {
    const { queue } = await broker.connect();
    const waiting = taken(queue);
    await sleep(100);
    const jobId = randomUUID();
    await database.query('INSERT INTO platform.messages (queue, job_id) VALUES ($1, $2)', [QUEUE, jobId]);
    expect((await waiting).jobId).toBe(jobId);
    await (await waiting).ack();
    await queue.close();
  });

  test('who comes too late with an acknowledgement takes nothing from who has the message now', async () => {
    const { queue } = await broker.connect();
    await queue.publish(QUEUE, randomUUID());
    const slow = await taken(queue);
    const quick = await taken(queue);
    expect(quick).toMatchObject({ jobId: slow.jobId, redeliveries: 1 });
    await slow.ack();
    await quick.giveBack();
    expect((await takenWithin(queue, 5_000))?.jobId).toBe(slow.jobId);
    await queue.close();
  });
});
