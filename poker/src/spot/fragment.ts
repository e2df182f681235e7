/**
 * Pairs of key and text in the fragment of a link, written to be read by people too: what a fragment may hold stays as
 * it is, so ranges look like ranges.
 */
import { fail, type Result, type Said, succeed, textError } from '../result.ts';
import { say } from '../text/en.ts';
import { nearest } from './nearest.ts';
import type { SpotError } from './spot.ts';

export type FragmentPair = readonly [key: string, text: string];

const MAX_LENGTH = 200_000;

/** `key=text&key=text`, in the order given. */
export const formatFragment = (pairs: readonly FragmentPair[]): string =>
  pairs.map(([key, text]) => `${key}=${encode(text)}`).join('&');

/**
 * Reads a fragment, with or without its `#`. A key of `many` may stand more than once, one of `once` may not. Codes:
 * `link`, `unknown-field`, `too-long`.
 */
export const parseFragment = (
  fragment: string,
  once: readonly string[],
  many: readonly string[],
): Result<readonly FragmentPair[], SpotError> => {
  if (fragment.length > MAX_LENGTH) return linkProblem('', say.tooLong(MAX_LENGTH));
  const body = fragment.replace(/^#/, '');
  if (body === '') return linkProblem('', say.emptyLink());
  const known = [...many, ...once];
  const pairs: FragmentPair[] = [];
  const seen = new Set<string>();
  for (const pair of body.split('&')) {
    const split = pair.indexOf('=');
    const key = split < 0 ? pair : pair.slice(0, split);
    if (!known.includes(key)) return linkProblem(key, say.noSuchField(key, nearest(key, known), known));
    const text = decode(pair.slice(key.length + 1));
    if (split < 0 || text === null) return linkProblem(key, say.linkValue(key));
    if (seen.has(key) && !many.includes(key)) return linkProblem(key, say.linkTwice(key));
    seen.add(key);
    pairs.push([key, text]);
  }
  return succeed(pairs);
};

const linkProblem = (field: string, said: Said): Result<never, SpotError> => fail({ ...textError(said, 0, 0), field });

/** Everything that a fragment may hold as it is, our own separators apart. */
const PLAIN = /[^A-Za-z0-9\-._~!$'()*,;:@/?+]/gu;

const encode = (text: string): string =>
  text.replace(PLAIN, (letter) =>
    letter.length === 1 && /[\ud800-\udfff]/.test(letter) ? '%EF%BF%BD' : encodeURIComponent(letter),
  );

/** Null when a percent sign is not an escape. */
const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};
