/**
 * What the schema of the equity request cannot do: read what is meant all the same, and refuse in poker's words.
 *
 * Poker's sentences name the field, the character and what would have been right, so they are said wherever the spot
 * is what is wrong; the schema speaks of the options only.
 */
import { parseSpotForm } from '@ploscope/poker';
import { MAX_CARDS_CHARS, MAX_RANGE_CHARS } from './equity-request.ts';
import type { WireError } from './error-body.ts';

const OPTIONS = ['method', 'precision', 'trials', 'seed', 'detail'] as const;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (document: unknown): document is Fields =>
  typeof document === 'object' && document !== null && !Array.isArray(document);

/** The document as the schema wants it: the game in small letters, no `null` for cards that are not known. */
export function plainEquityRequest(document: unknown): unknown {
  if (!isObject(document)) return document;
  const { game } = document;
  const lowered = typeof game === 'string' ? { ...document, game: game.toLowerCase() } : document;
  const isUnknown = ([field, value]: [string, unknown]): boolean =>
    value === null && (field === 'board' || field === 'dead');
  return Object.fromEntries(Object.entries(lowered).filter((entry) => !isUnknown(entry)));
}

/** Poker's refusal of a document whose spot has the wrong form or size; null when its options are to blame. */
export function refuseSpotForm(document: unknown): WireError | null {
  const form = parseSpotForm(document, OPTIONS);
  if (!form.ok) {
    const { code, message, at, end, hint } = form.error;
    const field = form.error.field.slice(0, 80);
    const place = end > 0 ? { at, end } : { at: null, end: null };
    return { code, message, ...place, field: field === '' ? null : field, hint };
  }
  const { hands, board, board2, dead } = form.value;
  const texts: [string, string, number][] = [
    ...hands.map((hand, index): [string, string, number] => [`hands[${index}]`, hand, MAX_RANGE_CHARS]),
    ['board', board, MAX_CARDS_CHARS],
    ['board2', board2 ?? '', MAX_CARDS_CHARS],
    ['dead', dead, MAX_CARDS_CHARS],
  ];
  const long = texts.find(([, text, most]) => text.length > most);
  if (long === undefined) return null;
  const [field, text, most] = long;
  const message = `A text here may have at most ${most.toLocaleString('en')} characters.`;
  return {
    code: 'too-long',
    message,
    at: most,
    end: text.length,
    field,
    hint: 'The command line reads longer ranges.',
  };
}
