/**
 * Requests that a cookie speaks for must come from our own pages. Browsers say where a request comes from; programs say
 * nothing, and have no cookie of a player either.
 */
import type { FastifyRequest } from 'fastify';
import { wireError } from './api-error.ts';

/** Throws `foreign-origin` where the request says it comes from another host than it went to. */
export function refuseForeignOrigin({ headers }: FastifyRequest): void {
  if (headers['sec-fetch-site'] === 'cross-site') throw wireError('foreign-origin');
  const { origin, host } = headers;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw wireError('foreign-origin');
}
