/** Reads the document of a filter. The first mistake is told with its field; nothing is guessed. */
import { GAMES, type Game } from '../games.ts';
import { parseRange } from '../range/parse.ts';
import { fail, type Result, type Said, succeed } from '../result.ts';
import { isFields } from '../spot/field-reader.ts';
import { nearest } from '../spot/nearest.ts';
import type { SpotError } from '../spot/spot.ts';
import { atField } from '../spot/spot-form.ts';
import { filterMistakes } from '../text/en-filter.ts';
import { FILTER_FIELDS, type FilterField, type HandFilter, type Span } from './hand-filter.ts';

/** Most texts of one field. */
const MOST_TEXTS = 100;

/** Codes: `filter`, `filter-field`, `filter-value`, and those of `parseRange` for `hand`. */
export const readHandFilter = (value: unknown): Result<HandFilter, SpotError> => {
  if (!isFields(value)) return fail(atField('', filterMistakes.notAFilter(), value));
  const filter: Record<string, unknown> = {};
  for (const [key, given] of Object.entries(value)) {
    const field = FILTER_FIELDS.find((one) => one.key === key);
    if (field === undefined) {
      const known = FILTER_FIELDS.map((one) => one.key);
      return fail(atField(key, filterMistakes.unknownField(key, nearest(key, known), known)));
    }
    if (given === undefined || given === null) continue;
    const read = readField(field, given);
    if (!read.ok) return fail(atField(key, read.error, given));
    filter[key] = read.value;
  }
  const { hand, game } = filter as HandFilter;
  const wrong = hand === undefined ? null : rangeMistake(hand, game ?? GAMES);
  return wrong === null ? succeed(filter as HandFilter) : fail(wrong);
};

/** A range has to be one of at least one of the games. */
const rangeMistake = (hand: string, games: readonly Game[]): SpotError | null => {
  const reads = games.map((game) => parseRange(hand, game));
  const [first] = reads;
  if (first === undefined || first.ok || reads.some(({ ok }) => ok)) return null;
  return { ...first.error, field: 'hand' };
};

const readField = (field: FilterField, given: unknown): Result<unknown, Said> => {
  const { key } = field;
  switch (field.form) {
    case 'yes-no':
      return typeof given === 'boolean' ? succeed(given) : fail(filterMistakes.yesNo(key));
    case 'text':
    case 'range':
      return typeof given === 'string' && given.trim() !== '' ? succeed(given) : fail(filterMistakes.text(key));
    case 'time':
      return typeof given === 'string' && isTime(given) ? succeed(given) : fail(filterMistakes.time(key));
    case 'span':
      return readSpan(given, field.whole) ?? fail(filterMistakes.span(key, field.whole));
    case 'texts':
      return isTexts(given) ? succeed([...new Set(given)]) : fail(filterMistakes.texts(key));
    case 'words':
      return readWords(given, key, field.words);
  }
};

const isTexts = (given: unknown): given is readonly string[] =>
  Array.isArray(given) &&
  given.length > 0 &&
  given.length <= MOST_TEXTS &&
  given.every((text) => typeof text === 'string' && text.trim() !== '');

/** As they stand in the table; upper and lower case make no difference. */
const readWords = (given: unknown, key: string, words: readonly string[]): Result<string[], Said> => {
  if (!isTexts(given)) return fail(filterMistakes.list(key, words));
  const found = new Set<string>();
  for (const text of given) {
    const word = words.find((one) => one.toLowerCase() === text.toLowerCase());
    if (word === undefined) return fail(filterMistakes.unknownWord(key, text, nearest(text, words), words));
    found.add(word);
  }
  return succeed(words.filter((word) => found.has(word)));
};

const readSpan = (given: unknown, whole: boolean): Result<Span, Said> | null => {
  if (!isFields(given) || Object.keys(given).some((key) => key !== 'least' && key !== 'most')) return null;
  const { least = null, most = null } = given;
  const fits = (bound: unknown): bound is number | null =>
    bound === null || (typeof bound === 'number' && Number.isFinite(bound) && (!whole || Number.isInteger(bound)));
  if (!fits(least) || !fits(most) || (least === null && most === null)) return null;
  return least !== null && most !== null && least > most ? null : succeed({ least, most });
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A day or an instant that the calendar has. */
const isTime = (text: string): boolean => {
  if (!DAY.test(text) && !INSTANT.test(text)) return false;
  const day = text.slice(0, 'yyyy-mm-dd'.length);
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || Number.isNaN(Date.parse(text))) return false;
  // The calendar rolls 31 February over to March; what was written must come back.
  return midnight.toISOString().startsWith(day);
};

/** The first and the last instant that `from` and `to` let through, in milliseconds since 1970; null without a bound. */
export const timesOf = ({ from, to }: HandFilter): { readonly from: number | null; readonly to: number | null } => ({
  from: from === undefined ? null : Date.parse(DAY.test(from) ? `${from}T00:00:00Z` : from),
  to: to === undefined ? null : Date.parse(DAY.test(to) ? `${to}T23:59:59.999Z` : to),
});
