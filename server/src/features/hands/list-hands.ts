/** A page of the list. Where a filter asks of cards, only so many rows are looked at for one page: it may be short. */
import type { HandLine } from '@ploscope/contracts';
import type { Database } from '../../platform/db/index.ts';
import type { HandQuestion } from './filter-sql.ts';
import { LINE_COLUMNS, type LineRow, lineOf } from './hand-line.ts';
import { type Cursor, formatCursor, type HandOrder } from './hand-order.ts';
import { walkHands } from './walk-hands.ts';

/** Rows looked at for one page. */
const MOST_LOOKED = 5_000;

export interface Listing {
  readonly userId: string;
  readonly question: HandQuestion;
  readonly order: HandOrder;
  readonly after: Cursor | null;
  readonly limit: number;
}

export async function listHands(
  db: Database,
  { userId, question, order, after, limit }: Listing,
): Promise<{ rows: HandLine[]; next: string | null }> {
  const batch = question.holds === null ? limit + 1 : MOST_LOOKED;
  const found: LineRow[] = [];
  let looked = 0;
  for await (const part of walkHands(db, { userId, question, columns: LINE_COLUMNS, order, after, batch })) {
    found.push(...part.rows);
    looked += part.looked;
    if (found.length > limit) break;
    if (looked >= MOST_LOOKED && part.last !== null) {
      return { rows: found.map(lineOf), next: formatCursor(order, part.last) };
    }
  }
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last !== undefined ? formatCursor(order, last) : null;
  return { rows: rows.map(lineOf), next };
}
