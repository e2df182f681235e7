/** Text of a stranger as a column takes it: no NUL, no half of a surrogate pair, and no longer than an index allows. */

/** Of which an index of Postgres still takes an entry, whatever the characters. */
const MOST_CHARS = 300;

export function storable(text: string, most = MOST_CHARS): string {
  return text.slice(0, most).replace(/\p{Surrogate}|\0/gu, '\ufffd');
}
