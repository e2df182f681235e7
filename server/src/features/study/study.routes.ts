/** `POST /api/study/equity`. */
import { ROUTES } from '@ploscope/contracts';
import type { FastifyReply } from 'fastify';
import { type AddRoute, wireError } from '../../platform/http/index.ts';
import type { StudyService } from './study.service.ts';

export function addStudyRoutes(add: AddRoute, service: StudyService): void {
  add(ROUTES.equity, async ({ body, request, reply }) => {
    const json = await service.equity(body, clientOf(request.ip), goneSignal(reply));
    // Cancelled: by a client that is gone, or because this server goes down.
    if (json === null && !reply.raw.destroyed) throw wireError('unavailable', { retryAfterS: 5 });
    if (json === null) reply.hijack();
    else reply.type('application/json; charset=utf-8').send(json);
    return null;
  });
}

/** Who is counted for an address. Nobody for the machine's own: the player there may use all of it. */
function clientOf(address: string): string | null {
  return /^(?:::ffff:)?127\.|^::1$/i.test(address) ? null : address;
}

/** Aborts when the client goes away before its answer is written. (A request's own `close` comes with its last byte.) */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}
