/**
 * The queue over two tables of our own PostgreSQL: nothing else has to run.
 *
 * A message that was taken is out of sight for half a minute, and comes again unless it was acknowledged by then; so a
 * taker that is killed loses nothing. `FOR UPDATE SKIP LOCKED` keeps two takers from the same message.
 */

import type { Listener } from '../db/index.ts';
import { createPostgresWakes, WAKE_CHANNEL } from './postgres-wakes.ts';
import type { Depth, Message, OnTrouble, Queue, QueueName } from './queue.ts';
import { DELIVERY_LIMIT } from './queue.ts';
import { createBackoff, withEither } from './waiting.ts';

const OUT_OF_SIGHT_MS = 30_000;
/** A message that comes into sight again rings no bell. */
const LOOK_EVERY_MS = 2_000;

/** What a `pg.Pool` offers, as far as it is used here. */
export interface Queryable {
  query(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

export interface PostgresQueueOptions {
  readonly db: Queryable;
  /** Of the same database. Stays the caller's to close. */
  readonly listener: Listener;
  readonly outOfSightMs?: number;
  readonly onTrouble?: OnTrouble;
}

const PUBLISH = `
  WITH message AS (INSERT INTO platform.messages (queue, job_id) VALUES ($1, $2))
  SELECT pg_notify('${WAKE_CHANNEL}', $1)`;

/** One row always; its `id` is null when there was nothing, and `buried` tells to look at once for the one behind. */
const TAKE = `
  WITH next AS (
    SELECT id, deliveries FROM platform.messages WHERE queue = $1 AND visible_at <= now()
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
  ), spent AS (
    DELETE FROM platform.messages m USING next WHERE m.id = next.id AND next.deliveries >= $3
    RETURNING m.queue, m.job_id, m.deliveries
  ), buried AS (
    INSERT INTO platform.dead_messages (queue, job_id, deliveries, reason)
    SELECT queue, job_id, deliveries, 'delivery limit' FROM spent RETURNING id
  ), taken AS (
    UPDATE platform.messages m SET deliveries = m.deliveries + 1, visible_at = now() + $2 * interval '1 ms'
    FROM next WHERE m.id = next.id AND next.deliveries < $3
    RETURNING m.id, m.job_id, m.deliveries
  )
  SELECT taken.id, taken.job_id, taken.deliveries, EXISTS (SELECT FROM buried) AS buried
  FROM (VALUES (1)) one LEFT JOIN taken ON true`;

// The number of deliveries is the taker's token: who comes late changes nothing of what another holds.
const ACK = 'DELETE FROM platform.messages WHERE id = $1 AND deliveries = $2';

const GIVE_BACK = `
  WITH back AS (
    UPDATE platform.messages SET visible_at = now(), deliveries = deliveries - $3
    WHERE id = $1 AND deliveries = $2 RETURNING queue
  )
  SELECT pg_notify('${WAKE_CHANNEL}', queue) FROM back`;

const BURY = 'INSERT INTO platform.dead_messages (queue, job_id, reason) VALUES ($1, $2, $3)';

const DEPTH = `
  SELECT (SELECT count(*) FROM platform.messages WHERE queue = $1 AND visible_at <= now())::int AS waiting,
         (SELECT count(*) FROM platform.dead_messages WHERE queue = $1)::int AS dead`;

export function createPostgresQueue(options: PostgresQueueOptions): Queue {
  const { db, listener, outOfSightMs = OUT_OF_SIGHT_MS, onTrouble = () => {} } = options;
  const wakes = createPostgresWakes(listener);
  const closing = new AbortController();

  async function send(text: string, values: unknown[]): Promise<void> {
    if (closing.signal.aborted) throw new Error('the queue is closed');
    await db.query(text, values);
  }

  async function tell(text: string, values: unknown[]): Promise<void> {
    try {
      await db.query(text, values);
    } catch (error) {
      // The message comes into sight again by itself.
      onTrouble(error);
    }
  }

  /** A message, null when there is none, or `again` when one was buried instead. */
  async function takeOne(queue: QueueName, signal: AbortSignal): Promise<Message | 'again' | null> {
    const { rows } = await db.query(TAKE, [queue, outOfSightMs, DELIVERY_LIMIT]);
    const { id, job_id: jobId, deliveries, buried } = rows[0] ?? {};
    if (id === undefined || id === null) return buried === true ? 'again' : null;
    if (signal.aborted) {
      await tell(GIVE_BACK, [id, deliveries, 1]);
      return null;
    }
    let settled = false;
    const settle = async (text: string, values: unknown[]): Promise<void> => {
      if (settled) return;
      settled = true;
      await tell(text, values);
    };
    return {
      jobId: String(jobId),
      redeliveries: Number(deliveries) - 1,
      ack: () => settle(ACK, [id, deliveries]),
      giveBack: () => settle(GIVE_BACK, [id, deliveries, 0]),
    };
  }

  async function takeWith(queue: QueueName, signal: AbortSignal): Promise<Message | null> {
    const backoff = createBackoff();
    while (!signal.aborted) {
      const seen = wakes.count(queue);
      try {
        const taken = await takeOne(queue, signal);
        if (taken === 'again') continue;
        if (taken !== null) return taken;
        backoff.reset();
        await wakes.wait(queue, seen, Math.min(LOOK_EVERY_MS, outOfSightMs), signal);
      } catch (error) {
        onTrouble(error);
        await backoff.pause(signal);
      }
    }
    return null;
  }

  return {
    publish: (queue, jobId) => send(PUBLISH, [queue, jobId]),
    take: (queue, signal) => withEither(signal, closing.signal, (either) => takeWith(queue, either)),
    bury: (queue, jobId, reason) => send(BURY, [queue, jobId, reason]),
    async depth(queue): Promise<Depth | null> {
      try {
        const { rows } = await db.query(DEPTH, [queue]);
        return { waiting: Number(rows[0]?.waiting), dead: Number(rows[0]?.dead) };
      } catch (error) {
        onTrouble(error);
        return null;
      }
    },
    async close() {
      closing.abort();
      wakes.close();
    },
  };
}
