/** The options that `solve` and `estimate` share: what a solve may use. */
import type { SolveJob } from '@ploscope/kernel';
import type { Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { parseBytes } from '../option-sizes.ts';
import { parseWhole } from '../option-values.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';

export const JOB_OPTIONS = {
  threads: 'string',
  'max-memory': 'string',
  storage: 'string',
  method: 'string',
  buckets: 'string',
  preset: 'string',
  json: 'boolean',
  help: 'boolean',
} as const;

export interface JobSettings {
  /** Undefined for all cores. */
  readonly threads: number | undefined;
  readonly maxBytes: number;
  readonly storage: SolveJob['storage'];
  readonly method: SolveJob['method'];
  /** Undefined for as many as serve well. */
  readonly buckets: number | undefined;
  /** Solve with the tree that fits ten minutes, whatever the spot says of its own. */
  readonly preset: boolean;
  readonly json: boolean;
}

const MAX_THREADS = 256;
const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;
const METHODS = ['exact', 'bucketed', 'auto'] as const;
const PRESET = 'ten-minutes';
/** What the solver takes. */
const MOST_BUCKETS = 4096;

export type Settings<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function readJobSettings(words: Words): Settings<JobSettings> {
  const threads = readOption(words, 'threads', (text) => parseWhole(text, 1, MAX_THREADS));
  if (threads === null) return badOption(words, 'threads', say.wantedWhole(1, MAX_THREADS));
  const maxBytes = readOption(words, 'max-memory', parseBytes);
  if (maxBytes === null) return badOption(words, 'max-memory', saySolve.wantedMemory);
  const storage = readOption(words, 'storage', (text) => (text === '16' ? 'i16' : text === '32' ? 'f32' : null));
  if (storage === null) return badOption(words, 'storage', saySolve.wantedStorage);
  const given = readOption(words, 'method', (text) => METHODS.find((name) => name === text.toLowerCase()) ?? null);
  if (given === null) return badOption(words, 'method', saySolve.wantedMethod);
  const buckets = readOption(words, 'buckets', (text) => parseWhole(text, 1, MOST_BUCKETS));
  if (buckets === null) return badOption(words, 'buckets', say.wantedWhole(1, MOST_BUCKETS));
  if (given === 'exact' && buckets !== undefined) {
    return { ok: false, error: wrongInput(saySolve.exactHasNoBuckets, saySolve.oneOfBoth('--method', '--buckets')) };
  }
  const preset = readOption(words, 'preset', (text) => (text.toLowerCase() === PRESET ? true : null));
  if (preset === null) return badOption(words, 'preset', PRESET);
  return {
    ok: true,
    value: {
      threads,
      maxBytes: maxBytes ?? DEFAULT_MAX_BYTES,
      storage: storage ?? 'auto',
      // Whoever says how many wants buckets.
      method: given ?? (buckets === undefined ? 'auto' : 'bucketed'),
      buckets,
      preset: preset ?? false,
      json: words.flags.has('json'),
    },
  };
}

/** An option's value read; undefined where it is not given, null where it cannot be read. */
export function readOption<T>(
  { values }: Words,
  name: string,
  reader: (text: string) => T | null,
): T | null | undefined {
  const text = values.get(name);
  return text === undefined ? undefined : reader(text.trim());
}

/** An option whose value is none. */
export function badOption({ values }: Words, name: string, wanted: string): { ok: false; error: Failure } {
  const text = values.get(name) ?? '';
  const place = text.trim() === '' ? null : { text, at: 0 };
  return { ok: false, error: wrongInput(say.badValue(`--${name}`, wanted), null, place) };
}
