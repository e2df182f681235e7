/**
 * Bearers that prove nothing, counted by the address they come from: whoever sends one after the other is refused for a
 * while without being looked up. Access tokens of ours, which nobody else can sign, and personal tokens this process has
 * seen good are looked up all the same and charged nothing, so that nobody is shut out who shares an address with a program
 * gone wrong: only a personal token that is new here has to wait.
 *
 * Nobody guesses 256 bits; what is limited is the work. So where nobody can count, nobody is refused.
 */
import { createHash } from 'node:crypto';
import type { Limits } from '../limits/index.ts';
import { wireError } from './api-error.ts';
import type { Asker, Authenticate } from './asker.ts';
import { countedAddress } from './counted-address.ts';

/** Who a bearer from an address stands for; null where it proves nothing. Throws `rate-limit`. */
export type AskBearer = (bearer: string, address: string | undefined) => Promise<Asker | null>;

/** Tokens remembered; beyond, the oldest is forgotten. */
const MOST_GOOD = 10_000;
/** Addresses refused; beyond, those whose time is over are forgotten. */
const MANY_REFUSED = 1000;

export function guardBearers(authenticate: Authenticate, limits: Limits): AskBearer {
  const good = new Set<string>();
  const refusedUntil = new Map<string, number>();
  const refuse = (retryAfterS: number) => wireError('rate-limit', { retryAfterS });
  return async (bearer, clientAddress) => {
    const address = countedAddress(clientAddress);
    const token = createHash('sha256').update(bearer).digest('base64');
    const waitMs = (refusedUntil.get(address) ?? 0) - Date.now();
    if (waitMs > 0 && !good.has(token) && !(await authenticate.isOurs(bearer))) throw refuse(Math.ceil(waitMs / 1000));
    const asker = await authenticate(bearer);
    good.delete(token);
    if (asker !== null) {
      good.add(token);
      for (const oldest of good) {
        if (good.size <= MOST_GOOD) break;
        good.delete(oldest);
      }
      return asker;
    }
    if (await authenticate.isOurs(bearer)) return null;
    const taken = await limits.take('bearer', address);
    if (taken.ok || taken.retryAfterS === null) return null;
    const now = Date.now();
    if (refusedUntil.size >= MANY_REFUSED) {
      for (const [one, until] of refusedUntil) if (until <= now) refusedUntil.delete(one);
    }
    refusedUntil.set(address, now + taken.retryAfterS * 1000);
    throw refuse(taken.retryAfterS);
  };
}
