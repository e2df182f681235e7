/**
 * The queue over RabbitMQ.
 *
 * A connection is made when somebody needs one: `publish` tries once and says no, `take` tries until it has one. So a
 * broker that comes back is found by whoever waits for it, and nothing runs when nobody does.
 */
import type { Message, OnTrouble, Queue, QueueName } from './queue.ts';
import { openSession, type RabbitmqSession } from './rabbitmq-session.ts';
import { namesWith } from './rabbitmq-topology.ts';
import { createBackoff, orAborted, withEither } from './waiting.ts';
import { formatWakeUp, parseWakeUp } from './wake-up.ts';

export interface RabbitmqOptions {
  readonly url: string;
  /** How the broker's own tools call us. */
  readonly connectionName: string;
  /** Before the name of each queue, where installations share a broker. */
  readonly prefix?: string;
  readonly onTrouble?: OnTrouble;
}

/** Connects to nothing yet: a broker that is away is no reason not to start. */
export function createRabbitmqQueue(options: RabbitmqOptions): Queue {
  const { url, connectionName, prefix = '', onTrouble = () => {} } = options;
  const names = namesWith(prefix);
  const closing = new AbortController();
  let current: RabbitmqSession | undefined;
  let opening: Promise<RabbitmqSession> | undefined;

  /** The session that is up, else a new one; all who ask meanwhile share the attempt. */
  async function session(): Promise<RabbitmqSession> {
    if (closing.signal.aborted) throw new Error('the queue is closed');
    if (current && !current.isLost()) return current;
    opening ??= openSession(url, names, connectionName).finally(() => {
      opening = undefined;
    });
    current = await opening;
    return current;
  }

  async function takeWith(queue: QueueName, signal: AbortSignal): Promise<Message | null> {
    const backoff = createBackoff();
    while (!signal.aborted) {
      try {
        const open = await orAborted(session(), signal);
        const delivery = await open?.receive(queue, signal);
        if (!delivery) continue;
        backoff.reset();
        const { content, discard, ...rest } = delivery;
        const jobId = parseWakeUp(content);
        if (jobId !== undefined) return { jobId, ...rest };
        // Somebody else's message: kept as it is, where a person can look at it.
        onTrouble(new Error(`a message of ${names.queue(queue)} is none of ours`));
        discard();
      } catch (error) {
        if (signal.aborted) break;
        onTrouble(error);
        await backoff.pause(signal);
      }
    }
    return null;
  }

  return {
    async publish(queue, jobId) {
      await (await session()).send('', names.queue(queue), formatWakeUp(jobId));
    },
    take: (queue, signal) => withEither(signal, closing.signal, (either) => takeWith(queue, either)),
    async bury(queue, jobId, reason) {
      await (await session()).send(names.deadLetters, names.queue(queue), formatWakeUp(jobId), { reason });
    },
    async depth(queue) {
      try {
        return await (await session()).depth(queue);
      } catch (error) {
        onTrouble(error);
        return null;
      }
    },
    async close() {
      closing.abort();
      const last = await opening?.catch(() => undefined);
      await (last ?? current)?.close();
    },
  };
}
