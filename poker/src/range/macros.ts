/**
 * The `$` words of the notation.
 *
 * A class such as `$B` stands for one card of a set of ranks, exactly as if its brackets were written. A shape such as
 * `$ds` speaks of the whole hand. Names and ranks are ProPokerTools'; `docs/ranges.md` has the definitions for five and
 * six cards, which ProPokerTools does not give.
 */
import { rankOfLetter } from '../cards.ts';
import type { Shape } from './expression.ts';

const ranksOf = (letters: string): number => [...letters].reduce((set, letter) => set | (1 << rankOfLetter(letter)), 0);

/** Rank classes as sets of ranks (bit 0 the deuce). */
const RANK_CLASSES: ReadonlyMap<string, number> = new Map([
  ['R', ranksOf('AKQJT')],
  ['B', ranksOf('AKQJ')],
  ['M', ranksOf('T987')],
  ['Z', ranksOf('65432')],
  ['N', ranksOf('KQJT9')],
  ['F', ranksOf('KQJ')],
  ['W', ranksOf('A2345')],
]);

/** Longer names first, so that `$op` is not read as `$o` and a rank variable P. */
const SHAPES: readonly Shape[] = ['ds', 'ss', 'ts', 'np', 'op', 'tp', 'nt', '0g', '1g', '2g', 'o'];

/** The macro that starts right after a `$`: its length, and what it is. */
export const readMacro = (
  text: string,
  at: number,
): { readonly shape: Shape; readonly length: number } | { readonly ranks: number; readonly name: string } | null => {
  // A capital is a class first, so that `$NT` is a card of K-9 and a ten, and `$nt` is no trips.
  const capital = text.charAt(at);
  const capitalRanks = RANK_CLASSES.get(capital);
  if (capitalRanks !== undefined) return { ranks: capitalRanks, name: capital };
  const rest = text.slice(at, at + 2).toLowerCase();
  const shape = SHAPES.find((name) => rest.startsWith(name));
  if (shape !== undefined) return { shape, length: shape.length };
  const name = text.charAt(at).toUpperCase();
  const ranks = RANK_CLASSES.get(name);
  return ranks === undefined ? null : { ranks, name };
};
