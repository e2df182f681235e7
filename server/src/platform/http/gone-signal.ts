/** Tells work for a request that nobody waits for it any more. */
import type { FastifyReply } from 'fastify';

/** Aborts when the client goes away before its answer is written. (A request's own `close` comes with its last byte.) */
export function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  // Gone while who it is was asked of the database.
  if (reply.raw.destroyed) gone.abort();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
