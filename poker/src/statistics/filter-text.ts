/**
 * A filter on one line, for addresses and the command line: `position=BTN,CO pot=3-bet result=50.. hand="AA:$ds, KK"`.
 *
 * Words `field=value` with spaces between; alternatives have commas between; spans are `2..6`, `50..`, `..-20` or `3`. What
 * holds spaces, commas or quotation marks of its own stands in quotation marks, which are doubled inside. Fields are
 * written as in the document, with a hyphen in place of a capital letter.
 */
import { fail, type Result, type Said, succeed, textError } from '../result.ts';
import { nearest } from '../spot/nearest.ts';
import type { SpotError } from '../spot/spot.ts';
import { filterMistakes } from '../text/en-filter.ts';
import { FILTER_FIELDS, type FilterField, type HandFilter, type Span } from './hand-filter.ts';
import { readHandFilter } from './read-hand-filter.ts';

/** The empty text is the filter that lets every hand through. Codes as of `readHandFilter`; the place is in the text. */
export const parseFilterText = (text: string): Result<HandFilter, SpotError> => {
  const words = wordsOf(text);
  if (!words.ok) return words;
  const document: Record<string, unknown> = {};
  const places = new Map<string, Word>();
  for (const word of words.value) {
    const field = FILTER_FIELDS.find(({ key }) => plain(key) === plain(word.name));
    if (field === undefined) return fail(mistake(word, word.name, unknown(word.name)));
    if (places.has(field.key)) return fail(mistake(word, field.key, filterMistakes.twice(nameOf(field.key))));
    if (word.parts.every((part) => part === '')) {
      return fail(mistake(word, field.key, filterMistakes.noValue(nameOf(field.key))));
    }
    places.set(field.key, word);
    document[field.key] = valueOfParts(field, word.parts);
  }
  const read = readHandFilter(document);
  if (read.ok) return read;
  const word = places.get(read.error.field);
  return word === undefined ? read : fail({ ...read.error, at: word.at, end: word.end });
};

/** Fields in the order of the table, so that equal filters have equal texts. */
export const formatFilterText = (filter: HandFilter): string =>
  FILTER_FIELDS.flatMap((field) => {
    const value = filter[field.key];
    return value === undefined ? [] : [`${nameOf(field.key)}=${textOfValue(field, value)}`];
  }).join(' ');

/** `flop-players` of `flopPlayers`. */
const nameOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Names are the same with and without hyphens and capitals. */
const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();

const unknown = (name: string): Said => {
  const known = FILTER_FIELDS.map(({ key }) => nameOf(key));
  return filterMistakes.unknownField(name, nearest(name, known), known);
};

interface Word {
  readonly name: string;
  /** The value, cut at commas outside quotation marks. */
  readonly parts: readonly string[];
  readonly at: number;
  readonly end: number;
}

const mistake = ({ at, end }: Pick<Word, 'at' | 'end'>, field: string, said: Said): SpotError => ({
  ...textError(said, at, end),
  field,
});

const isSpace = (letter: string): boolean => letter.trim() === '';

const wordsOf = (text: string): Result<Word[], SpotError> => {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at))) {
      at += 1;
      continue;
    }
    const word = readWord(text, at);
    if (!word.ok) return word;
    words.push(word.value);
    at = word.value.end;
  }
  return succeed(words);
};

const readWord = (text: string, at: number): Result<Word, SpotError> => {
  let end = at;
  while (end < text.length && text.charAt(end) !== '=' && !isSpace(text.charAt(end))) end += 1;
  const name = text.slice(at, end);
  if (text.charAt(end) !== '=') {
    const known = FILTER_FIELDS.some(({ key }) => plain(key) === plain(name));
    return fail(mistake({ at, end }, name, known ? filterMistakes.noValue(name) : unknown(name)));
  }
  end += 1;
  const parts = [''];
  let quoted = false;
  for (; end < text.length; end++) {
    const letter = text.charAt(end);
    if (letter === '"' && quoted && text.charAt(end + 1) === '"') end += 1;
    else if (letter === '"') {
      quoted = !quoted;
      continue;
    }
    if (!quoted && isSpace(letter)) break;
    if (!quoted && letter === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return quoted ? fail(mistake({ at, end }, name, filterMistakes.openQuote())) : succeed({ name, parts, at, end });
};

const valueOfParts = ({ form }: FilterField, parts: readonly string[]): unknown => {
  const whole = parts.join(',');
  switch (form) {
    case 'words':
    case 'texts':
      return parts;
    case 'yes-no':
      return YES_NO[whole.toLowerCase()] ?? whole;
    case 'span':
      return spanOf(whole);
    default:
      return whole;
  }
};

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, no: false };

const SPAN = /^(-?\d+(?:\.\d+)?)?(\.\.)?(-?\d+(?:\.\d+)?)?$/;

/** What is no span stays a text, which the reader of documents refuses. */
const spanOf = (text: string): Span | string => {
  const [, least, dots, most] = SPAN.exec(text) ?? [];
  if (dots === undefined) return least === undefined ? text : { least: Number(least), most: Number(least) };
  return { least: least === undefined ? null : Number(least), most: most === undefined ? null : Number(most) };
};

const textOfValue = ({ form }: FilterField, value: NonNullable<HandFilter[keyof HandFilter]>): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return quoted(value, form === 'text' || form === 'range');
  if (!('least' in value)) return value.map((text) => quoted(text, false)).join(',');
  const { least, most } = value;
  return least === most ? String(least) : `${least ?? ''}..${most ?? ''}`;
};

const quoted = (text: string, commas: boolean): string =>
  (commas ? /[\s"]/ : /[\s",]/).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
