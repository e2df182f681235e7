/** A line of input with a caret under the character that is wrong. */

/** Widest window on the text that is shown, in characters. */
const WINDOW = 72;

/**
 * The text and a line with `^` under `at` (0-based UTF-16 index), indented by two. A long text is cut around it, and
 * a control character is shown as one blank, so that the caret stands where it should.
 */
export function formatCaret(text: string, at: number): string[] {
  const safe = [...text].map((c) => (/\p{Cc}|\p{Cf}/u.test(c) ? ' ' : c));
  const place = Math.min([...text.slice(0, at)].length, safe.length);
  const from = safe.length <= WINDOW ? 0 : Math.max(0, Math.min(place - WINDOW / 2, safe.length - WINDOW));
  const shown = safe.slice(from, from + WINDOW);
  const before = from > 0 ? '…' : '';
  const after = from + WINDOW < safe.length ? '…' : '';
  return [`  ${before}${shown.join('')}${after}`.trimEnd(), `  ${' '.repeat(before.length + place - from)}^`];
}
