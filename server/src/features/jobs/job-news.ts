/**
 * What is told when a job moves: its owner's sockets (by a notification of the database, which is sent when the
 * transaction commits), and the log of events when it ends.
 */
import { sql } from 'kysely';
import type { Transaction } from '../../platform/db/index.ts';
import { appendEvent } from '../../platform/events/index.ts';
import type { Moved, News } from './job.ts';

/** Channel of notifications; the payload is `News` as JSON. */
export const NEWS_CHANNEL = 'jobs_news';

export async function tellNews(trx: Transaction, news: News): Promise<void> {
  await sql`select pg_notify(${NEWS_CHANNEL}, ${JSON.stringify(news)})`.execute(trx);
}

/** A job has ended: news, and an event of the job's stream. */
export async function recordEnd(trx: Transaction, moved: Moved): Promise<void> {
  await tellNews(trx, moved);
  const { id, userId, kind } = moved;
  const type = ({ COMPLETED: 'JobCompleted', FAILED: 'JobFailed', CANCELLED: 'JobCancelled' } as const)[
    moved.status as 'COMPLETED' | 'FAILED' | 'CANCELLED'
  ];
  await appendEvent(trx, { stream: `job:${id}`, type, payload: { jobId: id, userId, kind } });
}
