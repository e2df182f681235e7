/**
 * Jobs through `kill -9` of workers, database and broker (and of the interface and the scheduler) at random moments:
 * none is lost, none is doubled, none is stuck, and what a dead worker had is taken over within 15 s.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'amqplib';
import { expect, test } from 'vitest';
import { printFigures, scaled, timesOf } from './figures.ts';
import { type Driver, hasRabbitmq, type Installation, install } from './installation.ts';
import { type EventRow, type JobRow, judge, type UsageRow } from './jobs-ledger.ts';
import { register } from './player.ts';
import { createRandom, type Random } from './random.ts';
import { rightAnswers, submitAll } from './submissions.ts';
import { Takeovers } from './takeovers.ts';

const JOBS = 1000;
const KILLS = 60;
/** Between two kills, in milliseconds. */
const GAP_MS = [500, 3500] as const;
const TAKEOVER_MS = 15_000;
/** Once nothing is killed any more, jobs are stuck where none ends for so long: a lease, and a message out of sight. */
const STUCK_MS = 60_000;

type Target = 'worker' | 'database' | 'broker' | 'api' | 'scheduler';

test.concurrent('jobs over PostgreSQL survive kill -9 of anything', () => run('PostgreSQL'));
test.skipIf(!hasRabbitmq).concurrent('jobs over RabbitMQ survive kill -9 of anything', () => run('RabbitMQ'));

async function run(driver: Driver): Promise<void> {
  const random = createRandom();
  console.log(`soak jobs over ${driver}: SOAK_SEED=${random.seed}`);
  const settings = { WORKER_EQUITIES: '2', WORKER_SOLVES: '0' };
  const product = await install({ driver, settings, pauseMs: () => random.whole(0, 1000) });
  try {
    const players = [await register(product.baseUrl), await register(product.baseUrl)];
    const takeovers = new Takeovers(product.database);
    const kills = scaled(KILLS, 3);
    const overMs = (kills * (GAP_MS[0] + GAP_MS[1])) / 2;
    const [promised, killed] = await Promise.all([
      submitAll({ baseUrl: product.baseUrl, players, random, count: scaled(JOBS), overMs }),
      killAtRandom(product, random, kills, takeovers),
    ]);
    await takeovers.all();
    await drained(product);

    const { database } = product;
    const verdict = judge(promised, {
      jobs: await database.rows<JobRow>('select id, user_id, status, result from jobs.jobs'),
      events: await database.rows<EventRow>(
        `select stream, type, seq from platform.events where stream like 'job:%' order by position`,
      ),
      usage: await database.rows<UsageRow>('select user_id, completed, failed, cancelled from jobs.usage'),
      ...(await messagesOf(product)),
      right: await rightAnswers(product.baseUrl),
    });
    const { tried, survived, lost, doubled, stuck, troubles } = verdict;
    printFigures(`jobs over ${driver}`, {
      tried,
      survived,
      lost,
      doubled,
      stuck,
      kills: Object.entries(killed)
        .map(([target, count]) => `${count} ${target}`)
        .join(' + '),
      'taken over': timesOf(takeovers.takenBack),
      'taken over while more was killed': timesOf(takeovers.takenBackDisturbed),
      'begun again': timesOf(takeovers.begunAgain),
      'database back': timesOf(takeovers.databaseBack),
    });
    expect(troubles).toEqual([]);
    expect({ survived, lost, doubled, stuck }).toEqual({ survived: tried, lost: 0, doubled: 0, stuck: 0 });
    expect(Math.max(0, ...takeovers.takenBack)).toBeLessThan(TAKEOVER_MS);
  } finally {
    await product.stop();
  }
}

/** `count` kills of worker, database and broker; now and then one of another part besides. */
async function killAtRandom(
  { workers, database, broker, api, scheduler }: Installation,
  random: Random,
  count: number,
  takeovers: Takeovers,
): Promise<Record<Target, number>> {
  const killed: Record<Target, number> = { worker: 0, database: 0, broker: 0, api: 0, scheduler: 0 };
  let brokerComing: Promise<void> | null = null;
  const kill = async (target: Target): Promise<boolean> => {
    if (target === 'worker') {
      const worker = workers[random.whole(0, workers.length - 1)]!;
      const { pid } = worker;
      if (pid === null) return false;
      await worker.kill();
      takeovers.workerKilled(pid);
      return true;
    }
    takeovers.disturb();
    if (target === 'database') {
      await database.kill(random.next() < 0.5);
      takeovers.databaseKilled();
    }
    if (target === 'api') await api.kill();
    if (target === 'scheduler') await scheduler.kill();
    if (target === 'broker') {
      if (broker === null || brokerComing !== null) return false;
      await broker.kill();
      brokerComing = sleep(random.whole(0, 2000))
        .then(() => broker.restart())
        .finally(() => {
          brokerComing = null;
        });
    }
    return true;
  };
  /** Each of the three at least once, however few kills there are; the worker last, so that nothing else disturbs it. */
  const first: Target[] = broker === null ? ['database', 'worker', 'worker'] : ['broker', 'database', 'worker'];
  for (let done = 0; done < count; ) {
    await sleep(random.whole(...GAP_MS));
    const target =
      first[done] ??
      random.pick<Target>([
        ['worker', 6],
        ['database', 2],
        ['broker', broker === null ? 0 : 2],
        ['api', 1],
        ['scheduler', 1],
      ]);
    if (!(await kill(target))) continue;
    killed[target]++;
    if (target !== 'api' && target !== 'scheduler') done++;
  }
  await brokerComing;
  return killed;
}

/** Waits until every job has ended, every message is taken, every event counted; or nothing moves any more. */
async function drained(product: Installation): Promise<void> {
  let fewest = Number.POSITIVE_INFINITY;
  let movedAt = Date.now();
  for (; Date.now() - movedAt < STUCK_MS; await sleep(250)) {
    const [row] = await product.database.rows<{ open: number }>(
      `select count(*)::int as open from jobs.jobs where status in ('QUEUED', 'PROCESSING')`,
    );
    const open = row?.open ?? fewest;
    if (open < fewest) {
      fewest = open;
      movedAt = Date.now();
    }
    if (open !== 0 || (await messagesOf(product)).messages > 0) continue;
    const [counted] = await product.database.rows<{ left: number }>(
      `select count(*)::int as left from platform.events, jobs.offsets
       where consumer = 'usage' and (events.tx, events.position) > (offsets.tx, offsets.position)`,
    );
    if (counted?.left === 0) return;
  }
}

async function messagesOf({ broker, database }: Installation): Promise<{ messages: number; deadLetters: number }> {
  const queues = ['spot-processing', 'solver-processing'];
  if (broker === null) {
    const [count] = await database.rows<{ messages: number; deadLetters: number }>(
      `select (select count(*)::int from platform.messages) as messages,
              (select count(*)::int from platform.dead_messages) as "deadLetters"`,
    );
    return count!;
  }
  const connection = await connect(broker.url);
  try {
    const channel = await connection.createChannel();
    const counts = { messages: 0, deadLetters: 0 };
    for (const queue of queues) {
      counts.messages += (await channel.checkQueue(queue)).messageCount;
      counts.deadLetters += (await channel.checkQueue(`${queue}.dead`)).messageCount;
    }
    return counts;
  } finally {
    await connection.close();
  }
}
