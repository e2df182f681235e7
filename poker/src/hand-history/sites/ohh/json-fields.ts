/**
 * Fields of a JSON object whose types nobody has checked. What cannot be read gives a neutral value and is kept as the
 * error; the first one counts. Lenient where other programs are careless: a number may be a text, null is missing.
 */
import { documentMistakes } from '../../../text/en-hand-documents.ts';
import type { HandError } from '../../hand-error.ts';
import { type Decimal, parseDecimal } from '../decimal.ts';

/** What went wrong first in a document. */
export interface Mistakes {
  error: HandError | null;
}

export class JsonFields {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly mistakes: Mistakes;

  constructor(value: unknown, mistakes: Mistakes) {
    this.#value = isRecord(value) ? value : {};
    this.mistakes = mistakes;
  }

  refuse(said: { readonly code: HandError['code']; readonly message: string }): void {
    this.mistakes.error ??= { ...said, line: 0 };
  }

  raw(key: string): unknown {
    return Object.hasOwn(this.#value, key) ? this.#value[key] : undefined;
  }

  /** Null where it is missing. */
  text(key: string): string | null {
    const value = this.raw(key);
    if (typeof value === 'string') return value;
    return typeof value === 'number' ? String(value) : this.#missing(key, value);
  }

  whole(key: string): number | null {
    const value = this.raw(key);
    const whole = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
    return typeof whole === 'number' && Number.isSafeInteger(whole) ? whole : this.#missing(key, value);
  }

  truth(key: string): boolean {
    return this.raw(key) === true;
  }

  amount(key: string): Decimal | null {
    const value = this.raw(key);
    if (typeof value !== 'number' && typeof value !== 'string') return this.#missing(key, value);
    return parseDecimal(String(value).trim()) ?? this.#bad(key);
  }

  /** The objects of a list; empty where it is missing. */
  list(key: string): readonly JsonFields[] {
    const value = this.raw(key);
    if (!Array.isArray(value)) return this.#missing(key, value) ?? [];
    return value.map((item) => new JsonFields(item, this.mistakes));
  }

  texts(key: string): readonly string[] {
    const value = this.raw(key);
    // One row of cards is written as a text by some.
    if (typeof value === 'string') return value.split(/[\s,]+/).filter((word) => word !== '');
    if (!Array.isArray(value)) return this.#missing(key, value) ?? [];
    return value.filter((item): item is string => typeof item === 'string');
  }

  object(key: string): JsonFields {
    const value = this.raw(key);
    if (value !== undefined && value !== null && !isRecord(value)) this.#bad(key);
    return new JsonFields(value, this.mistakes);
  }

  #missing(key: string, value: unknown): null {
    return value === undefined || value === null ? null : this.#bad(key);
  }

  #bad(key: string): null {
    this.refuse(documentMistakes.badField(key));
    return null;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
