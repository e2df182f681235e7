/** A route of contracts as Fastify and OpenAPI want it. */
import {
  BODY_ERRORS,
  type ErrorCode,
  errorBodySchema,
  MAX_IMPORT_BYTES,
  MAX_REQUEST_BYTES,
  MAX_SOLVE_BYTES,
  ROUTES,
  type Route,
  SPOT_STATUS,
  statusOfError,
} from '@ploscope/contracts';
import type { FastifySchema } from 'fastify';
import { z } from 'zod';
import { idempotencyKeySchema } from './idempotency-key.ts';

/** The header of routes that make something. */
const idempotencySchema = z.looseObject({
  'idempotency-key': idempotencyKeySchema.optional().describe('The same key again gets the first answer.'),
});

export interface RouteShape {
  readonly method: Route['method'];
  readonly url: string;
  readonly schema: FastifySchema;
  readonly bodyLimit: number;
}

/** The name of each route in the table, which clients made from OpenAPI call it by. */
const NAMES = new Map<Route, string>(Object.entries(ROUTES).map(([name, route]) => [route, name]));

/** Bodies that hold a spot. */
const SPOT_BODIES = new Set<Route['body']>([ROUTES.equity.body, ROUTES.submitEquity.body, ROUTES.submitSolve.body]);

/** Bodies that may be longer than others, in bytes. */
const BODY_LIMITS = new Map<Route, number>([
  [ROUTES.submitSolve, MAX_SOLVE_BYTES],
  [ROUTES.importHands, MAX_IMPORT_BYTES],
]);

/** Every code a route can answer: its own, and those of what all routes share. */
function errorsOf(route: Route): readonly ErrorCode[] {
  // Health alone has no limit, and asks nobody who they are.
  const readsToken = route.limit !== null && (route.access !== 'anyone' || !route.endedToken);
  const codes: ErrorCode[] = [
    ...route.errors,
    ...(readsToken ? (['signed-out'] as const) : []),
    ...(route.account ? (['no-account'] as const) : []),
    ...(route.access === 'admin' || route.session ? (['forbidden'] as const) : []),
    ...(route.method === 'GET' ? (['compressed-body'] as const) : BODY_ERRORS),
    ...(route.idempotent ? (['request'] as const) : []),
    'unavailable',
    'internal',
  ];
  return [...new Set(codes)];
}

/** Method, address and schema of a route, to be spread into `app.route`. */
export function routeOf(route: Route): RouteShape {
  const name = NAMES.get(route);
  const schema: FastifySchema = {
    ...(name === undefined ? {} : { operationId: name }),
    summary: route.summary,
    tags: [route.tag],
    response: { ...errorAnswers(route), ...fileAnswer(route), ...route.answers },
    ...(route.body === null ? {} : { body: route.body }),
    ...(route.params === null ? {} : { params: route.params }),
    ...(route.query === null ? {} : { querystring: route.query }),
    ...(route.access === 'anyone' ? {} : { security: [{ bearer: [] }] }),
    ...(route.idempotent ? { headers: idempotencySchema } : {}),
  };
  return { method: route.method, url: route.path, schema, bodyLimit: BODY_LIMITS.get(route) ?? MAX_REQUEST_BYTES };
}

/** The one form of errors for each of their statuses, with the codes that have it. */
function errorAnswers(route: Route): Record<number, object> {
  const codes = new Map<number, string[]>();
  for (const code of errorsOf(route)) {
    const status = statusOfError(code);
    codes.set(status, [...(codes.get(status) ?? []), `\`${code}\``]);
  }
  // What is wrong with a spot has more codes than can be told here.
  if (SPOT_BODIES.has(route.body)) codes.set(SPOT_STATUS, [...(codes.get(SPOT_STATUS) ?? []), 'a mistake in the spot']);
  if (route.path === ROUTES.submitSolve.path) codes.set(SPOT_STATUS, [...(codes.get(SPOT_STATUS) ?? []), '`memory`']);
  return Object.fromEntries(
    [...codes].map(([status, told]) => [
      status,
      { description: told.join(', '), content: { 'application/json': { schema: errorBodySchema } } },
    ]),
  );
}

function fileAnswer({ file, summary }: Route): Record<number, object> {
  return file === undefined ? {} : { 200: { description: summary, content: { [file]: { schema: z.unknown() } } } };
}
