/**
 * How long the ranges of one question may take to work out. Any range a player writes takes milliseconds; an
 * expression made to be slow ends here instead of never.
 */

export const RANGE_LIMIT_MS = 20_000;

/** Tells whether the time is over, counted from now. */
export function rangeDeadline(limitMs = RANGE_LIMIT_MS): () => boolean {
  const end = performance.now() + limitMs;
  return () => performance.now() > end;
}
