/**
 * What stands in the broker: for each queue one of its name, and one for its dead letters, both quorum queues, so that a
 * confirmed message is on disk, on most nodes where there are several.
 *
 * Dead letters go there at least once: the broker keeps a message until the dead-letter queue confirmed it, which asks
 * for an overflow that refuses instead of dropping.
 */
import type { Channel } from 'amqplib';
import { DELIVERY_LIMIT, QUEUE_NAMES, type QueueName } from './queue.ts';

export interface Names {
  queue(name: QueueName): string;
  dead(name: QueueName): string;
  readonly deadLetters: string;
}

/** `prefix` keeps installations that share one broker apart. */
export function namesWith(prefix: string): Names {
  return {
    queue: (name) => `${prefix}${name}`,
    dead: (name) => `${prefix}${name}.dead`,
    deadLetters: `${prefix}dead-letters`,
  };
}

/** Rejects when one of them exists in another shape. */
export async function declareQueues(channel: Channel, names: Names): Promise<void> {
  await channel.assertExchange(names.deadLetters, 'direct', { durable: true });
  for (const name of QUEUE_NAMES) {
    await channel.assertQueue(names.dead(name), { durable: true, arguments: { 'x-queue-type': 'quorum' } });
    await channel.bindQueue(names.dead(name), names.deadLetters, names.queue(name));
    await channel.assertQueue(names.queue(name), {
      durable: true,
      deadLetterExchange: names.deadLetters,
      deadLetterRoutingKey: names.queue(name),
      arguments: {
        'x-queue-type': 'quorum',
        // The broker counts the deliveries that came back, and the first is none of those.
        'x-delivery-limit': DELIVERY_LIMIT - 1,
        'x-dead-letter-strategy': 'at-least-once',
        'x-overflow': 'reject-publish',
      },
    });
  }
}
