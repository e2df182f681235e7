/** The queues in figures: how many wait, how old the oldest is, how many messages and dead letters there are. */
import type { Database } from '../../platform/db/index.ts';
import type { Queue } from '../../platform/queue/index.ts';
import type { Metrics } from '../../platform/telemetry/index.ts';
import { QUEUES } from './job.ts';

export function watchQueues(db: Database, queue: Queue, metrics: Metrics): void {
  metrics.watchQueues(async () => {
    const rows = await db
      .at('jobs')
      .selectFrom('jobs.jobs')
      .select((eb) => ['queue', 'status', eb.fn.countAll<number>().as('count'), eb.fn.min('created_at').as('oldest')])
      .where('status', 'in', ['QUEUED', 'PROCESSING'])
      .groupBy(['queue', 'status'])
      .execute();
    return Promise.all(
      QUEUES.map(async (name) => {
        const of = (status: string) => rows.find((row) => row.queue === name && row.status === status);
        const waiting = of('QUEUED');
        const depth = await queue.depth(name);
        return {
          queue: name,
          waiting: Number(waiting?.count ?? 0),
          processing: Number(of('PROCESSING')?.count ?? 0),
          oldestS: waiting === undefined ? 0 : (Date.now() - waiting.oldest.getTime()) / 1000,
          dead: depth?.dead ?? 0,
        };
      }),
    );
  });
}
