/** What a request of the SolverService must look like before anybody is asked. */
import { catalogueError, MAX_SOLVE_BYTES } from '@ploscope/contracts';
import type { FetchResultRequest, SubmitRequest, WatchRequest } from '@ploscope/contracts/proto';
import { z } from 'zod';
import { idempotencyKeySchema } from '../../platform/http/index.ts';
import type { Answered } from './solver-jobs.ts';

interface Submitted {
  readonly ownerId: string;
  readonly key: string;
  readonly document: unknown;
}

interface Named {
  readonly ownerId: string;
  readonly jobId: string;
}

export function readSubmit({ ownerId, idempotencyKey: key, spotJson }: SubmitRequest): Answered<Submitted> {
  if (!isUuid(ownerId)) return refused('ownerId');
  if (!idempotencyKeySchema.safeParse(key).success) return refused('idempotencyKey');
  if (Buffer.byteLength(spotJson) > MAX_SOLVE_BYTES) return { ok: false, error: catalogueError('body-too-large') };
  try {
    return { ok: true, value: { ownerId, key, document: JSON.parse(spotJson) } };
  } catch {
    return { ok: false, error: catalogueError('malformed-json') };
  }
}

/** An id that is none is no job's. */
export function readNamed({ ownerId, jobId }: Pick<WatchRequest, 'ownerId' | 'jobId'>): Answered<Named> {
  if (!isUuid(ownerId)) return refused('ownerId');
  if (!isUuid(jobId)) return { ok: false, error: catalogueError('not-found') };
  return { ok: true, value: { ownerId, jobId } };
}

export function readFetch(request: FetchResultRequest): Answered<Named & { readonly offset: number }> {
  const named = readNamed(request);
  if (!named.ok) return named;
  const offset = Number(request.offset);
  return Number.isSafeInteger(offset) ? { ok: true, value: { ...named.value, offset } } : refused('offset');
}

function refused(field: string): Answered<never> {
  return { ok: false, error: { ...catalogueError('request'), field } };
}

function isUuid(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
