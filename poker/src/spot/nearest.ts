/** The known word nearest to a misspelt one, for "did you mean". */

/** Null when nothing is within two changes (one, for words of three letters or fewer). */
export const nearest = (word: string, known: readonly string[]): string | null => {
  if (word.length > 40) return null;
  let best: string | null = null;
  let fewest = word.length <= 3 ? 1 : 2;
  for (const candidate of known) {
    const changes = distance(word.toLowerCase(), candidate.toLowerCase());
    if (changes > fewest) continue;
    if (changes < fewest || best === null) best = candidate;
    fewest = changes;
  }
  return best;
};

/** Letters to add, drop or replace (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const replace = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replace, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
