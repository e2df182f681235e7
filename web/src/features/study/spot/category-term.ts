/**
 * A category as notation, and a range narrowed by it: `only` keeps the category, `without` takes it out. The path is
 * the categories from the root down to the one meant.
 */
import type { Category } from '../work/protocol.ts';

const PAIRS: Readonly<Record<string, string>> = {};

/** `$op:$ds:$1g`, `AAKT:$ds`, `AsAhKsTh`; null for a category notation has no word for. */
export function categoryTerm(path: readonly Category[]): string | null {
  return path.length === 0 ? null : (PAIRS[path[0]?.key ?? ''] ?? null);
}

export function onlyCategory(range: string, term: string): string {
  const text = range.trim();
  return text === '' || text === '*' ? term : `${grouped(text)}:${grouped(term)}`;
}

export function withoutCategory(range: string, term: string): string {
  const text = range.trim();
  return `${text === '' ? '*' : groupedFrom(text)}!${grouped(term)}`;
}

/** Brackets where the text says more than one thing. */
function grouped(text: string): string {
  return /[,:!@]/.test(text) ? `(${text})` : text;
}

/** `a!b!c` needs no brackets around `a!b`. */
function groupedFrom(text: string): string {
  return /[,:@]/.test(text) ? `(${text})` : text;
}
