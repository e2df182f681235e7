/** Other sites whose pages may use the interface: those named, with tokens of their own, and never with our cookies. */
import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

export async function addCors(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key'],
    exposedHeaders: ['retry-after'],
    credentials: false,
    maxAge: 600,
  });
}
