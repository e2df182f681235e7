/** `POST /api/study/equity`. */
import { ROUTES } from '@ploscope/contracts';
import { type AddRoute, goneSignal, wireError } from '../../platform/http/index.ts';

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
