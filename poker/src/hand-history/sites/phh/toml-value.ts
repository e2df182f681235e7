/** One value of a TOML document, from the place of a scanner on. */
import { type Scanner, skipBlank } from './scanner.ts';
import { scanText } from './toml-text.ts';

export type TomlValue = { readonly line: number } & (
  | { readonly kind: 'text'; readonly text: string }
  /** Digits as written, without `_`. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** A date, a time, or both. */
  | { readonly kind: 'moment'; readonly text: string }
  | { readonly kind: 'array'; readonly items: readonly TomlValue[] }
  | { readonly kind: 'table' }
);

const WORD = /[A-Za-z0-9_.:+-]+/y;
const NUMBER = /^[+-]?(?:\d+(?:_\d+)*)(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+)?$/;
const MOMENT = /^(?:\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d.*)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/;
/** Nothing of a hand is nested deeper. */
const MOST_NESTED = 8;

/** Null where no value begins here or it does not end. */
export const scanValue = (scan: Scanner, depth: number): TomlValue | null => {
  const { line } = scan;
  const letter = scan.text[scan.at];
  if (letter === '"' || letter === "'") {
    const text = scanText(scan);
    return text === null ? null : { kind: 'text', text, line };
  }
  if (letter === '[') return depth < MOST_NESTED ? scanArray(scan, depth) : null;
  if (letter === '{') return passTable(scan) ? { kind: 'table', line } : null;
  return scanWord(scan);
};

const scanWord = (scan: Scanner): TomlValue | null => {
  const { line } = scan;
  WORD.lastIndex = scan.at;
  const word = WORD.exec(scan.text)?.[0];
  if (word === undefined) return null;
  scan.at += word.length;
  if (word === 'true' || word === 'false') return { kind: 'truth', value: word === 'true', line };
  if (NUMBER.test(word)) return { kind: 'number', text: word.replaceAll('_', ''), line };
  if (/^[+-]?(?:inf|nan)$/.test(word)) return { kind: 'number', text: word, line };
  if (!MOMENT.test(word)) return null;
  return { kind: 'moment', text: word + timeBehind(scan, word), line };
};

/** A date and a time may have a space between them. */
const timeBehind = (scan: Scanner, word: string): string => {
  if (word.length !== 'YYYY-MM-DD'.length || scan.text[scan.at] !== ' ') return '';
  WORD.lastIndex = scan.at + 1;
  const time = WORD.exec(scan.text)?.[0];
  if (time === undefined || !/^\d\d:\d\d/.test(time)) return '';
  scan.at += 1 + time.length;
  return `T${time}`;
};

const scanArray = (scan: Scanner, depth: number): TomlValue | null => {
  const { line } = scan;
  const items: TomlValue[] = [];
  scan.at += 1;
  for (;;) {
    skipBlank(scan);
    if (scan.text[scan.at] === ']') break;
    const item = scanValue(scan, depth + 1);
    if (item === null) return null;
    items.push(item);
    skipBlank(scan);
    if (scan.text[scan.at] === ',') scan.at += 1;
    else if (scan.text[scan.at] !== ']') return null;
  }
  scan.at += 1;
  return { kind: 'array', items, line };
};

/** To behind the brace that closes it. Strings in it may hold braces. */
const passTable = (scan: Scanner): boolean => {
  let open = 0;
  while (scan.at < scan.text.length) {
    const letter = scan.text[scan.at];
    if (letter === '"' || letter === "'") {
      if (scanText(scan) === null) return false;
      continue;
    }
    if (letter === '\n') return false;
    if (letter === '{') open += 1;
    if (letter === '}') open -= 1;
    scan.at += 1;
    if (open === 0) return true;
  }
  return false;
};
