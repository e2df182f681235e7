/** How many calculations one client address may ask for. Counted only on routes that compute. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { wireError } from './api-error.ts';

/** Adds the limit to the routes registered on `app` afterwards that carry `config: { rateLimit: {} }`. */
export async function addRateLimit(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { ttl }) => wireError('rate-limit', { retryAfterS: Math.ceil(ttl / 1000) }),
  });
}
