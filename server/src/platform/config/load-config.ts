/**
 * The configuration: read once from the environment, checked whole, frozen. Nothing else in the server reads the
 * environment.
 */
import { CONFIG_KEYS, type Config } from './config-keys.ts';
import { isLoopback } from './loopback.ts';

interface AnyKey {
  readonly name: string;
  readonly fallback: string;
  readonly wanted: string;
  readonly read: (text: string) => unknown;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads every setting; an absent or empty one takes its default. Errors are one line for each wrong setting. */
export function loadConfig(environment: Environment): { ok: true; value: Config } | { ok: false; errors: string[] } {
  const errors: string[] = [];
  const entries = Object.entries(CONFIG_KEYS).map(([key, entry]) => {
    const { name, fallback, read, wanted }: AnyKey = entry;
    const text = environment[name]?.trim() || fallback;
    const value = read(text);
    const isLeftOut = text === '' && 'optional' in entry;
    const told = 'secret' in entry ? `of ${text.length} characters` : JSON.stringify(text.slice(0, 80));
    if (value === null && !isLeftOut) errors.push(`${name} is ${told}, but must be ${wanted}.`);
    return [key, value];
  });
  if (errors.length > 0) return { ok: false, errors };
  // The entries are the table's own keys with the values its readers gave, so the object has the table's type.
  const config = Object.freeze(Object.fromEntries(entries)) as Config;
  if (config.limits === 'off' && !isLoopback(config.host)) {
    return {
      ok: false,
      errors: ['LIMITS is "off", but must be on where HOST is not an address of this machine alone.'],
    };
  }
  return { ok: true, value: config };
}

/** The environment of this process, with an optional `.env` beside it (a variable already set wins). */
export function processEnvironment(): Environment {
  try {
    process.loadEnvFile();
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!absent) throw error;
  }
  return process.env;
}
