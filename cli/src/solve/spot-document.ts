/** The spot of a solve: a document of JSON from a file or from standard input, read and judged. */
import { readFile, stat } from 'node:fs/promises';
import { isSolveForm, parseSolveSpot, type SolveSpot, type SpotError } from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { formatBytes } from '../terminal/numbers.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';
import { jsonMistake, linePlace } from './json-mistake.ts';

const MAX_BYTES = 4 * 1024 ** 2;

export interface SpotDocument {
  readonly spot: SolveSpot;
  /** The document as it was written, for places in it. */
  readonly written: unknown;
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** `file` is `-` for standard input. */
export async function readSpotDocument(file: string): Promise<Read<SpotDocument>> {
  const name = file === '-' ? say.standardInput : file;
  const text = await readText(file, name);
  if (!text.ok) return text;
  if (text.value.startsWith('PLOSOLVE')) {
    return { ok: false, error: wrongInput(saySolve.notJson(name, 1, 1), saySolve.giveSpot) };
  }
  const at = jsonMistake(text.value);
  if (at !== null) {
    const place = linePlace(text.value, at);
    const marked = { text: place.text, at: place.column - 1 };
    return {
      ok: false,
      error: wrongInput(saySolve.notJson(name, place.line, place.column), saySolve.jsonAdvice, marked),
    };
  }
  const written: unknown = JSON.parse(text.value);
  if (!isSolveForm(written) && valueAt(written, 'hands') !== undefined) {
    return { ok: false, error: wrongInput(saySolve.asksForEquities, saySolve.equityInstead) };
  }
  const spot = parseSolveSpot(written);
  return spot.ok
    ? { ok: true, value: { spot: spot.value, written } }
    : { ok: false, error: documentFailure(spot.error, written) };
}

async function readText(file: string, name: string): Promise<Read<string>> {
  try {
    const bytes = file === '-' ? await readInput() : await readSmallFile(file);
    if (bytes === null) {
      return { ok: false, error: wrongInput(saySolve.spotTooLong(name, formatBytes(MAX_BYTES)), saySolve.giveSpot) };
    }
    return { ok: true, value: new TextDecoder().decode(bytes) };
  } catch (error) {
    return { ok: false, error: wrongInput(saySolve.unreadable(name, systemReason(error)), saySolve.checkPath) };
  }
}

/** Null for more than any spot needs. */
async function readSmallFile(file: string): Promise<Uint8Array | null> {
  return (await stat(file)).size > MAX_BYTES ? null : await readFile(file);
}

async function readInput(): Promise<Uint8Array | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of process.stdin) {
    length += part.length;
    if (length > MAX_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A mistake in a spot, with the field's text and a caret where the field is a text. */
export function documentFailure({ field, message, at, code, hint }: SpotError, written: unknown): Failure {
  const text = valueAt(written, field);
  const advice = code === 'ordering-missing' ? say.orderingMissing : hint;
  const place = typeof text === 'string' && text.trim() !== '' ? { text, at } : null;
  return wrongInput(`${field === '' ? '' : saySolve.field(field)}${message}`, advice, place);
}

/** What stands at a path such as `oop.bets.river[0]`; undefined where there is nothing. */
function valueAt(written: unknown, path: string): unknown {
  let value = written;
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    const key = name ?? index ?? '';
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
