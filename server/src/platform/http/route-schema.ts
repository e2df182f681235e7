/** A route of contracts as Fastify and OpenAPI want it. */
import { errorBodySchema, type Route, statusOfError } from '@ploscope/contracts';
import type { FastifySchema } from 'fastify';

/** Method, address and schema of a route, to be spread into `app.route`. */
export function routeOf(route: Route): { method: Route['method']; url: string; schema: FastifySchema } {
  const statuses = [...new Set(route.errors.map(statusOfError))].sort();
  const errors = statuses.filter((status) => !(status in route.answers)).map((status) => [status, errorBodySchema]);
  const schema: FastifySchema = {
    summary: route.summary,
    tags: [route.tag],
    response: { ...route.answers, ...Object.fromEntries(errors) },
    ...(route.body === null ? {} : { body: route.body }),
  };
  return { method: route.method, url: route.path, schema };
}
