export { createPostgresQueue } from './postgres-queue.ts';
export type { Queue, QueueName } from './queue.ts';
export { createRabbitmqQueue } from './rabbitmq-queue.ts';
