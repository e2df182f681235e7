/** Statistics of somebody at the table, of the hands that were played with them. */
import type { HandStatistics } from '@ploscope/contracts';
import { TALLY_VERSION } from '@ploscope/poker';
import { type SqlBool, sql } from 'kysely';
import type { Database } from '../../platform/db/index.ts';
import type { HandQuestion } from './filter-sql.ts';
import { HAND_ORDERS } from './hand-order.ts';
import { RowSums } from './hand-statistics.ts';
import { storable } from './storable-text.ts';
import { addTallyOf } from './threads/tally-bytes.ts';
import { walkHands } from './walk-hands.ts';

const BATCH = 1_000;

export async function statisticsOfPlayer(
  db: Database,
  { userId, question, player }: { readonly userId: string; readonly question: HandQuestion; readonly player: string },
): Promise<HandStatistics> {
  const sums = new RowSums();
  // As names were stored.
  const name = storable(player);
  const where = sql<SqlBool>`names @> ${[name]}::text[] and ${question.where}`;
  const columns = ['names', 'currency', 'decimals', 'big_blind'] as const;
  const walk = { userId, question: { ...question, where }, columns, order: HAND_ORDERS.oldest, batch: BATCH };
  for await (const { rows } of walkHands(db, walk)) {
    const ids = rows.map(({ id }) => id);
    const contents = await db
      .at('hands')
      .selectFrom('hands.contents')
      .select(['hand_id', 'nets', 'adjusted', 'tallies'])
      .where('hand_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute();
    const byId = new Map(contents.map((content) => [content.hand_id, content]));
    for (const row of rows) {
      const content = byId.get(row.id);
      const place = row.names.indexOf(name);
      if (content === undefined || place < 0) continue;
      addTallyOf(sums.tally, content.tallies, place);
      const net = Number(content.nets[place] ?? 0);
      const inBlinds = (chips: number): number => (row.big_blind > 0 ? chips / row.big_blind : 0);
      sums.add(row, net, inBlinds(net), inBlinds(content.adjusted?.[place] ?? net));
    }
  }
  return { ...sums.told(), version: TALLY_VERSION };
}
