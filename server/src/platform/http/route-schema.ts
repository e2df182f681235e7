/** A route of contracts as Fastify and OpenAPI want it. */
import {
  errorBodySchema,
  MAX_REQUEST_BYTES,
  MAX_SOLVE_BYTES,
  ROUTES,
  type Route,
  statusOfError,
} from '@ploscope/contracts';
import type { FastifySchema } from 'fastify';
import { z } from 'zod';

/** The header of routes that make something. */
const idempotencySchema = z.looseObject({
  'idempotency-key': z.string().min(1).max(200).optional().describe('The same key again gets the first answer.'),
});

export interface RouteShape {
  readonly method: Route['method'];
  readonly url: string;
  readonly schema: FastifySchema;
  readonly bodyLimit: number;
}

/** Method, address and schema of a route, to be spread into `app.route`. */
export function routeOf(route: Route): RouteShape {
  // Whoever must be somebody can be told that they are nobody.
  const codes = route.access === 'anyone' ? route.errors : [...route.errors, 'signed-out', 'unavailable'];
  const statuses = [
    ...new Set([...codes, ...(route.access === 'admin' || route.session ? ['forbidden'] : [])].map(statusOfError)),
  ].sort();
  const errors = statuses.filter((status) => !(status in route.answers)).map((status) => [status, errorBodySchema]);
  const schema: FastifySchema = {
    summary: route.summary,
    tags: [route.tag],
    response: { ...route.answers, ...Object.fromEntries(errors) },
    ...(route.body === null ? {} : { body: route.body }),
    ...(route.params === null ? {} : { params: route.params }),
    ...(route.query === null ? {} : { querystring: route.query }),
    ...(route.access === 'anyone' ? {} : { security: [{ bearer: [] }] }),
    ...(route.idempotent ? { headers: idempotencySchema } : {}),
  };
  const bodyLimit = route.path === ROUTES.submitSolve.path ? MAX_SOLVE_BYTES : MAX_REQUEST_BYTES;
  return { method: route.method, url: route.path, schema, bodyLimit };
}
