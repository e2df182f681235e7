/**
 * Registers routes of contracts. Everything all routes share happens here, in this order: how often one may ask, who
 * asks, may they, is the request of the right form; then the feature's handler, whose answer is of the contract's type.
 */
import type { Route } from '@ploscope/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Limits } from '../limits/index.ts';
import { wireError } from './api-error.ts';
import { type Asker, type Authenticate, bearerOf } from './asker.ts';
import { type AskBearer, guardBearers } from './bearer-guard.ts';
import { countedAddress } from './counted-address.ts';
import { refuseForeignOrigin } from './origin.ts';
import { routeOf } from './route-schema.ts';

type Output<S extends z.ZodType | null> = S extends z.ZodType ? z.output<S> : null;

/** What a handler is given: everything was checked by the contract. */
export interface Ask<R extends Route> {
  readonly params: Output<R['params']>;
  readonly query: Output<R['query']>;
  readonly body: Output<R['body']>;
  readonly asker: R['access'] extends 'anyone' ? Asker | null : Asker;
  /** The sender's own key for what is made; null for none, and on routes that take none. */
  readonly key: string | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An answer the contract names. */
export type Answer<R extends Route> = {
  [S in keyof R['answers'] & number]: { readonly status: S; readonly body: z.input<R['answers'][S]> };
}[keyof R['answers'] & number];

/** An answer with its very status, so that the compiler can hold it against the contract. */
export function answer<const S extends number, const B>(status: S, body: B): { readonly status: S; readonly body: B } {
  return { status, body };
}

/** Null where the handler has answered by `reply` itself. */
export type Handler<R extends Route> = (ask: Ask<R>) => Promise<Answer<R> | null>;

export interface RouteGuards {
  readonly authenticate: Authenticate;
  readonly limits: Limits;
}

export type AddRoute = <R extends Route>(route: R, handler: Handler<R>) => void;

export function routesOn(app: FastifyInstance, { authenticate, limits }: RouteGuards): AddRoute {
  const guarded = guardBearers(authenticate, limits);
  return (route, handler) => {
    // An ended token is no mistake where another is asked for.
    const ask = route.endedToken || route.limit === null ? authenticate : guarded;
    const askers = new WeakMap<FastifyRequest, Asker | null>();
    app.route({
      ...routeOf(route),
      onRequest: async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (route.cookie) refuseForeignOrigin(request);
        const asker = await askerOf(request, route, ask, limits);
        askers.set(request, asker);
        if (asker !== null) nameInLog(request, reply, asker);
        if (asker !== null) await takeLimit(route, asker.userId, limits);
      },
      handler: async (request, reply) => {
        const ask = {
          params: route.params === null ? null : request.params,
          query: route.query === null ? null : request.query,
          body: route.body === null ? null : request.body,
          asker: askers.get(request) ?? null,
          key: route.idempotent ? (request.headers['idempotency-key'] ?? null) : null,
          request,
          reply,
          // What the schemas made of them; Fastify knows them as unknown.
        } as Ask<typeof route>;
        const answered = await handler(ask);
        if (answered === null) return reply;
        const { status, body } = answered as { status: number; body: unknown };
        return reply.code(status).send(body);
      },
    });
  };
}

/** From here on every line about the request says whose it is. */
function nameInLog(request: FastifyRequest, reply: FastifyReply, { userId }: Asker): void {
  request.log = request.log.child({ userId });
  reply.log = request.log;
}

/** Null for nobody. Throws `signed-out`, `forbidden`, `no-account`, `rate-limit`, `unavailable`. */
async function askerOf(
  request: FastifyRequest,
  route: Route,
  authenticate: AskBearer,
  limits: Limits,
): Promise<Asker | null> {
  const bearer = bearerOf(request);
  const wantsSomebody = route.access !== 'anyone';
  const asker = bearer === undefined ? null : await authenticate(bearer, request.ip);
  // What anyone may do is counted by address also for who is signed in: guests are made by the dozen.
  if (asker === null || !wantsSomebody) await takeLimit(route, countedAddress(request.ip), limits);
  const wantsGoodToken = bearer !== undefined && !route.endedToken;
  if (asker === null && (wantsSomebody || wantsGoodToken)) throw wireError('signed-out');
  if (route.access === 'admin' && asker?.role !== 'admin') throw wireError('forbidden');
  if (route.account && asker?.isGuest) throw wireError('no-account');
  if (route.session && asker?.sessionId === null) throw wireError('forbidden');
  return asker;
}

async function takeLimit({ limit }: Route, key: string, limits: Limits): Promise<void> {
  if (limit === null) return;
  const taken = await limits.take(limit, key);
  if (taken.ok) return;
  throw taken.retryAfterS === null
    ? wireError('unavailable', { retryAfterS: 5 })
    : wireError('rate-limit', { retryAfterS: taken.retryAfterS });
}
