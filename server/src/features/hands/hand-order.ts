/** In which order hands are listed, and the cursor: where a page ended, as the value it is sorted by and the row's id. */
import type { HandSort } from '@ploscope/contracts';
import { wireError } from '../../platform/http/index.ts';
import type { LineRow } from './hand-line.ts';

export interface HandOrder {
  readonly column: 'played_s' | 'net_bb' | 'pot_bb' | 'ev_lost_bb';
  readonly direction: 'asc' | 'desc';
}

/** A hand without the value it is sorted by is not listed: nothing was won in a hand that was only watched. */
export const HAND_ORDERS: Readonly<Record<HandSort, HandOrder>> = {
  newest: { column: 'played_s', direction: 'desc' },
  oldest: { column: 'played_s', direction: 'asc' },
  won: { column: 'net_bb', direction: 'desc' },
  lost: { column: 'net_bb', direction: 'asc' },
  pot: { column: 'pot_bb', direction: 'desc' },
  'ev-lost': { column: 'ev_lost_bb', direction: 'desc' },
};

export interface Cursor {
  readonly value: number;
  readonly id: string;
}

export function formatCursor({ column }: HandOrder, row: Pick<LineRow, 'id' | HandOrder['column']>): string {
  return Buffer.from(`${row[column] ?? 0} ${row.id}`).toString('base64url');
}

/** Throws `request`, also for a cursor of another order. */
export function parseCursor(text: string, { column }: HandOrder): Cursor {
  const read = Buffer.from(text, 'base64url').toString();
  const [, number = '', id = ''] = /^(-?\d[\d.e+-]*) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(read) ?? [];
  const value = number === '' ? Number.NaN : Number(number);
  // Seconds are whole in the database, and would be refused by it.
  const fits = column === 'played_s' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!fits) throw wireError('request');
  return { value, id };
}
