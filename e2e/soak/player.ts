/**
 * A player's program: asks over HTTP, and asks again under the same key until it is answered, as a client should.
 *
 * What it was answered with is the ledger of a run; what was never answered was never promised.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 5_000;
const AGAIN_MS = 250;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One question; null where no answer came. */
export async function askOnce(
  url: string,
  method: 'GET' | 'POST',
  { body, token, key }: { body?: unknown; token?: string; key?: string } = {},
): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

/** Asks until the server itself answers: through refused connections, broken ones, 429 and 5xx. */
export async function ask(...question: Parameters<typeof askOnce>): Promise<Answer> {
  for (let last = 'no answer', until = Date.now() + 120_000; ; ) {
    const answer = await askOnce(...question);
    if (answer !== null && answer.status < 500 && answer.status !== 429) return answer;
    if (answer !== null) last = JSON.stringify(answer);
    if (Date.now() > until) throw new Error(`${question[1]} ${question[0]} is not answered: ${last}`);
    await sleep(AGAIN_MS);
  }
}

/** One part of an answer that must be there. */
export function fieldOf<T>(answer: Answer, name: string): T {
  const { body } = answer;
  if (typeof body !== 'object' || body === null || !(name in body)) throw new Error(JSON.stringify(answer));
  return (body as Record<string, T>)[name]!;
}

export interface Player {
  readonly email: string;
  readonly id: string;
  /** A personal access token: it outlives a run. */
  readonly token: string;
}

/** Not among those known from leaks. */
export const PASSWORD = 'seven tall herons wade';

export async function register(baseUrl: string): Promise<Player> {
  const email = `${randomUUID()}@example.org`;
  const made = await ask(`${baseUrl}/api/auth/register`, 'POST', { body: { email, password: PASSWORD } });
  const access = fieldOf<string>(made, 'accessToken');
  const { id } = fieldOf<{ id: string }>(made, 'player');
  const token = await ask(`${baseUrl}/api/auth/tokens`, 'POST', { body: { name: 'soak' }, token: access });
  return { email, id, token: fieldOf(token, 'token') };
}

/** Waits until `/health` says that all is well; how long that took, in milliseconds. */
export async function untilReady(
  baseUrl: string,
  limitMs: number,
  isOver: () => boolean = () => false,
): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < limitMs && !isOver()) {
    const answer = await askOnce(`${baseUrl}/health`, 'GET');
    if (answer?.status === 200) return performance.now() - begun;
    await sleep(25);
  }
  throw new Error(`${baseUrl} was not ready within ${limitMs / 1000} s`);
}
