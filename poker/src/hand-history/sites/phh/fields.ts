/**
 * The fields of a PHH document with the types the format gives them. What cannot be read gives a neutral value and is
 * kept as the error; the first one counts, so that a reader asks for everything and looks once.
 */
import { documentMistakes, type HandSaid } from '../../../text/en-hand-documents.ts';
import type { HandError } from '../../hand-error.ts';
import { type Decimal, parseDecimal } from '../decimal.ts';
import type { TomlDocument } from './toml.ts';
import type { TomlValue } from './toml-value.ts';

export class Fields {
  readonly #document: TomlDocument;
  #error: HandError | null = null;

  constructor(document: TomlDocument) {
    this.#document = document;
  }

  get error(): HandError | null {
    return this.#error;
  }

  refuse(said: HandSaid, line = 0): void {
    this.#error ??= { ...said, line };
  }

  has(key: string): boolean {
    return this.#document.has(key);
  }

  line(key: string): number {
    return this.#document.get(key)?.line ?? 0;
  }

  /** Null where it is missing. */
  text(key: string): string | null {
    const value = this.#document.get(key);
    if (value === undefined) return null;
    // Names and numbers of hands, tables and events are written as either.
    if (value.kind === 'text' || value.kind === 'number') return value.text;
    return this.#bad(key, value, null);
  }

  /** `10:30:00` or `2026-11-21`; null where it is missing. */
  moment(key: string): string | null {
    const value = this.#document.get(key);
    if (value === undefined) return null;
    return value.kind === 'moment' || value.kind === 'text' ? value.text : this.#bad(key, value, null);
  }

  whole(key: string): number | null {
    const value = this.#document.get(key);
    if (value === undefined) return null;
    const whole = value.kind === 'number' ? Number(value.text) : Number.NaN;
    return Number.isSafeInteger(whole) ? whole : this.#bad(key, value, null);
  }

  amount(key: string): Decimal | null {
    const value = this.#document.get(key);
    return value === undefined ? null : this.#decimal(key, value);
  }

  /** Null where it is missing. */
  amounts(key: string): readonly Decimal[] | null {
    return this.#items(key, (item) => this.#decimal(key, item));
  }

  wholes(key: string): readonly number[] | null {
    return this.#items(key, (item) => {
      const whole = item.kind === 'number' ? Number(item.text) : Number.NaN;
      return Number.isSafeInteger(whole) ? whole : this.#bad(key, item, 0);
    });
  }

  texts(key: string): readonly Placed[] | null {
    return this.#items(key, (item) =>
      item.kind === 'text' ? { text: item.text, line: item.line } : this.#bad(key, item, { text: '', line: 0 }),
    );
  }

  #items<T>(key: string, read: (item: TomlValue) => T): readonly T[] | null {
    const value = this.#document.get(key);
    if (value === undefined) return null;
    return value.kind === 'array' ? value.items.map(read) : this.#bad(key, value, null);
  }

  #decimal(key: string, value: TomlValue): Decimal {
    const decimal = value.kind === 'number' ? parseDecimal(value.text) : null;
    if (decimal !== null && !decimal.negative) return decimal;
    if (value.kind === 'number') this.refuse(documentMistakes.badAmount(value.text), value.line);
    return this.#bad(key, value, NOTHING);
  }

  #bad<T>(key: string, value: TomlValue, neutral: T): T {
    this.refuse(documentMistakes.badField(key), value.line);
    return neutral;
  }
}

export interface Placed {
  readonly text: string;
  readonly line: number;
}

const NOTHING: Decimal = { negative: false, digits: '0', places: 0 };
