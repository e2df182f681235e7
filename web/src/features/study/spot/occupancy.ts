/**
 * Where every card of the draft already lies, so that the grid can grey it out and a duplicate can be named. Only
 * fields that read as plain cards claim any: a range holds no card for certain.
 */
import { parseCards } from '@ploscope/poker';
import { type Draft, type FieldName, fieldsOf, textOf } from './draft.ts';

export interface Duplicate {
  readonly card: number;
  /** The later of the two. */
  readonly field: FieldName;
  readonly firstField: FieldName;
}

export interface Occupancy {
  readonly at: ReadonlyMap<number, FieldName>;
  readonly duplicates: readonly Duplicate[];
}

/** Cards a field holds for certain; null where it does not read as cards. */
export function cardsIn(text: string): readonly number[] | null {
  if (text.trim() === '') return [];
  const read = parseCards(text);
  return read.ok ? read.value : null;
}

/** Fields are read from the top of the screen down; the later of two holders is the one to mend. */
export function occupancyOf(draft: Draft): Occupancy {
  const at = new Map<number, FieldName>();
  const duplicates: Duplicate[] = [];
  for (const field of fieldsOf(draft)) {
    for (const card of new Set(cardsIn(textOf(draft, field)) ?? [])) {
      const firstField = at.get(card);
      if (firstField === undefined) at.set(card, field);
      else duplicates.push({ card, field, firstField });
    }
  }
  return { at, duplicates };
}
