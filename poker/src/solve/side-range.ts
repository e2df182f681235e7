/** What a player of a solve may hold, as combos: the text of a range, the known cards taken out. */
import type { SolveRange } from '@ploscope/kernel';
import type { Card } from '../cards.ts';
import { GAME_NAMES, type Game, HOLE_CARDS } from '../games.ts';
import type { Orderings } from '../ordering/ordering.ts';
import { rangeCombos } from '../range/combos.ts';
import { orderingsOf } from '../range/orderings-of.ts';
import { parseRange } from '../range/parse.ts';
import type { Range } from '../range/range.ts';
import { fail, type Result, succeed, type TextError, textError } from '../result.ts';
import { formatEntry, parseEntry } from '../spot/entry.ts';
import { say } from '../text/en.ts';

/** A hand is a range of one combo, `*` one of all. Codes: those of `parseRange`. */
export const entryRange = (text: string, game: Game): Result<Range, TextError> => {
  const entry = parseEntry(text, game);
  if (!entry.ok) return entry;
  return entry.value.kind === 'range' ? succeed(entry.value.range) : parseRange(formatEntry(entry.value), game);
};

/** Codes: `ordering-missing`, `empty`, and those of `parseRange`. */
export const sideRange = (
  text: string,
  game: Game,
  known: readonly Card[],
  orderings: Orderings | undefined,
): Result<SolveRange, TextError> => {
  const range = entryRange(text, game);
  if (!range.ok) return range;
  const missing = orderingsOf(range.value).find((name) => orderings?.has(name) !== true);
  if (missing !== undefined) return fail(textError(say.orderingMissing(missing), 0, text.length));
  const view = orderings === undefined ? {} : { orderings };
  const { cards, weights, combos } = rangeCombos(range.value, { ...view, known });
  if (combos > 0) return succeed({ cards, weights });
  const isNever = rangeCombos(range.value, view).combos === 0;
  return fail(textError(isNever ? say.noHandFits(GAME_NAMES[game]) : say.emptyPlayer(), 0, text.length));
};

/** Pairs of combos looked at before the question is left to the kernel. */
const MAX_PAIRS = 20_000_000;

/** Is there no way to deal both a combo? False where that would take too long to say. */
export const excludeEachOther = (one: SolveRange, other: SolveRange, game: Game): boolean => {
  const size = HOLE_CARDS[game];
  const [outer, inner] = one.cards.length < other.cards.length ? [one.cards, other.cards] : [other.cards, one.cards];
  let pairs = 0;
  for (let a = 0; a < outer.length; a += size) {
    const held = new Uint8Array(52);
    for (let i = a; i < a + size; i++) held[outer[i] ?? 0] = 1;
    for (let b = 0; b < inner.length; b += size) {
      let shared = 0;
      for (let i = b; i < b + size; i++) shared += held[inner[i] ?? 0] ?? 0;
      if (shared === 0) return false;
    }
    pairs += inner.length / size;
    if (pairs > MAX_PAIRS) return false;
  }
  return true;
};
