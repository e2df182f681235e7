/**
 * The spot to be solved while it is being written: what stands in each field, right or wrong. Fields are named as
 * poker's errors name them, so that a mistake finds its field by its name. `toDocument` makes the `spot/1` document
 * that poker judges; numbers that do not read stay texts there, and poker says what is wrong with them.
 */
import type { Game } from '@ploscope/kernel';
import { parseCards, type SpotLock, STREETS, type Street } from '@ploscope/poker';

export type SideName = 'oop' | 'ip';
export type SizesName = 'bets' | 'raises' | 'donks';
export type SizesField = `${SideName}.${SizesName}.${Street}`;
export type CardsField = 'board' | 'board2' | 'dead';
export type NumberField =
  | 'pot'
  | 'stack'
  | 'rake.rate'
  | 'rake.cap'
  | 'addAllIn'
  | 'forceAllIn'
  | 'merge'
  | 'maxRaises'
  | 'minBet';
export type RangeField = `${SideName}.range`;
export type SolveField = CardsField | NumberField | RangeField | SizesField;

export interface SolveDraft {
  readonly game: Game;
  readonly twoBoards: boolean;
  /** A field that is not there is empty. */
  readonly texts: Readonly<Partial<Record<SolveField, string>>>;
  /** Locks come with a document and are kept as they are. */
  readonly locks: readonly SpotLock[];
}

/** In OOP's donk field: no bet into the player who bet last. An empty field means that bets apply. */
export const NO_DONK = 'none';

export function textOf(draft: SolveDraft, field: SolveField): string {
  return draft.texts[field] ?? '';
}

/** The streets still to be played from the board as it stands; all that are solved while it does not read. */
export function streetsOf(draft: SolveDraft): readonly Street[] {
  const cards = parseCards(textOf(draft, 'board'));
  const count = cards.ok ? cards.value.length : 0;
  if (count >= 5) return ['river'];
  return count === 4 || (count < 3 && draft.twoBoards) ? ['turn', 'river'] : STREETS;
}

/** The document as it stands, for `parseSolveSpot`. Streets that are over have no sizes in it. */
export function toDocument(draft: SolveDraft): Readonly<Record<string, unknown>> {
  const text = (field: SolveField): string => textOf(draft, field).trim();
  const streets = streetsOf(draft);
  const side = (name: SideName): Record<string, unknown> => ({
    range: text(`${name}.range`),
    bets: sizesOf(draft, `${name}.bets`, streets),
    raises: sizesOf(draft, `${name}.raises`, streets),
    ...(name === 'oop' ? { donks: sizesOf(draft, 'oop.donks', streets) } : {}),
  });
  return {
    ploscope: 'spot/1',
    game: draft.game,
    board: text('board'),
    board2: draft.twoBoards ? text('board2') : null,
    dead: text('dead'),
    pot: numberOf(text('pot')),
    stack: numberOf(text('stack')),
    rake: { rate: rateOf(text('rake.rate')) ?? 0, cap: numberOf(text('rake.cap')) },
    oop: side('oop'),
    ip: side('ip'),
    addAllIn: numberOf(text('addAllIn')) ?? 0,
    forceAllIn: numberOf(text('forceAllIn')) ?? 0,
    merge: numberOf(text('merge')) ?? 0,
    maxRaises: numberOf(text('maxRaises')),
    minBet: numberOf(text('minBet')) ?? 1,
    locks: draft.locks,
  };
}

/** The sizes of one field: what stands between its commas. */
export function sizesIn(written: string): readonly string[] {
  const text = written.trim();
  return text === '' || text.toLowerCase() === NO_DONK ? [] : text.split(',').map((size) => size.trim());
}

function sizesOf(
  draft: SolveDraft,
  prefix: `${SideName}.${SizesName}`,
  streets: readonly Street[],
): Partial<Record<Street, readonly string[]>> {
  const by: Partial<Record<Street, readonly string[]>> = {};
  for (const street of streets) {
    const written = textOf(draft, `${prefix}.${street}`).trim();
    if (written !== '') by[street] = sizesIn(written);
  }
  return by;
}

/** Null for nothing; the text itself where it is no number, so that poker says so. */
function numberOf(text: string): number | string | null {
  if (text === '') return null;
  const number = Number(text.replace(/(?<=\d)[\s_](?=\d)/g, ''));
  return Number.isFinite(number) ? number : text;
}

/** `5%` and `0.05` are the same rate. */
function rateOf(text: string): number | string | null {
  const percent = /^(.*)%$/.exec(text);
  if (percent === null) return numberOf(text);
  const number = numberOf((percent[1] ?? '').trim());
  return typeof number === 'number' ? Math.round(number * 1e10) / 1e12 : text;
}

/** Stack to pot, or null while either does not read. */
export function stackToPot(draft: SolveDraft): number | null {
  const pot = numberOf(textOf(draft, 'pot').trim());
  const stack = numberOf(textOf(draft, 'stack').trim());
  return typeof pot === 'number' && typeof stack === 'number' && pot > 0 && stack > 0 ? stack / pot : null;
}
