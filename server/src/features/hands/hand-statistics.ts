/**
 * Sums over hands: tallies, results, money. One's own are added up out of one column that the database hands over joined,
 * so that a hundred thousand hands are a few values to read; somebody else's out of the packed tallies of all players.
 */
import type { HandStatistics } from '@ploscope/contracts';
import { emptyTally, TALLY_VERSION } from '@ploscope/poker';
import { sql } from 'kysely';
import type { Database } from '../../platform/db/index.ts';
import type { HandQuestion } from './filter-sql.ts';
import { HAND_ORDERS } from './hand-order.ts';
import { addTallyBytes } from './threads/tally-bytes.ts';
import { walkHands } from './walk-hands.ts';

/** Tallies in one value: some megabytes. */
const AT_ONCE = 10_000;

type Sums = Omit<HandStatistics, 'version'>;

export async function ownStatistics(db: Database, userId: string, question: HandQuestion): Promise<HandStatistics> {
  const sums =
    question.holds === null ? await sumInDatabase(db, userId, question) : await sumByRow(db, userId, question);
  return { ...sums, version: TALLY_VERSION };
}

interface Part {
  readonly hands: number;
  readonly net: number;
  readonly adjusted: number;
  readonly tallies: Buffer | null;
  readonly money: readonly { currency: string; decimals: number; hands: number; net: number }[] | null;
}

/** Hands that were only watched have no results of one's own, and are not counted. */
async function sumInDatabase(db: Database, userId: string, { where }: HandQuestion): Promise<Sums> {
  const { rows } = await sql<Part>`
    with asked as materialized (
      select tally, net, net_bb, adjusted_bb, currency, decimals, (row_number() over ()) / ${AT_ONCE}::int as part
      from hands.hands where user_id = ${userId} and player is not null and ${where}
    )
    select count(*) as hands, sum(net_bb) as net, sum(coalesce(adjusted_bb, net_bb)) as adjusted,
      string_agg(tally, ''::bytea) as tallies, null as money
    from asked group by part
    union all
    select 0, 0, 0, null, json_agg(json_build_object('currency', currency, 'decimals', decimals, 'hands', hands, 'net', net))
    from (
      select currency, decimals, count(*) as hands, sum(net) as net from asked group by currency, decimals order by 3 desc
    ) as money`.execute(db.at('hands'));
  const tally = emptyTally();
  for (const { tallies } of rows) if (tallies !== null) addTallyBytes(tally, tallies);
  const sum = (of: (part: Part) => number): number => rows.reduce((all, part) => all + of(part), 0);
  return {
    hands: sum(({ hands }) => hands),
    tally,
    net: sum(({ net }) => net),
    adjusted: sum(({ adjusted }) => adjusted),
    money: rows.flatMap(({ money }) => money ?? []),
  };
}

async function sumByRow(db: Database, userId: string, question: HandQuestion): Promise<Sums> {
  const sums = new RowSums();
  const columns = ['player', 'tally', 'net', 'adjusted_bb', 'currency', 'decimals'] as const;
  for await (const { rows } of walkHands(db, { userId, question, columns, order: HAND_ORDERS.oldest, batch: 5_000 })) {
    for (const row of rows) {
      if (row.player === null) continue;
      if (row.tally !== null) addTallyBytes(sums.tally, row.tally);
      sums.add(row, row.net ?? 0, row.net_bb ?? 0, row.adjusted_bb ?? row.net_bb ?? 0);
    }
  }
  return sums.told();
}

/** Results of hands, one after another. */
export class RowSums {
  readonly tally = emptyTally();
  #hands = 0;
  #net = 0;
  #adjusted = 0;
  readonly #money = new Map<string, { currency: string; decimals: number; hands: number; net: number }>();

  /** `net` in minor units, the others in big blinds. */
  add(
    { currency, decimals }: { currency: string; decimals: number },
    net: number,
    netBb: number,
    adjustedBb: number,
  ): void {
    const key = `${currency} ${decimals}`;
    const money = this.#money.get(key) ?? { currency, decimals, hands: 0, net: 0 };
    money.hands += 1;
    money.net += net;
    this.#money.set(key, money);
    this.#hands += 1;
    this.#net += netBb;
    this.#adjusted += adjustedBb;
  }

  told(): Sums {
    const money = [...this.#money.values()].sort((a, b) => b.hands - a.hands);
    return { hands: this.#hands, tally: this.tally, net: this.#net, adjusted: this.#adjusted, money };
  }
}
