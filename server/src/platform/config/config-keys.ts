/**
 * Every setting of the server, once: its name in the environment, its default, its meaning, and how its text is read.
 * `.env.example` is written from this table, and `loadConfig` is the only reader of the environment.
 */

/** How one setting is read: its value, or null with `wanted` telling what would have been right. */
interface Key<T> {
  readonly name: string;
  readonly fallback: string;
  readonly wanted: string;
  readonly meaning: string;
  readonly read: (text: string) => T | null;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const ROLES = ['all'] as const;

export const CONFIG_KEYS = {
  role: oneOf('ROLE', 'all', ROLES, 'Which parts of the program this process runs.'),
  host: word('HOST', '127.0.0.1', 'Address to listen on; 0.0.0.0 opens the server to other machines.'),
  port: integer('PORT', '3000', 0, 65535, 'TCP port; 0 takes any free one.'),
  logLevel: oneOf('LOG_LEVEL', 'warn', LOG_LEVELS, 'Least serious log line written (JSON lines on standard output).'),
  trustProxy: flag(
    'TRUST_PROXY',
    'false',
    'Take the client address from X-Forwarded-For. Only behind a proxy of yours.',
  ),
  rateLimitPerMinute: integer(
    'RATE_LIMIT_PER_MINUTE',
    '600',
    0,
    1_000_000,
    'Calculations a minute that one client address may ask for; 0 for no limit.',
  ),
  kernelThreads: integer(
    'KERNEL_THREADS',
    '0',
    0,
    256,
    'Threads of one calculation; 0 for as many as the machine has cores.',
  ),
  equityTimeBudgetMs: integer(
    'EQUITY_TIME_BUDGET_MS',
    '10000',
    50,
    600_000,
    'About the longest an equity request may compute, in milliseconds. Sampling answers by then; an exact answer that does not fit is refused.',
  ),
  equityConcurrency: integer('EQUITY_CONCURRENCY', '2', 1, 64, 'Equity requests computed at once.'),
  equityQueue: integer(
    'EQUITY_QUEUE',
    '32',
    0,
    10_000,
    'Equity requests that may wait; the next is told to come back later.',
  ),
  equityMaxCombos: integer(
    'EQUITY_MAX_COMBOS',
    '6000000',
    1000,
    200_000_000,
    'Most combos the ranges of one equity request may have together (7 bytes each in memory). A random hand counts none.',
  ),
} as const;

type Keys = typeof CONFIG_KEYS;

/** The settings, validated and frozen. Each key is documented in `CONFIG_KEYS`. */
export type Config = { readonly [K in keyof Keys]: Keys[K] extends Key<infer T> ? T : never };

function integer(name: string, fallback: string, min: number, max: number, meaning: string): Key<number> {
  const read = (text: string): number | null => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : null;
  };
  return { name, fallback, meaning, read, wanted: `a whole number from ${min} to ${max}` };
}

function oneOf<T extends string>(name: string, fallback: T, choices: readonly T[], meaning: string): Key<T> {
  const read = (text: string): T | null => choices.find((choice) => choice === text.toLowerCase()) ?? null;
  return { name, fallback, meaning, read, wanted: `one of ${choices.join(', ')}` };
}

function flag(name: string, fallback: 'true' | 'false', meaning: string): Key<boolean> {
  const read = (text: string): boolean | null => (text === 'true' ? true : text === 'false' ? false : null);
  return { name, fallback, meaning, read, wanted: 'true or false' };
}

function word(name: string, fallback: string, meaning: string): Key<string> {
  return {
    name,
    fallback,
    meaning,
    read: (text) => (/^\S{1,255}$/.test(text) ? text : null),
    wanted: 'a host name or address',
  };
}
