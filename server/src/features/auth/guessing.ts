/** How often the secrets of one account may be tried, whoever tries. Addresses are counted by the routes themselves. */
import { type ApiError, wireError } from '../../platform/http/index.ts';
import type { Limits } from '../../platform/limits/index.ts';

/** Throws `rate-limit`, or `unavailable` where nobody can count. The same for an account there is not. */
export async function countGuess(limits: Limits, email: string): Promise<void> {
  const taken = await limits.take('account', email);
  if (!taken.ok) throw refusal(taken.retryAfterS);
}

/** The right one was given. */
export function forgetGuesses(limits: Limits, email: string): Promise<void> {
  return limits.forget('account', email);
}

function refusal(retryAfterS: number | null): ApiError {
  return retryAfterS === null ? wireError('unavailable', { retryAfterS: 5 }) : wireError('rate-limit', { retryAfterS });
}
