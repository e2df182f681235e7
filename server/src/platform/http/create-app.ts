/**
 * The HTTP server without its routes: limits, logging, validation by contracts, errors, security headers. Features add
 * their routes to it.
 */
import type { Socket } from 'node:net';
import { MAX_REQUEST_BYTES, validate } from '@ploscope/contracts';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Config } from '../config/index.ts';
import type { Metrics } from '../telemetry/index.ts';
import { ApiError, wireError } from './api-error.ts';
import { replyToFrameworkError, replyWithErrors } from './error-replies.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** Longest a client may take to send its whole request, in milliseconds. */
const REQUEST_TIMEOUT_MS = 15_000;

/** Opens nothing yet: the caller adds routes, then listens. */
export async function createApp(config: Config, log: FastifyBaseLogger, metrics: Metrics): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    bodyLimit: MAX_REQUEST_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: trusted(config.trustProxy),
    // Answers under way are finished; see `closeSoon`.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    frameworkErrors: replyToFrameworkError,
    clientErrorHandler: answerBadHttp,
  });
  // Only JSON is read; anything else is refused by its media type before a byte of it is kept.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler<z.ZodType>(({ schema }) => (document) => {
    const read = validate(schema, document);
    return read.ok ? { value: read.value } : { error: new ApiError(read.error) };
  });
  app.setSerializerCompiler(serializerCompiler);
  // First of all hooks, so that a refusal by another has the headers too.
  await addSecurityHeaders(app);
  app.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding'];
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw wireError('compressed-body');
  });
  replyWithErrors(app, (code) => metrics.errors.inc({ code }));
  app.addHook('onResponse', async (request, reply) => {
    metrics.observeRequest(request.method, request.routeOptions.url, reply.elapsedTime / 1000);
  });
  return app;
}

/** Which addresses of X-Forwarded-For to believe, counted from the socket's own: Fastify alone would believe all or none. */
function trusted(proxies: Config['trustProxy']): false | string[] | ((address: string, hop: number) => boolean) {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies === false ? false : [...proxies];
}

/** What does not parse as HTTP gets the shortest answer that is HTTP. */
function answerBadHttp(_error: Error, socket: Socket): void {
  if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  else socket.destroy();
}
