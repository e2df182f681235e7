/**
 * Ranges that a shell has eaten a part of: `$ds` unquoted becomes nothing, `AA:$ds` becomes `AA:`, and `!` in front
 * may be all that is left of `'$ds!AA'`. Whoever sees such a rest is told of quotes.
 */
import { say } from './text/en.ts';

/** A hint with the advice to quote added where the text looks like such a rest; otherwise the hint as it is. */
export function adviseQuotes(text: string, hint: string | null): string | null {
  const rest = text.trim();
  const eaten = rest === '' || /[:,!]$/.test(rest) || rest.startsWith('!');
  if (!eaten) return hint;
  return hint === null ? say.quoteRanges : `${hint} ${say.quoteRanges}`;
}
