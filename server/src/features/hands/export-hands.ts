/** The hands of a filter as one file, written in a thread and sent part by part, as fast as it is read. */
import type { ExportForm } from '@ploscope/poker';
import { sql } from 'kysely';
import type { Database } from '../../platform/db/index.ts';
import type { HandQuestion } from './filter-sql.ts';
import { HAND_ORDERS } from './hand-order.ts';
import type { HandThreads } from './threads/hand-threads.ts';
import { walkHands } from './walk-hands.ts';

const BATCH = 500;
/** Longest a part may be written, in milliseconds. */
const WRITE_MS = 20_000;

export interface Export {
  readonly userId: string;
  readonly question: HandQuestion;
  readonly format: ExportForm;
  /** Aborted where nobody reads any more. */
  readonly signal: AbortSignal;
}

/** Texts of the file, in the order in which the hands were played. Rejects where one cannot be written: the file is cut. */
export async function* exportHands(
  db: Database,
  threads: HandThreads,
  { userId, question, format, signal }: Export,
): AsyncGenerator<string> {
  let first = 0;
  const walk = { userId, question, columns: [], order: HAND_ORDERS.oldest, batch: BATCH };
  for await (const { rows } of walkHands(db, walk)) {
    if (rows.length === 0) continue;
    const ids = rows.map(({ id }) => id);
    const hands = await db
      .at('hands')
      .selectFrom('hands.contents')
      .select(['hand_id', 'packing', 'document'])
      .where('hand_id', '=', sql<string>`any(${ids}::uuid[])`)
      .orderBy(sql`array_position(${ids}::uuid[], hand_id)`)
      .execute();
    const outcome = await threads.run({ kind: 'write', format, first, hands }, WRITE_MS, signal);
    if (outcome.kind !== 'written') throw new Error(`the export ended: ${outcome.kind}`);
    first += hands.length;
    yield outcome.text;
  }
}
