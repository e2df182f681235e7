import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ChannelModel, connect } from 'amqplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRabbitmq, startRabbitmq } from '../../../../tools/services/rabbitmq.mjs';
import { openLine } from '../../testing/line.ts';
import { rabbitmqUrl } from '../../testing/services.ts';
import { type Broker, type Client, describeQueue, taken } from './queue.conformance.ts';
import { QUEUE_NAMES } from './queue.ts';
import { createRabbitmqQueue } from './rabbitmq-queue.ts';
import { namesWith } from './rabbitmq-topology.ts';

const QUEUE = 'spot-processing';
/** Other tests use the same broker. */
const prefix = `test-${randomUUID()}-`;
const names = namesWith(prefix);
const queues = QUEUE_NAMES.flatMap((name) => [names.queue(name), names.dead(name)]);

async function connectTo(url: string): Promise<Client> {
  const address = new URL(url);
  const line = await openLine({ host: address.hostname, port: Number(address.port || 5672) });
  address.hostname = '127.0.0.1';
  address.port = String(line.port);
  return { queue: createRabbitmqQueue({ url: address.href, connectionName: 'test', prefix }), ...line };
}

describe.skipIf(rabbitmqUrl === null)('the queue over RabbitMQ', () => {
  let model: ChannelModel;
  async function withChannel(work: (channel: Awaited<ReturnType<ChannelModel['createChannel']>>) => Promise<unknown>) {
    const channel = await model.createChannel();
    await work(channel);
    await channel.close();
  }
  const broker: Broker = {
    againWithinMs: 100,
    connect: () => connectTo(rabbitmqUrl!),
    clean: () => withChannel((channel) => Promise.all(queues.map((name) => channel.purgeQueue(name)))),
  };
  beforeAll(async () => {
    model = await connect(rabbitmqUrl!);
    const { queue } = await broker.connect();
    await queue.depth(QUEUE);
    await queue.close();
  });
  afterAll(async () => {
    await withChannel(async (channel) => {
      for (const name of queues) await channel.deleteQueue(name);
      await channel.deleteExchange(names.deadLetters);
    });
    await model.close();
  });

  describeQueue(() => broker);

  test("somebody else's messages are buried and keep nobody from his own", async () => {
    const { queue } = await broker.connect();
    const garbage = ['', 'null', '[]', '{"jobId":7}', '{"jobId":"../../etc"}', '\u0000\ufffd', '{"jobId":'];
    await withChannel(async (channel) => {
      for (const text of garbage) channel.sendToQueue(names.queue(QUEUE), Buffer.from(text), { headers: { x: 'y' } });
    });
    const jobId = randomUUID();
    await queue.publish(QUEUE, jobId);
    const message = await taken(queue);
    expect(message.jobId).toBe(jobId);
    await message.ack();
    await expect.poll(() => queue.depth(QUEUE)).toEqual({ waiting: 0, dead: garbage.length });
    await queue.close();
  });

  test('a message that no queue takes is not published; the queue is declared again', async () => {
    const { queue } = await broker.connect();
    await queue.publish(QUEUE, randomUUID());
    await withChannel((channel) => channel.deleteQueue(names.queue(QUEUE)));
    await expect(queue.publish(QUEUE, randomUUID())).rejects.toThrow(names.queue(QUEUE));
    const jobId = randomUUID();
    await queue.publish(QUEUE, jobId);
    expect((await taken(queue)).jobId).toBe(jobId);
    await queue.close();
  });
});

const programs = findRabbitmq();

describe.skipIf(rabbitmqUrl === null || programs === null)('a RabbitMQ that is killed', () => {
  test('comes back with every message it confirmed, to takers that waited meanwhile', async () => {
    const server = await startRabbitmq(programs!);
    try {
      const { queue } = await connectTo(server.url);
      await queue.depth(QUEUE);
      // RabbitMQ 3.10 writes down which quorum queues there are half a second after they were declared; one it did not
      // write down never gets a leader again. Their messages are safe from the first confirm on.
      await sleep(1000);
      const published = Array.from({ length: 50 }, () => randomUUID());
      await Promise.all(published.map((jobId) => queue.publish(QUEUE, jobId)));
      const held = await taken(queue);
      const waiting = taken(queue, 'solver-processing');
      await server.kill();
      await expect(queue.publish(QUEUE, randomUUID())).rejects.toThrow();
      await server.restart();
      const late = randomUUID();
      await expect
        .poll(() => queue.publish('solver-processing', late).catch(String), { timeout: 30_000 })
        .toBeUndefined();
      expect((await waiting).jobId).toBe(late);
      await held.ack();
      const got: string[] = [];
      while (got.length < published.length) {
        const message = await taken(queue);
        got.push(message.jobId);
        await message.ack();
      }
      expect(got.sort()).toEqual(published.sort());
      await queue.close();
    } finally {
      await server.stop();
    }
  });
});
