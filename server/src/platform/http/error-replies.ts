/**
 * Every way a request can fail, turned into the one error body. What is not the client's fault answers `internal` and
 * is logged whole; nothing of it reaches the client.
 */
import type { WireErrorCode } from '@ploscope/contracts';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isConnectionLoss } from '../db/index.ts';
import { ApiError, wireError } from './api-error.ts';
import { secureBareReply } from './security-headers.ts';

/** Fastify's own codes that are the client's doing. Any other 4xx of Fastify's is answered as a wrong request. */
const FASTIFY_CODES: Readonly<Record<string, WireErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media-type',
  FST_ERR_BAD_URL: 'bad-address',
  FST_STATIC_FORBIDDEN_PATH: 'bad-address',
};

/** Registers the error handler of all routes; `onError` hears every code that is answered. */
export function replyWithErrors(app: FastifyInstance, onError: (code: string) => void): void {
  app.setErrorHandler((error: FastifyError | ApiError, request, reply) => {
    const known = toApiError(error, request);
    onError(known.detail.code);
    if (known.detail.code === 'internal' || known.cause !== undefined)
      request.log.error({ err: known.cause ?? error }, 'request failed');
    return sendError(reply, known);
  });
}

/** Writes an error as the reply. */
export function sendError(reply: FastifyReply, error: ApiError): FastifyReply {
  if (error.retryAfterS !== null) reply.header('retry-after', error.retryAfterS);
  return reply
    .code(error.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({ error: error.detail });
}

/** For errors Fastify meets before a route is known, such as an address it cannot decode. */
export function replyToFrameworkError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  sendError(secureBareReply(reply), toApiError(error, request));
}

function toApiError(error: FastifyError | ApiError, { method }: FastifyRequest): ApiError {
  if (error instanceof ApiError) return error;
  const refused = typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500;
  // A database that is away comes back; nothing is known of what was being written. A client that hung up is none.
  if (!refused && isConnectionLoss(error)) return wireError('unavailable', { cause: error, retryAfterS: 2 });
  const code = FASTIFY_CODES[error.code];
  if (code !== undefined) return wireError(code);
  // Nothing but its address can be wrong with the request for a file.
  if (error.statusCode === 400 && (method === 'GET' || method === 'HEAD')) return wireError('bad-address');
  return refused ? wireError('request') : wireError('internal', { cause: error });
}
