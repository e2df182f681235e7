/**
 * Rows of many hands, some thousand at a time and each time by a statement of its own: no transaction stays open while
 * somebody reads slowly, and no more is held than one batch.
 */
import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Database, DB } from '../../platform/db/index.ts';
import type { HandQuestion } from './filter-sql.ts';
import type { Cursor, HandOrder } from './hand-order.ts';

type Columns = keyof DB['hands.hands'];
/** What places a row and what a question asks of it. */
const ALWAYS = [
  'id',
  'game',
  'cards',
  'played_s',
  'net_bb',
  'pot_bb',
  'ev_lost_bb',
] as const satisfies readonly Columns[];
export type Walked<C extends Columns> = Pick<Selectable<DB['hands.hands']>, C | (typeof ALWAYS)[number]>;

export interface Walk<C extends Columns> {
  readonly userId: string;
  readonly question: HandQuestion;
  readonly columns: readonly C[];
  readonly order: HandOrder;
  readonly after?: Cursor | null;
  readonly batch: number;
}

/** Rows whose cards are asked about before anybody else has a turn. */
const MOST_ASKED = 500;

export interface Batch<C extends Columns> {
  /** Those that the question holds of. */
  readonly rows: readonly Walked<C>[];
  /** How many were looked at. */
  readonly looked: number;
  /** The last one looked at; null where there was none. */
  readonly last: Walked<C> | null;
}

/** In order, until there are no more. A hand without the value it is sorted by is not among them. */
export async function* walkHands<C extends Columns>(db: Database, given: Walk<C>): AsyncGenerator<Batch<C>> {
  const { question } = given;
  const batch = question.holds === null ? given.batch : Math.min(given.batch, MOST_ASKED);
  const walk = { ...given, batch };
  for (let after = walk.after ?? null; ; ) {
    const looked = await rowsAfter(db, walk, after);
    const { holds } = question;
    const last = looked.at(-1) ?? null;
    yield { rows: holds === null ? looked : looked.filter(holds), looked: looked.length, last };
    if (last === null || looked.length < batch) return;
    after = { value: last[walk.order.column] ?? 0, id: last.id };
  }
}

async function rowsAfter<C extends Columns>(
  db: Database,
  { userId, question, columns, order: { column, direction }, batch }: Walk<C>,
  after: Cursor | null,
): Promise<Walked<C>[]> {
  let query = db
    .at('hands')
    .selectFrom('hands.hands')
    .select([...new Set<Columns>([...ALWAYS, ...columns])])
    .where('user_id', '=', userId)
    .where(column, 'is not', null)
    .where(question.where);
  if (after !== null) {
    const beyond = sql.raw(direction === 'asc' ? '>' : '<');
    query = query.where(sql<SqlBool>`(${sql.ref(column)}, id) ${beyond} (${after.value}, ${after.id})`);
  }
  const rows = await query.orderBy(column, direction).orderBy('id', direction).limit(batch).execute();
  return rows as unknown as Walked<C>[];
}
