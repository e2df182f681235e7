/**
 * Reads the fields of an unknown document one after another and keeps the first mistake.
 *
 * Every question answers with something of the right type, so that a form is read straight through; `error` says at the
 * end whether what was read can be used.
 */
import type { Said } from '../result.ts';
import { say } from '../text/en.ts';
import { nearest } from './nearest.ts';
import type { SpotError } from './spot.ts';
import { atField } from './spot-form.ts';

export type Fields = Readonly<Record<string, unknown>>;

export class FieldReader {
  error: SpotError | null = null;

  fail(field: string, said: Said, text?: unknown): void {
    this.error ??= atField(field, said, text);
  }

  /** An object with some of the `known` fields; absent and null are an empty one. */
  object(value: unknown, field: string, known: readonly string[], example: string): Fields {
    if (value === undefined || value === null) return {};
    if (!isFields(value)) {
      this.fail(field, say.objectType(example), value);
      return {};
    }
    for (const key of Object.keys(value)) {
      if (!known.includes(key)) this.fail(inside(field, key), say.noSuchField(key, nearest(key, known), known));
    }
    return value;
  }

  /** A list; absent and null are an empty one. */
  list(value: unknown, field: string, said: Said): readonly unknown[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    this.fail(field, said, value);
    return [];
  }

  text(value: unknown, field: string, said: Said): string {
    if (typeof value === 'string') return value;
    this.fail(field, said);
    return '';
  }

  number(value: unknown, field: string, fits: (value: number) => boolean, said: Said): number {
    if (typeof value === 'number' && fits(value)) return value === 0 ? 0 : value;
    this.fail(field, said, value);
    return 0;
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The path of a field within a field: `oop.bets`. */
export const inside = (field: string, key: string): string => (field === '' ? key : `${field}.${key}`);

/** A whole number from `least` to `most`. */
export const wholeFrom =
  (least: number, most: number) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;
