import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLine } from '../../testing/line.ts';
import { createPostgresQueue } from './postgres-queue.ts';
import { type Broker, describeQueue, taken, takenWithin } from './queue.conformance.ts';

const QUEUE = 'spot-processing';
const OUT_OF_SIGHT_MS = 400;
const address = new URL(process.env.TEST_DATABASE_URL!);

let admin: pg.Pool;
const pools: pg.Pool[] = [];

const broker: Broker = {
  againWithinMs: 2 * OUT_OF_SIGHT_MS,
  async connect() {
    const line = await openLine({ host: address.hostname, port: Number(address.port) });
    const connectionString = Object.assign(new URL(address), { hostname: '127.0.0.1', port: String(line.port) }).href;
    const db = new pg.Pool({ connectionString, max: 4 });
    // What `pg` tells of connections that were idle when they were cut.
    db.on('error', () => {});
    pools.push(db);
    const newListenClient = () => new pg.Client({ connectionString });
    return { queue: createPostgresQueue({ db, newListenClient, outOfSightMs: OUT_OF_SIGHT_MS }), ...line };
  },
  async clean() {
    await admin.query('TRUNCATE platform.messages, platform.dead_messages');
  },
};

beforeAll(async () => {
  admin = new pg.Pool({ connectionString: address.href });
  await admin.query('DROP SCHEMA IF EXISTS platform CASCADE');
  await admin.query(readFileSync(new URL('../../../db/migrations/0001_queue.sql', import.meta.url), 'utf8'));
});
afterAll(async () => {
  await Promise.all([admin, ...pools].map((pool) => pool.end()));
});

describe('the queue over PostgreSQL', () => {
  describeQueue(() => broker);

  test('takers and publishers outlive the end of every connection', async () => {
    const { queue } = await broker.connect();
    const waiting = taken(queue);
    for (let time = 0; time < 3; time++) {
      await admin.query(
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
    const jobId = randomUUID();
    await admin.query('INSERT INTO platform.messages (queue, job_id) VALUES ($1, $2)', [QUEUE, jobId]);
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
