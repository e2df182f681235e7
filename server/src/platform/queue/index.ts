export { createPostgresQueue, type PostgresQueueOptions } from './postgres-queue.ts';
export { DELIVERY_LIMIT, type Message, QUEUE_NAMES, type Queue, type QueueName } from './queue.ts';
export { createRabbitmqQueue, type RabbitmqOptions } from './rabbitmq-queue.ts';
