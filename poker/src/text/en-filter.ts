/** What is said of filters of hands that cannot be read. */
import type { Said } from '../result.ts';
import { quote } from './phrases.ts';

export const filterMistakes = {
  notAFilter: (): Said => ({
    code: 'filter',
    message: 'A filter is an object.',
    hint: '{"position":["BTN"],"pot":["3-bet"]}',
  }),
  unknownField: (word: string, near: string | null, known: readonly string[]): Said => ({
    code: 'filter-field',
    message: `Hands cannot be filtered by ${quote(word)}.`,
    hint: near === null ? `They can by ${known.join(', ')}.` : `Did you mean “${near}”?`,
  }),
  twice: (word: string): Said => ({ code: 'filter-field', message: `${quote(word)} is asked for twice.` }),
  noValue: (word: string): Said => ({
    code: 'filter-value',
    message: `${quote(word)} stands without a value.`,
    hint: 'Write position=BTN, or hand="AA:$ds" in quotation marks where there are spaces.',
  }),
  openQuote: (): Said => ({ code: 'filter-value', message: 'A quotation mark is not closed.' }),
  unknownWord: (field: string, word: string, near: string | null, known: readonly string[]): Said => ({
    code: 'filter-value',
    message: `${quote(word)} is no ${field} to filter by.`,
    hint: near === null ? `There are ${known.join(', ')}.` : `Did you mean “${near}”?`,
  }),
  list: (field: string, words: readonly string[]): Said => ({
    code: 'filter-value',
    message: `${quote(field)} takes a list of words.`,
    hint: `One or more of ${words.join(', ')}.`,
  }),
  texts: (field: string): Said => ({ code: 'filter-value', message: `${quote(field)} takes a list of texts.` }),
  text: (field: string): Said => ({ code: 'filter-value', message: `${quote(field)} takes a text.` }),
  yesNo: (field: string): Said => ({ code: 'filter-value', message: `${quote(field)} is yes or no.` }),
  span: (field: string, whole: boolean): Said => ({
    code: 'filter-value',
    message: `${quote(field)} takes ${whole ? 'a whole number' : 'a number'} or a span of them.`,
    hint: 'Write 3, 2..6, 50.. or ..-20; in a document {"least":2,"most":6}.',
  }),
  time: (field: string): Said => ({
    code: 'filter-value',
    message: `${quote(field)} takes a day or a moment.`,
    hint: '2026-11-21 or 2026-11-21T18:00:00Z',
  }),
} as const;
