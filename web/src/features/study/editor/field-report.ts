/**
 * What to say under a field: its mistake, its advice, its size. Duplicates are found here and now; everything else
 * comes from the last reading, as long as the text it read is still the text shown.
 */
import type { TextError } from '@ploscope/poker';
import { text } from '../../../text/en.ts';
import { RANK_LETTERS } from '../../../ui/playing-card.tsx';
import { SUIT_LETTERS } from '../../../ui/suit.tsx';
import { type Draft, type FieldName, rowOfField, textOf } from '../spot/draft.ts';
import { occupancyOf } from '../spot/occupancy.ts';
import type { Reading } from '../state.ts';
import type { HandReport } from '../work/protocol.ts';

export interface FieldReport {
  readonly error: Omit<TextError, 'code'> | null;
  readonly hints: readonly TextError[];
  /** Of a player's field that reads. */
  readonly hand: HandReport | null;
  readonly empty: boolean;
}

export function fieldReport(draft: Draft, field: FieldName, reading: Reading | null): FieldReport {
  const written = textOf(draft, field);
  const empty = written.trim() === '';
  const duplicate = duplicateIn(draft, field);
  const fresh = reading !== null && reading.draft.game === draft.game && textOf(reading.draft, field) === written;
  if (!fresh || empty) return { error: duplicate, hints: [], hand: null, empty };
  const { report, rows } = reading;
  const row = rowOfField(field);
  const hand = row === null ? null : (report.hands[rows.indexOf(row)] ?? null);
  const own = row === null ? report[field as 'board' | 'board2' | 'dead'] : (hand?.error ?? null);
  const lead = leadingSpace(written);
  const error = duplicate ?? shift(own, lead) ?? shift(problemOf(reading, field), lead) ?? nothingLeft(hand, written);
  return { error, hints: hand?.hints ?? [], hand, empty };
}

/** The spot's mistake, where it is about this field and the fields by themselves are well. */
function problemOf({ report, rows }: Reading, field: FieldName): TextError | null {
  const { problem } = report;
  if (problem === null) return null;
  const row = rowOfField(problem.field);
  const at = row === null ? problem.field : `hands[${rows[row] ?? -1}]`;
  return at === field && rows.length >= 2 ? problem : null;
}

function nothingLeft(hand: HandReport | null, written: string): FieldReport['error'] {
  if (hand === null || hand.combos !== 0) return null;
  return { message: text.spot.noCombos, at: 0, end: written.length, hint: null };
}

function duplicateIn(draft: Draft, field: FieldName): FieldReport['error'] {
  const duplicate = occupancyOf(draft).duplicates.find((one) => one.field === field);
  if (duplicate === undefined) return null;
  const name = cardName(duplicate.card);
  const at = positionOf(textOf(draft, field), duplicate.card);
  const message = text.spot.duplicate(name, whereIs(draft, duplicate.firstField));
  return { message, at, end: at + name.length, hint: null };
}

export function whereIs(draft: Draft, field: FieldName): string {
  const { where } = text.spot;
  const row = rowOfField(field);
  if (row !== null) return where.hand(row);
  if (field === 'dead') return where.dead;
  if (draft.board2 === null) return where.board;
  return field === 'board' ? where.board1 : where.board2;
}

export function cardName(card: number): string {
  return `${RANK_LETTERS[card >> 2]}${SUIT_LETTERS[card & 3]}`;
}

/** Where a card stands in a text of cards; 0 when it is written in a way not looked for. */
function positionOf(written: string, card: number): number {
  const rank = RANK_LETTERS[card >> 2] ?? '';
  const suits = ['c♣♧', 'd♦♢', 'h♥♡', 's♠♤'][card & 3] ?? '';
  const match = new RegExp(`(?:${rank === 'T' ? '10|T' : rank})[${suits}]`, 'i').exec(written);
  return match?.index ?? 0;
}

const leadingSpace = (written: string): number => written.length - written.trimStart().length;

/** The spot holds texts without their outer spaces; the field shows them. */
function shift<E extends { at: number; end: number }>(error: E | null, by: number): E | null {
  return error === null || by === 0 ? error : { ...error, at: error.at + by, end: error.end + by };
}
