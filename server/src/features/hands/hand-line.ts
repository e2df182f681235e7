/** A stored hand as a line of the list. */
import type { HandLine, ReviewState } from '@ploscope/contracts';
import type { Selectable } from 'kysely';
import type { DB } from '../../platform/db/index.ts';

export const LINE_COLUMNS = [
  'id',
  'site',
  'number',
  'played_s',
  'game',
  'stakes',
  'currency',
  'decimals',
  'big_blind',
  'players',
  'tournament',
  'position',
  'cards',
  'boards',
  'pot_type',
  'pot',
  'pot_bb',
  'line',
  'made',
  'showdown',
  'went_to_showdown',
  'net',
  'net_bb',
  'adjusted',
  'review',
  'ev_lost',
  'ev_lost_bb',
] as const satisfies readonly (keyof DB['hands.hands'])[];

export type LineRow = Pick<Selectable<DB['hands.hands']>, (typeof LINE_COLUMNS)[number]>;

export function lineOf(row: LineRow): HandLine {
  return {
    id: row.id,
    site: row.site,
    number: row.number,
    playedAt: row.played_s < 0 ? null : new Date(row.played_s * 1000).toISOString(),
    game: row.game,
    stakes: row.stakes,
    currency: row.currency,
    decimals: row.decimals,
    bigBlind: row.big_blind,
    players: row.players,
    tournament: row.tournament,
    position: row.position,
    cards: row.cards,
    board: row.boards[0] ?? '',
    board2: row.boards[1] ?? null,
    potType: row.pot_type,
    pot: row.pot,
    line: row.line,
    madeHand: row.made[0] ?? null,
    isShowdown: row.went_to_showdown ?? row.showdown,
    net: row.net,
    // Where no all-in was, what came is what was to be expected.
    adjusted: row.adjusted ?? row.net,
    review: row.review as ReviewState,
    evLost: row.ev_lost,
  };
}
