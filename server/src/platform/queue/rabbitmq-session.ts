/**
 * One connection to RabbitMQ, from its opening to its loss; it is never repaired, only replaced (`rabbitmq-queue.ts`).
 *
 * Any trouble on a channel ends the whole session, because a half that works hides the half that does not.
 */
import { randomUUID } from 'node:crypto';
import { type ChannelModel, type ConsumeMessage, connect } from 'amqplib';
import type { Depth, Message, QueueName } from './queue.ts';
import { declareQueues, type Names } from './rabbitmq-topology.ts';
import { orAborted, withEither, within } from './waiting.ts';

const OPEN_WITHIN_MS = 5_000;
const CONFIRM_WITHIN_MS = 5_000;
const CLOSE_WITHIN_MS = 2_000;
const HEARTBEAT_S = 10;

/** What a queue needs of a connection that is up. */
export interface RabbitmqSession {
  readonly isLost: () => boolean;
  /** Resolves when the broker confirmed that it has the message and a queue for it. */
  send(exchange: string, routingKey: string, content: Buffer, headers?: Record<string, string>): Promise<void>;
  /** One delivery; undefined when `signal` was aborted first. Rejects when the session is lost meanwhile. */
  receive(queue: QueueName, signal: AbortSignal): Promise<Delivery | undefined>;
  depth(queue: QueueName): Promise<Depth>;
  close(): Promise<void>;
}

/** A message that is ours until it is settled. */
export interface Delivery extends Omit<Message, 'jobId'> {
  readonly content: Buffer;
  /** To the dead letters. */
  discard(): void;
}

function withHeartbeat(url: string): string {
  const address = new URL(url);
  if (!address.searchParams.has('heartbeat')) address.searchParams.set('heartbeat', String(HEARTBEAT_S));
  return address.href;
}

/** Rejects when the broker is not there within some seconds, or has the queues in another shape. */
export async function openSession(url: string, names: Names, connectionName: string): Promise<RabbitmqSession> {
  const model = await connect(withHeartbeat(url), {
    timeout: OPEN_WITHIN_MS,
    noDelay: true,
    clientProperties: { connection_name: connectionName },
  });
  // The 'close' that follows each error says enough; an error nobody listens to would end the process.
  model.on('error', () => {});
  try {
    return await within(OPEN_WITHIN_MS, 'preparing the queues', prepare(model, names));
  } catch (error) {
    model.close().catch(() => {});
    throw error;
  }
}

async function prepare(model: ChannelModel, names: Names): Promise<RabbitmqSession> {
  let lost = false;
  const losing = new AbortController();
  const lose = (): void => {
    if (lost) return;
    lost = true;
    losing.abort();
    model.close().catch(() => {});
  };
  model.once('close', lose);

  const sending = await model.createConfirmChannel();
  const receiving = await model.createChannel();
  for (const channel of [sending, receiving]) {
    channel.on('error', () => {});
    channel.on('close', lose);
  }
  await declareQueues(sending, names);
  // Counted for each consumer by itself, and each `receive` is one.
  await receiving.prefetch(1);

  /** Messages that no queue took. The broker says so before it confirms them. */
  const unroutable = new Set<string>();
  sending.on('return', (message) => unroutable.add(String(message.properties.messageId)));

  const sendOne = (exchange: string, routingKey: string, content: Buffer, headers: Record<string, string>) =>
    new Promise<void>((resolve, reject) => {
      const messageId = randomUUID();
      const options = { persistent: true, mandatory: true, contentType: 'application/json', messageId, headers };
      sending.publish(exchange, routingKey, content, options, (error) => {
        if (error) reject(error);
        else if (!unroutable.delete(messageId)) resolve();
        else {
          // Somebody deleted the queue: the next session declares it again.
          lose();
          reject(new Error(`no queue takes ${routingKey}`));
        }
      });
    });

  const deliveryOf = (message: ConsumeMessage): Delivery => {
    let settled = false;
    const settle = (say: () => void): void => {
      if (settled) return;
      settled = true;
      try {
        say();
      } catch {
        // The session is gone, and the broker delivers the message again.
      }
    };
    const { headers } = message.properties;
    return {
      content: message.content,
      redeliveries: Number(headers?.['x-delivery-count'] ?? (message.fields.redelivered ? 1 : 0)),
      ack: async () => settle(() => receiving.ack(message)),
      giveBack: async () => settle(() => receiving.nack(message, false, true)),
      discard: () => settle(() => receiving.nack(message, false, false)),
    };
  };

  return {
    isLost: () => lost,
    async send(exchange, routingKey, content, headers = {}) {
      const sent = sendOne(exchange, routingKey, content, headers);
      try {
        await within(CONFIRM_WITHIN_MS, 'a confirm', sent);
      } catch (error) {
        // A broker that says nothing may have lost sight of this channel; a new one is heard.
        sent.catch(() => {});
        lose();
        throw error;
      }
    },
    async receive(queue, signal) {
      const consumerTag = randomUUID();
      const got: { message?: ConsumeMessage | null } = {};
      let arrived = (): void => {};
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const onMessage = (message: ConsumeMessage | null): void => {
        got.message = message;
        arrived();
      };
      await receiving.consume(names.queue(queue), onMessage, { consumerTag });
      await withEither(signal, losing.signal, (either) => orAborted(arrival, either));
      // Whatever was delivered until the broker agreed to end the consumer is in `got` now.
      await receiving.cancel(consumerTag);
      const { message } = got;
      if (message === null) {
        lose();
        throw new Error(`${names.queue(queue)} was deleted`);
      }
      if (message === undefined) return undefined;
      const delivery = deliveryOf(message);
      if (!signal.aborted) return delivery;
      await delivery.giveBack();
      return undefined;
    },
    async depth(queue) {
      const waiting = await sending.checkQueue(names.queue(queue));
      const dead = await sending.checkQueue(names.dead(queue));
      return { waiting: waiting.messageCount, dead: dead.messageCount };
    },
    async close() {
      lost = true;
      losing.abort();
      await within(CLOSE_WITHIN_MS, 'closing', model.close()).catch(() => {});
    },
  };
}
