/** Strings of TOML: in double quotes with escapes, in single quotes as they stand, either over several lines in three. */
import type { Scanner } from './scanner.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001B',
  '"': '"',
  '\\': '\\',
};

/** The string that begins at the scanner’s place; null where it does not end or has an escape that is none. */
export const scanText = (scan: Scanner): string | null => {
  const quote = scan.text.charAt(scan.at);
  const long = quote.repeat(3);
  return scan.text.startsWith(long, scan.at) ? scanLong(scan, long) : scanShort(scan, quote);
};

const scanShort = (scan: Scanner, quote: string): string | null => {
  const from = scan.at + 1;
  let at = from;
  for (;;) {
    const letter = scan.text[at];
    if (letter === undefined || letter === '\n') return null;
    if (letter === quote) break;
    at += letter === '\\' && quote === '"' ? 2 : 1;
  }
  scan.at = at + 1;
  const inside = scan.text.slice(from, at);
  return quote === '"' ? unescaped(inside) : inside;
};

const scanLong = (scan: Scanner, long: string): string | null => {
  const escapes = long.startsWith('"');
  let from = scan.at + 3;
  if (scan.text[from] === '\r') from += 1;
  if (scan.text[from] === '\n') from += 1;
  let at = from;
  while (!scan.text.startsWith(long, at)) {
    if (at >= scan.text.length) return null;
    at += escapes && scan.text[at] === '\\' ? 2 : 1;
  }
  // Up to two more quotes belong to the string.
  while (scan.text[at + 3] === long[0] && at < scan.text.length) at += 1;
  for (let i = scan.at; i < at; i++) if (scan.text[i] === '\n') scan.line += 1;
  scan.at = at + 3;
  const inside = scan.text.slice(from, at);
  return escapes ? unescaped(inside.replace(/\\[ \t]*\r?\n\s*/g, '')) : inside;
};

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([\s\S]?))/g;

const unescaped = (text: string): string | null => {
  if (!text.includes('\\')) return text;
  let good = true;
  const plain = text.replace(ESCAPE, (_, four?: string, eight?: string, two?: string, letter?: string) => {
    const code = four ?? eight ?? two;
    const meant = code === undefined ? ESCAPES[letter ?? ''] : character(Number.parseInt(code, 16));
    if (meant === undefined) good = false;
    return meant ?? '';
  });
  return good ? plain : null;
};

const character = (code: number): string | undefined => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined);

/** In double quotes, on one line. */
export const quoted = (text: string): string => `"${text.replace(NEEDS_ESCAPE, escaped)}"`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to be escaped
const NEEDS_ESCAPE = /["\\\u0000-\u001F\u007F]/g;

const escaped = (letter: string): string =>
  letter === '"' || letter === '\\' ? `\\${letter}` : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
