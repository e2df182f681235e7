/**
 * A category as notation, and a range narrowed by it: `only` keeps the category, `without` takes it out. The path is
 * the categories from the root down to the one meant. Connection has no word in the notation, so such a category is
 * looked into and not written.
 */
import { type Game, HOLE_CARDS } from '@ploscope/poker';
import type { Category } from '../work/protocol.ts';

/** The notation's own words, where they mean exactly the category; they do in four cards. */
const PLO4_WORDS: Readonly<Record<string, string>> = {
  'no-pair': '$np',
  'pairs-2': '$op',
  'pairs-2-2': '$tp',
  'suits-1-1-1-1': '$o',
  'suits-2-1-1': '$ss',
  'suits-2-2': '$ds',
};

const RANK_VARIABLES = 'RONPML';
const SUIT_VARIABLES = 'xyzw';

/** `$op:$ds`, `AAKT:$ds`, `AxAyKxTy`, `AsAhKsTh`; null for a category the notation has no word for. */
export function categoryTerm(path: readonly Category[], game: Game): string | null {
  const last = path.at(-1);
  const word = (level: Category['level']): string | null => {
    const category = path.find((one) => one.level === level);
    return category === undefined ? null : categoryWord(category, game);
  };
  switch (last?.level) {
    case 'pairs':
      return word('pairs');
    case 'suits':
      return joined([word('pairs'), word('suits')]);
    case 'ranks':
      return joined([last.key, word('suits')]);
    case 'class':
    case 'hand':
      return last.key;
    default:
      return null;
  }
}

function categoryWord({ key, level }: Category, game: Game): string {
  const known = game === 'plo4' ? PLO4_WORDS[key] : undefined;
  if (known !== undefined) return known;
  const counts = key.split('-').slice(1).map(Number);
  if (level === 'suits') return variables(counts, SUIT_VARIABLES);
  const parts = key === 'no-pair' ? [] : counts;
  const single = HOLE_CARDS[game] - parts.reduce((sum, part) => sum + part, 0);
  return variables([...parts, ...Array.from({ length: single }, () => 1)], RANK_VARIABLES);
}

/** `[2, 1, 1]` in `xyzw` is `xxyz`. */
function variables(counts: readonly number[], letters: string): string {
  return counts.map((count, at) => letters.charAt(at).repeat(count)).join('');
}

function joined(words: readonly (string | null)[]): string {
  return words.filter((word) => word !== null).join(':');
}

export function onlyCategory(range: string, term: string): string {
  const text = range.trim();
  return text === '' || text === '*' ? term : `${grouped(text, /[,!@]/)}:${term}`;
}

export function withoutCategory(range: string, term: string): string {
  const text = range.trim();
  return `${text === '' ? '*' : grouped(text, /[,:@]/)}!${grouped(term, /:/)}`;
}

/** Brackets where the text would bind otherwise: `a:b` and `a!b` go on by themselves, everything else is grouped. */
function grouped(text: string, binds: RegExp): string {
  return binds.test(text) ? `(${text})` : text;
}
