/**
 * A played hand as the rows it is stored in: what lists, filters and statistics ask about, and beside it the hand itself.
 * Names are those of the columns, because the rows travel as JSON into `json_populate_recordset`.
 */
import { createHash } from 'node:crypto';
import {
  FACTS_VERSION,
  factsOf,
  formatCanonicalHand,
  type HandCourse,
  type HandFacts,
  type PlayedHand,
  TALLY_VERSION,
  talliesOf,
} from '@ploscope/poker';
import { uuidv7 } from 'uuidv7';
import { storable } from '../storable-text.ts';
import { PACKING, pack } from './packing.ts';
import { tallyBytes } from './tally-bytes.ts';

export const HAND_COLUMNS = [
  'id',
  'digest',
  'site',
  'number',
  'played_s',
  'held_bytes',
  'facts_version',
  'table_name',
  'tournament',
  'game',
  'currency',
  'decimals',
  'stakes',
  'small_blind',
  'big_blind',
  'players',
  'pot_type',
  'straddled',
  'flop_players',
  'street',
  'showdown',
  'pot',
  'pot_bb',
  'rake',
  'boards',
  'textures',
  'names',
  'player',
  'position',
  'stack',
  'cards',
  'saw_flop',
  'in_position',
  'last_street',
  'folded_on',
  'went_to_showdown',
  'all_in',
  'won',
  'net',
  'net_bb',
  'adjusted',
  'adjusted_bb',
  'rake_share',
  'line',
  'made',
  'tally_version',
  'tally',
] as const;
export const CONTENT_COLUMNS = ['hand_id', 'packing', 'source', 'document', 'nets', 'adjusted', 'tallies'] as const;

type Row<Column extends string> = { readonly [C in Column]: unknown };

export interface HandRows {
  readonly hand: Row<(typeof HAND_COLUMNS)[number]>;
  readonly content: Row<(typeof CONTENT_COLUMNS)[number]>;
}

/** Before all others: a hand of which nobody says when it was played. */
const NO_TIME_S = -1;
/** The end of the year 9999, the last that an ISO date has four digits for. */
const LAST_MS = 253_402_300_800_000;

/** `adjusted`: expected results of all players; null where there is nothing to adjust. */
export function rowsOf(course: HandCourse, source: string, adjusted: readonly number[] | null): HandRows {
  const { hand, settlement } = course.replay;
  // Where nobody's cards are shown as theirs, the facts of the hand itself are still those of any player.
  const facts = factsOf(course, hand.hero ?? 0);
  const tallies = talliesOf(course);
  const id = uuidv7();
  const text = pack(source);
  const document = pack(JSON.stringify(hand));
  const allTallies = tallyBytes(tallies);
  const ownTally = hand.hero === null ? undefined : tallies[hand.hero];
  return {
    hand: {
      ...factColumns(facts),
      ...(hand.hero === null ? NOBODY : playerColumns(facts, adjusted?.[hand.hero] ?? null)),
      id,
      digest: bytea(createHash('sha256').update(formatCanonicalHand(hand)).digest()),
      number: storable(hand.id),
      played_s: secondsOf(hand),
      held_bytes: text.length + document.length + allTallies.length,
      names: hand.players.map(({ name }) => storable(name)),
      tally_version: TALLY_VERSION,
      tally: ownTally === undefined ? null : bytea(tallyBytes([ownTally])),
    },
    content: {
      hand_id: id,
      packing: PACKING,
      source: bytea(text),
      document: bytea(document),
      nets: settlement.net,
      adjusted,
      tallies: bytea(allTallies),
    },
  };
}

function secondsOf({ playedAt }: PlayedHand): number {
  const ms = playedAt === null ? Number.NaN : Date.parse(playedAt);
  return ms >= 0 && ms < LAST_MS ? Math.floor(ms / 1000) : NO_TIME_S;
}

/** Of the hand, whoever plays it. */
function factColumns(facts: HandFacts) {
  return {
    site: facts.site,
    facts_version: FACTS_VERSION,
    table_name: storable(facts.table),
    tournament: facts.tournament,
    game: facts.game,
    currency: storable(facts.currency),
    decimals: facts.decimals,
    stakes: storable(facts.stakes),
    small_blind: facts.smallBlind,
    big_blind: facts.bigBlind,
    players: facts.players,
    pot_type: facts.potType,
    straddled: facts.straddled,
    flop_players: facts.flopPlayers,
    street: facts.street,
    showdown: facts.showdown,
    pot: facts.pot,
    pot_bb: facts.bigBlind > 0 ? facts.pot / facts.bigBlind : 0,
    rake: facts.rake,
    boards: facts.boards,
    textures: [...new Set(facts.textures.flatMap((texture) => Object.values(texture)))],
  };
}

function playerColumns(facts: HandFacts, adjusted: number | null) {
  return {
    player: facts.player,
    position: facts.position,
    stack: facts.stack,
    cards: facts.cards,
    saw_flop: facts.sawFlop,
    in_position: facts.inPosition,
    last_street: facts.lastStreet,
    folded_on: facts.foldedOn,
    went_to_showdown: facts.wentToShowdown,
    all_in: facts.allIn,
    won: facts.won,
    net: facts.net,
    net_bb: facts.netBb,
    adjusted,
    adjusted_bb: adjusted === null || facts.bigBlind <= 0 ? null : adjusted / facts.bigBlind,
    rake_share: facts.rakeShare,
    line: facts.line,
    made: facts.madeAtEnd,
  };
}

const NOBODY = {
  player: null,
  position: null,
  stack: null,
  cards: '',
  saw_flop: null,
  in_position: null,
  last_street: null,
  folded_on: null,
  went_to_showdown: null,
  all_in: null,
  won: null,
  net: null,
  net_bb: null,
  adjusted: null,
  adjusted_bb: null,
  rake_share: null,
  line: '',
  made: [],
};

/** As Postgres reads bytes in a text. */
function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
