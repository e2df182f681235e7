/**
 * Which hands a filter means: a condition on their columns, and for what stands on the player's cards a question to ask of
 * each row. Together they say what poker's own `filterMatcher` says; a test holds the two equal.
 */
import { catalogueError } from '@ploscope/contracts';
import {
  filterMatcher,
  GAMES,
  type HandFacts,
  type HandFilter,
  orderingsOf,
  parseFilterText,
  parseRange,
  type Span,
} from '@ploscope/poker';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { ApiError } from '../../platform/http/index.ts';
import { loadOrderings } from '../study/index.ts';
import { storable } from './storable-text.ts';

export interface HandQuestion {
  readonly where: RawBuilder<SqlBool>;
  /** Null where the columns say it all. */
  readonly holds: ((row: { readonly game: string; readonly cards: string }) => boolean) | null;
}

type Condition = RawBuilder<SqlBool>;

/** Throws `hand-filter`. */
export async function handQuestion(text: string | undefined): Promise<HandQuestion> {
  const filter = parseFilterText(text ?? '');
  if (!filter.ok) {
    const { message, hint, at, end } = filter.error;
    throw new ApiError({ ...catalogueError('hand-filter'), message, hint, field: 'filter', at, end });
  }
  return { where: whereOf(filter.value), holds: await holderOf(filter.value) };
}

async function holderOf({ hand, game = GAMES }: HandFilter): Promise<HandQuestion['holds']> {
  if (hand === undefined) return null;
  const ranges = game.map((one) => parseRange(hand, one));
  const orderings = await loadOrderings(ranges.flatMap((range) => (range.ok ? orderingsOf(range.value) : [])));
  const matches = filterMatcher({ hand }, orderings);
  // A range is asked of the cards and the game alone.
  return ({ game, cards }) => matches({ game, cards } as HandFacts);
}

function whereOf(filter: HandFilter): Condition {
  const conditions = (Object.keys(ASKED) as (keyof typeof ASKED)[]).flatMap((key) => {
    const ask = ASKED[key] as (value: unknown) => Condition;
    return filter[key] === undefined ? [] : [ask(filter[key])];
  });
  return conditions.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

const isAmong =
  (column: string) =>
  (values: readonly string[]): Condition =>
    sql<SqlBool>`${sql.ref(column)} = any(${values}::text[])`;

const shares =
  (column: string) =>
  (values: readonly string[]): Condition =>
    sql<SqlBool>`${sql.ref(column)} && ${values}::text[]`;

const is =
  (column: string) =>
  (value: boolean): Condition =>
    sql<SqlBool>`${sql.ref(column)} = ${value}`;

const isWithin =
  (column: string) =>
  ({ least, most }: Span): Condition => {
    const value = sql.ref(column);
    const bounds = [
      ...(least === null ? [] : [sql<SqlBool>`${value} >= ${least}::double precision`]),
      ...(most === null ? [] : [sql<SqlBool>`${value} <= ${most}::double precision`]),
    ];
    return sql<SqlBool>`(${sql.join(bounds, sql` and `)})`;
  };

const DAY_CHARS = 'YYYY-MM-DD'.length;

/** Days are those of UTC, and wholly in it. A hand of which nobody knows when it was played passes no bound. */
const since = (from: string): Condition => sql<SqlBool>`played_s >= ${Math.max(0, Math.ceil(Date.parse(from) / 1000))}`;
const until = (to: string): Condition => {
  const last = Date.parse(to.length === DAY_CHARS ? `${to}T23:59:59.999Z` : to);
  return sql<SqlBool>`(played_s >= 0 and played_s <= ${Math.floor(last / 1000)})`;
};

const OUTCOME: Readonly<Record<string, Condition>> = {
  won: sql<SqlBool>`net > 0`,
  lost: sql<SqlBool>`net < 0`,
  even: sql<SqlBool>`net = 0`,
};

const either = (conditions: readonly Condition[]): Condition => sql<SqlBool>`(${sql.join(conditions, sql` or `)})`;

const allIn = (words: readonly string[]): Condition =>
  either(words.map((word) => (word === 'no' ? sql`(player is not null and all_in is null)` : sql`all_in = ${word}`)));

/** What each field asks of the columns; `hand` is asked of each row. */
const ASKED: {
  readonly [Key in Exclude<keyof HandFilter, 'hand'>]-?: (value: NonNullable<HandFilter[Key]>) => Condition;
} = {
  from: since,
  to: until,
  site: isAmong('site'),
  game: isAmong('game'),
  stakes: isAmong('stakes'),
  tournament: is('tournament'),
  player: (name) => sql<SqlBool>`names @> ${[storable(name)]}::text[]`,
  players: isWithin('players'),
  position: isAmong('position'),
  pot: isAmong('pot_type'),
  straddled: is('straddled'),
  flopPlayers: isWithin('flop_players'),
  inPosition: is('in_position'),
  street: isAmong('last_street'),
  showdown: is('went_to_showdown'),
  allIn,
  outcome: (words) => either(words.map((word) => OUTCOME[word] ?? sql<SqlBool>`false`)),
  result: isWithin('net_bb'),
  potSize: isWithin('pot_bb'),
  made: shares('made'),
  suits: shares('textures'),
  pairing: shares('textures'),
  connection: shares('textures'),
  high: shares('textures'),
};
