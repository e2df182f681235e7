/** Results over time, thinned to what a graph shows. */
import type { HandGraph } from '@ploscope/contracts';
import { WinRate } from '@ploscope/poker';
import type { Database } from '../../platform/db/index.ts';
import type { HandQuestion } from './filter-sql.ts';
import { HAND_ORDERS } from './hand-order.ts';
import { walkHands } from './walk-hands.ts';

export async function handGraph(db: Database, userId: string, question: HandQuestion): Promise<HandGraph> {
  const rate = new WinRate();
  const columns = ['adjusted_bb', 'went_to_showdown'] as const;
  for await (const { rows } of walkHands(db, { userId, question, columns, order: HAND_ORDERS.oldest, batch: 5_000 })) {
    for (const row of rows) {
      if (row.net_bb === null) continue;
      rate.add({ net: row.net_bb, adjusted: row.adjusted_bb, showdown: row.went_to_showdown ?? false });
    }
  }
  const net = rate.net();
  const adjusted = rate.adjusted();
  return {
    hands: rate.hands,
    points: rate.points(),
    bbPer100: net?.bbPer100 ?? null,
    adjustedBbPer100: adjusted?.bbPer100 ?? null,
    standardDeviation: adjusted?.standardDeviation ?? null,
    band: adjusted === null ? null : [...adjusted.band],
  };
}
