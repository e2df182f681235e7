/**
 * TOML as far as a poker hand needs it: keys, strings of all four kinds, numbers, truth values, times, arrays, comments.
 *
 * Ours, because an amount must stay the text that was written (`0.10` is not a binary fraction), every value must know
 * its line, and hostile text must be an error in time proportional to its length. Tables are read and their keys carry
 * the table’s name; an inline table is passed over. Source: toml.io, version 1.0.
 */
import { fail, type Result, succeed } from '../../../result.ts';
import { type Scanner, skipBlank, skipSpaces, skipTo } from './scanner.ts';
import { scanValue, type TomlValue } from './toml-value.ts';

/** By key; keys of a table `[name]` as `name.key`, those of `[1]` as they are. */
export type TomlDocument = ReadonlyMap<string, TomlValue>;

/** Where it could not be read on, and what stood there. */
export interface TomlError {
  readonly line: number;
  readonly found: string;
}

const BARE_KEY = /[A-Za-z0-9_-]+/y;
/** A hand of a file of many. */
const NUMBERED = /^\d+$/;

export const parseToml = (text: string): Result<TomlDocument, TomlError> => {
  const scan: Scanner = { text, at: 0, line: 0 };
  const document = new Map<string, TomlValue>();
  let table = '';
  for (;;) {
    skipBlank(scan);
    if (scan.at >= text.length) return succeed(document);
    const begin: TomlError = { line: scan.line, found: lineAt(scan) };
    if (text[scan.at] === '[') {
      const name = scanHeader(scan);
      if (name === null) return fail(begin);
      table = NUMBERED.test(name) ? '' : `${name.replace(/^\d+\./, '')}.`;
    } else {
      const key = scanKey(scan);
      if (key === null || !skipTo(scan, '=')) return fail(begin);
      skipSpaces(scan);
      const value = scanValue(scan, 0);
      if (value === null || document.has(table + key)) return fail(begin);
      document.set(table + key, value);
    }
    if (!atLineEnd(scan)) return fail({ line: scan.line, found: lineAt(scan) });
  }
};

const scanHeader = (scan: Scanner): string | null => {
  const double = scan.text[scan.at + 1] === '[';
  scan.at += double ? 2 : 1;
  skipSpaces(scan);
  const name = scanKey(scan);
  if (name === null || !skipTo(scan, ']')) return null;
  return !double || skipTo(scan, ']') ? name : null;
};

/** A key of one part or several, joined by points. */
const scanKey = (scan: Scanner): string | null => {
  const parts: string[] = [];
  for (;;) {
    const part = scanKeyPart(scan);
    if (part === null) return null;
    parts.push(part);
    const here = scan.at;
    if (!skipTo(scan, '.')) {
      scan.at = here;
      return parts.join('.');
    }
    skipSpaces(scan);
  }
};

const scanKeyPart = (scan: Scanner): string | null => {
  const letter = scan.text[scan.at];
  if (letter === '"' || letter === "'") {
    const quoted = scanValue(scan, 0);
    return quoted?.kind === 'text' ? quoted.text : null;
  }
  BARE_KEY.lastIndex = scan.at;
  const bare = BARE_KEY.exec(scan.text)?.[0];
  if (bare === undefined) return null;
  scan.at += bare.length;
  return bare;
};

const atLineEnd = (scan: Scanner): boolean => {
  skipSpaces(scan);
  const letter = scan.text[scan.at];
  return letter === undefined || letter === '\n' || letter === '\r' || letter === '#';
};

const MOST_SHOWN = 60;

const lineAt = ({ text, at }: Scanner): string => text.slice(at, at + MOST_SHOWN).split('\n', 1)[0] ?? '';
