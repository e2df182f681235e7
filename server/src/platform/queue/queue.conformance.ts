/** What every driver promises, as tests: run by the test file of each against the real thing. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DELIVERY_LIMIT, type Message, type Queue, type QueueName } from './queue.ts';

/** A queue as another process would have it, behind a line of its own. */
export interface Client {
  readonly queue: Queue;
  /** To the client the broker is gone; to the broker, the client. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export interface Broker {
  connect(): Promise<Client>;
  /** No messages, no dead letters. */
  clean(): Promise<void>;
  /** How long the message of a lost taker may need to come again, at most. */
  readonly againWithinMs: number;
}

const QUEUE: QueueName = 'spot-processing';
const never = new AbortController().signal;

/** The next message; the test fails when there is none. */
export async function taken(queue: Queue, name: QueueName = QUEUE): Promise<Message> {
  const message = await queue.take(name, never);
  expect(message).not.toBeNull();
  return message!;
}

/** Null when nothing comes for a while. */
export function takenWithin(queue: Queue, ms: number): Promise<Message | null> {
  return queue.take(QUEUE, AbortSignal.timeout(ms));
}

export function describeQueue(broker: () => Broker): void {
  const clients: Client[] = [];
  async function connect(): Promise<Client> {
    const client = await broker().connect();
    clients.push(client);
    return client;
  }
  beforeEach(() => broker().clean());
  afterEach(async () => {
    await Promise.all(clients.map((client) => client.queue.close()));
    await Promise.all(clients.splice(0).map((client) => client.cut()));
  });

  test('what is published is delivered, on its own queue, to who waits and to who comes later', async () => {
    const { queue } = await connect();
    const [early, late, other] = [randomUUID(), randomUUID(), randomUUID()];
    const waiting = taken(queue);
    await queue.publish('solver-processing', other);
    await queue.publish(QUEUE, early);
    expect(await waiting).toMatchObject({ jobId: early, redeliveries: 0 });
    await (await waiting).ack();
    await queue.publish(QUEUE, late);
    expect((await taken(queue)).jobId).toBe(late);
    expect((await taken(queue, 'solver-processing')).jobId).toBe(other);
  });

  test('what a lost taker had not acknowledged is delivered again; what it had is gone', async () => {
    const [lost, heir] = [await connect(), await connect()];
    const [done, open] = [randomUUID(), randomUUID()];
    await heir.queue.publish(QUEUE, done);
    await heir.queue.publish(QUEUE, open);
    await (await taken(lost.queue)).ack();
    const held = await taken(lost.queue);
    await expect.poll(async () => (await heir.queue.depth(QUEUE))?.waiting).toBe(0);
    await lost.cut();
    const again = await taken(heir.queue);
    expect(again).toMatchObject({ jobId: open, redeliveries: 1 });
    // The lost one does not know yet, and may say what it likes.
    await held.ack();
    await again.ack();
    expect(await takenWithin(heir.queue, broker().againWithinMs)).toBeNull();
  });

  test('a single taker gets messages in the order in which they were published', async () => {
    const { queue } = await connect();
    const published = Array.from({ length: 20 }, () => randomUUID());
    for (const jobId of published) await queue.publish(QUEUE, jobId);
    const got: string[] = [];
    while (got.length < published.length) {
      const message = await taken(queue);
      got.push(message.jobId);
      await message.ack();
    }
    expect(got).toEqual(published);
  });

  test('two takers never have the same message, and each message is had once', async () => {
    const [one, other] = [await connect(), await connect()];
    const published = Array.from({ length: 60 }, () => randomUUID());
    await Promise.all(published.map((jobId) => one.queue.publish(QUEUE, jobId)));
    const got: string[] = [];
    const enough = new AbortController();
    const takeAll = async ({ queue }: Client): Promise<void> => {
      for (;;) {
        const message = await queue.take(QUEUE, enough.signal);
        if (message === null) return;
        got.push(message.jobId);
        await sleep(1);
        await message.ack();
        if (got.length >= published.length) enough.abort();
      }
    };
    await Promise.all([takeAll(one), takeAll(one), takeAll(other), takeAll(other)]);
    expect(got.sort()).toEqual(published.sort());
    expect(await one.queue.depth(QUEUE)).toEqual({ waiting: 0, dead: 0 });
  });

  test('a taker has no more than the message it asked for', async () => {
    const [one, other] = [await connect(), await connect()];
    const published = [randomUUID(), randomUUID(), randomUUID()];
    for (const jobId of published) await one.queue.publish(QUEUE, jobId);
    const first = await taken(one.queue);
    expect((await taken(other.queue)).jobId).toBe(published[1]);
    await first.ack();
    expect((await taken(other.queue)).jobId).toBe(published[2]);
  });

  test('a take that is aborted while a message arrives loses none', async () => {
    const { queue } = await connect();
    let aborted = 0;
    for (let round = 0; round < 200; round++) {
      const stop = new AbortController();
      const jobId = randomUUID();
      const taking = queue.take(QUEUE, stop.signal);
      const publishing = queue.publish(QUEUE, jobId);
      if (round % 3 === 0) await publishing;
      if (round % 3 === 1) await sleep(Math.random() * 4);
      stop.abort();
      await publishing;
      const early = await taking;
      if (early === null) aborted++;
      const message = early ?? (await taken(queue));
      expect(message.jobId).toBe(jobId);
      await message.ack();
    }
    expect(aborted).toBeGreaterThan(0);
    expect(await takenWithin(queue, 50)).toBeNull();
    expect(await queue.depth(QUEUE)).toEqual({ waiting: 0, dead: 0 });
  });

  test('a message given back is delivered again at once, and says so', async () => {
    const { queue } = await connect();
    const jobId = randomUUID();
    await queue.publish(QUEUE, jobId);
    const message = await taken(queue);
    await message.giveBack();
    // Only the first word counts.
    await message.ack();
    const again = await taken(queue);
    expect(again).toMatchObject({ jobId, redeliveries: 1 });
    await again.ack();
    await expect.poll(() => queue.depth(QUEUE)).toEqual({ waiting: 0, dead: 0 });
  });

  test('what is buried is a dead letter, and depth tells it from what waits', async () => {
    const { queue } = await connect();
    await queue.publish(QUEUE, randomUUID());
    await queue.publish(QUEUE, randomUUID());
    await queue.bury(QUEUE, randomUUID(), 'six attempts failed');
    await expect.poll(() => queue.depth(QUEUE)).toEqual({ waiting: 2, dead: 1 });
    expect(await queue.depth('solver-processing')).toEqual({ waiting: 0, dead: 0 });
  });

  test(`a message that nobody acknowledges is a dead letter after ${DELIVERY_LIMIT} deliveries`, async () => {
    const { queue } = await connect();
    const [poison, healthy] = [randomUUID(), randomUUID()];
    await queue.publish(QUEUE, poison);
    for (let delivery = 0; delivery < DELIVERY_LIMIT; delivery++) {
      const message = await taken(queue);
      expect(message).toMatchObject({ jobId: poison, redeliveries: delivery });
      await message.giveBack();
    }
    await queue.publish(QUEUE, healthy);
    expect((await taken(queue)).jobId).toBe(healthy);
    await expect.poll(() => queue.depth(QUEUE)).toEqual({ waiting: 0, dead: 1 });
  });

  test('while the broker is away publish rejects and depth is null; both work once it is back', async () => {
    const client = await connect();
    const [before, meanwhile, after] = [randomUUID(), randomUUID(), randomUUID()];
    await client.queue.publish(QUEUE, before);
    await client.cut();
    await expect(client.queue.publish(QUEUE, meanwhile)).rejects.toThrow();
    expect(await client.queue.depth(QUEUE)).toBeNull();
    await client.mend();
    await client.queue.publish(QUEUE, after);
    expect((await taken(client.queue)).jobId).toBe(before);
    expect((await taken(client.queue)).jobId).toBe(after);
  });

  test('a take waits through a broker that goes and comes back, again and again', async () => {
    const [client, other] = [await connect(), await connect()];
    for (let time = 0; time < 3; time++) {
      const waiting = taken(client.queue);
      await client.cut();
      await sleep(20);
      await client.mend();
      const jobId = randomUUID();
      await other.queue.publish(QUEUE, jobId);
      let message = await waiting;
      // The acknowledgement of the time before may have been cut off, and that message comes twice.
      while (message.jobId !== jobId) {
        await message.ack();
        message = await taken(client.queue);
      }
      await message.ack();
    }
  });

  test('closing ends every take with null, and nothing can be published any more', async () => {
    const { queue } = await connect();
    const takes = [queue.take(QUEUE, never), queue.take('solver-processing', never)];
    await sleep(20);
    await queue.close();
    expect(await Promise.all(takes)).toEqual([null, null]);
    expect(await queue.take(QUEUE, never)).toBeNull();
    await expect(queue.publish(QUEUE, randomUUID())).rejects.toThrow();
  });

  test('a take that is aborted before or while the broker is away ends with null', async () => {
    const client = await connect();
    await client.cut();
    expect(await client.queue.take(QUEUE, AbortSignal.abort())).toBeNull();
    expect(await takenWithin(client.queue, 30)).toBeNull();
  });
}
