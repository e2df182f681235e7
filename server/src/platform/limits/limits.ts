/**
 * How often somebody may ask: points a minute, counted in Redis where there is one, else in this process.
 *
 * When the counters cannot be reached, reading goes on (`open`) and guessing of secrets does not (`closed`): a lost Redis
 * must not let anybody try passwords without end.
 */
import type { LimitName } from '@ploscope/contracts';
import type { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** `account` counts tries at one account's secrets, whoever makes them; `bearer` an address's tokens that prove nothing. */
export type Counter = LimitName | 'account' | 'bearer';

interface Rule {
  readonly points: number;
  readonly seconds: number;
  readonly whenLost: 'open' | 'closed';
}

const RULES: Readonly<Record<Counter, Rule>> = {
  compute: { points: 600, seconds: 60, whenLost: 'open' },
  read: { points: 3000, seconds: 60, whenLost: 'open' },
  submit: { points: 120, seconds: 60, whenLost: 'open' },
  create: { points: 300, seconds: 60, whenLost: 'open' },
  import: { points: 1200, seconds: 60, whenLost: 'open' },
  'sign-in': { points: 60, seconds: 60, whenLost: 'closed' },
  mail: { points: 10, seconds: 600, whenLost: 'closed' },
  account: { points: 10, seconds: 300, whenLost: 'closed' },
  // A page asks several things at once with a token that has just ended, and an office has many pages.
  bearer: { points: 120, seconds: 60, whenLost: 'open' },
};

export type Taken =
  | { readonly ok: true }
  | { readonly ok: false; readonly retryAfterS: number }
  /** Nobody knows, and this kind is refused then. */
  | { readonly ok: false; readonly retryAfterS: null };

export interface Limits {
  /** Counts one try of `key`. Never rejects. */
  take(counter: Counter, key: string): Promise<Taken>;
  /** Forgets the tries of `key`: the right password was given. */
  forget(counter: Counter, key: string): Promise<void>;
}

export interface LimitsSettings {
  readonly redis: Redis | null;
  /** Points of `compute`; 0 for no limit of it. */
  readonly computePerMinute: number;
  /** Whether anything is counted at all; only tests on one machine go without. */
  readonly areOn?: boolean;
}

export function createLimits({ redis, computePerMinute, areOn = true }: LimitsSettings): Limits {
  if (!areOn) return { take: async () => ({ ok: true }), forget: async () => undefined };
  const limiters = new Map<Counter, RateLimiterAbstract>();
  const limiterOf = (counter: Counter): RateLimiterAbstract => {
    const made = limiters.get(counter);
    if (made !== undefined) return made;
    const { seconds: duration, points: ours } = RULES[counter];
    const points = counter === 'compute' ? computePerMinute : ours;
    const settings = { points, duration, keyPrefix: `limit:${counter}` };
    const limiter =
      redis === null
        ? new RateLimiterMemory(settings)
        : new RateLimiterRedis({ ...settings, storeClient: redis, rejectIfRedisNotReady: true });
    limiters.set(counter, limiter);
    return limiter;
  };
  return {
    async take(counter, key) {
      if (counter === 'compute' && computePerMinute === 0) return { ok: true };
      try {
        await limiterOf(counter).consume(key);
        return { ok: true };
      } catch (refused) {
        if (refused instanceof RateLimiterRes) {
          return { ok: false, retryAfterS: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) };
        }
        return RULES[counter].whenLost === 'open' ? { ok: true } : { ok: false, retryAfterS: null };
      }
    },
    async forget(counter, key) {
      await limiterOf(counter)
        .delete(key)
        .catch(() => undefined);
    },
  };
}
