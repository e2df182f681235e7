/**
 * Reads a hand in the Open Hand History format: JSON, one object for each hand. Source: hh-specs.handhistory.org, 1.4.6.
 *
 * What a file of this program says beside the format (`_ploscope`) takes the place of what was read. Not read: bounties,
 * speeds, names of skins, chips that are bought in the middle.
 */
import { jsonOrNull } from '../../../ascii.ts';
import { HOLE_CARDS } from '../../../games.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import type { Betting } from '../../../table/setup.ts';
import { documentMistakes } from '../../../text/en-hand-documents.ts';
import { isPlayedHand } from '../../check-played-hand.ts';
import type { HandError } from '../../hand-error.ts';
import { HAND_VERSION, type Money, type PlayedHand, type Told } from '../../played-hand.ts';
import { orderOfPlay } from '../../reading/seating.ts';
import { uncalledApart } from '../../reading/uncalled-apart.ts';
import { Amounts } from './amounts.ts';
import { JsonFields, type Mistakes } from './json-fields.ts';
import { gameOf, NOT_PLAYED } from './ohh-games.ts';
import { boardsOf, isFromHouse, readRounds } from './read-rounds.ts';

const MOST_PLAYERS = 10;

/** The object in which this program says what the format has no field for. */
export const OWN = '_ploscope';

export const readOhh = (lines: readonly string[]): Result<PlayedHand, HandError> => {
  const text = bare(lines.join('\n'));
  const document = jsonOrNull(text);
  const mistakes: Mistakes = { error: null };
  const ohh = new JsonFields(firstOf(document), mistakes).object('ohh');
  if (ohh.raw('spec_version') === undefined) return fail({ ...documentMistakes.brokenDocument(text), line: 0 });
  const read = readHand(ohh);
  if (mistakes.error !== null) return fail(mistakes.error);
  if (read === null) return fail({ ...documentMistakes.badField('ohh'), line: 0 });
  const own = ohh.raw(OWN);
  if (typeof own !== 'object' || own === null) return succeed(uncalledApart(read));
  const hand = { ...read, ...own };
  return isPlayedHand(hand) ? succeed(hand) : fail({ ...documentMistakes.badField(OWN), line: 0 });
};

/** Without what separates it from its neighbours where a file is one long list. */
const bare = (text: string): string => {
  const trimmed = text.trim();
  const opened = trimmed.startsWith('{') ? trimmed : trimmed.replace(/^[\s[,]+/, '');
  const end = opened.lastIndexOf('}');
  return end < 0 || opened.startsWith('[') ? opened : opened.slice(0, end + 1);
};

const firstOf = (document: unknown): unknown =>
  Array.isArray(document) && document.length === 1 ? document[0] : document;

const readHand = (ohh: JsonFields): PlayedHand | null => {
  const betting = readBetting(ohh);
  const game = gameOf(ohh);
  if (game === null) ohh.refuse(documentMistakes.unsupportedGame(ohh.text('game_type') ?? ''));
  const amounts = new Amounts(ohh);
  const seated = ohh.list('players').filter((player) => !player.truth('is_sitting_out'));
  if (seated.length < 2 || seated.length > MOST_PLAYERS) ohh.refuse(documentMistakes.playerCount(seated.length));
  if (ohh.mistakes.error !== null || game === null || betting === null) return null;

  const ids = seated.map((player, index) => player.whole('id') ?? index);
  const seats = seated.map((player, index) => ({ seat: player.whole('seat') ?? index + 1 }));
  const order = orderOfPlay(seats, ohh.whole('dealer_seat'), smallBlindOf(ohh, ids));
  const byPlay = order.map((index) => ids[index] ?? 0);
  const players = order.map((index) => ({
    name: seated[index]?.text('name') ?? '',
    seat: seats[index]?.seat ?? index + 1,
    stack: amounts.of(seated[index], 'starting_stack') ?? 0,
  }));
  const hero = byPlay.indexOf(ohh.whole('hero_player_id') ?? Number.NaN);
  const rounds = readRounds(ohh, {
    ids: byPlay,
    amounts,
    stacks: players.map(({ stack }) => stack),
    bigBlind: amounts.of(ohh, 'big_blind_amount') ?? 0,
    holeCards: HOLE_CARDS[game],
  });
  return {
    hand: HAND_VERSION,
    site: 'ohh',
    id: ohh.text('game_number') ?? '',
    playedAt: readStart(ohh),
    table: ohh.text('table_name') ?? '',
    seats: ohh.whole('table_size'),
    tournament: readTournament(ohh),
    money: readMoney(ohh, amounts.decimals),
    game,
    betting,
    opening: ohh.texts('flags').includes('Bomb_Pot') ? 'flop' : 'preflop',
    boards: boardsOf(ohh),
    smallBlind: amounts.of(ohh, 'small_blind_amount') ?? 0,
    bigBlind: amounts.of(ohh, 'big_blind_amount') ?? 0,
    ante: amounts.of(ohh, 'ante_amount') ?? 0,
    ...fromHouseOf(ohh, amounts),
    players,
    hero: hero < 0 ? null : hero,
    operations: rounds,
    told: readTold(ohh, amounts, byPlay),
  };
};

const readBetting = (ohh: JsonFields): Betting | null => {
  const limit = ohh.object('bet_limit');
  const type = limit.text('bet_type') ?? '';
  const isCapped = Number(limit.text('bet_cap') ?? 0) > 0;
  if (isCapped) ohh.refuse(documentMistakes.unsupportedGame(NOT_PLAYED.capped));
  else if (type === 'NL') return 'no-limit';
  else if (type === 'PL') return 'pot-limit';
  else if (type === 'FL') ohh.refuse(documentMistakes.unsupportedGame(NOT_PLAYED.fixedLimit));
  else ohh.refuse(documentMistakes.badField('bet_type'));
  return null;
};

/** Chips that are added by nobody at the table. */
const fromHouseOf = (ohh: JsonFields, amounts: Amounts): Pick<PlayedHand, 'fromHouse'> => {
  const gifts = ohh
    .list('rounds')
    .flatMap((round) => round.list('actions'))
    .filter(isFromHouse)
    .map((action) => amounts.of(action, 'amount') ?? 0);
  return gifts.length === 0 ? {} : { fromHouse: gifts.reduce((sum, chips) => sum + chips, 0) };
};

/** Its place in the list of players; null where nobody posts it. */
const smallBlindOf = (ohh: JsonFields, ids: readonly number[]): number | null => {
  for (const round of ohh.list('rounds')) {
    for (const action of round.list('actions')) {
      if (action.raw('action') !== 'Post SB') continue;
      const index = ids.indexOf(action.whole('player_id') ?? Number.NaN);
      return index < 0 ? null : index;
    }
  }
  return null;
};

const START = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)/;

const readStart = (ohh: JsonFields): string | null => {
  const [, date, time] = START.exec(ohh.text('start_date_utc') ?? '') ?? [];
  const at = date === undefined || time === undefined ? '' : `${date}T${time}Z`;
  return Number.isNaN(Date.parse(at)) ? null : at;
};

const readTournament = (ohh: JsonFields): PlayedHand['tournament'] => {
  if (!ohh.truth('tournament')) return null;
  const info = ohh.object('tournament_info');
  const parts = ['buyin_amount', 'bounty_fee_amount', 'fee_amount'].map((key) => info.text(key) ?? '0');
  return { id: info.text('tournament_number') ?? '', buyIn: parts.filter((part) => Number(part) > 0).join('+') };
};

const readMoney = (ohh: JsonFields, decimals: number): Money => {
  const currency = ohh.text('currency') ?? '';
  const isChips = ohh.truth('tournament') || currency === '' || currency.toLowerCase() === 'chips';
  return { currency: isChips ? 'chips' : currency, decimals };
};

const readTold = (ohh: JsonFields, amounts: Amounts, byPlay: readonly number[]): Told => {
  const pots = ohh.list('pots');
  const nothing: Told = { pot: null, rake: null, fees: null, won: null, returned: null, pots: null, stacks: null };
  if (pots.length === 0) return nothing;
  const sumOf = (key: string): number => pots.reduce((sum, pot) => sum + (amounts.of(pot, key) ?? 0), 0);
  const won = byPlay.map(() => 0);
  for (const wins of pots.flatMap((pot) => pot.list('player_wins'))) {
    const player = byPlay.indexOf(wins.whole('player_id') ?? Number.NaN);
    const cashedOut = amounts.of(wins, 'cashout_amount') ?? 0;
    const chips = cashedOut > 0 ? cashedOut : (amounts.of(wins, 'win_amount') ?? 0);
    if (player >= 0) won[player] = (won[player] ?? 0) + chips;
  }
  return { ...nothing, pot: sumOf('amount'), rake: sumOf('rake'), fees: sumOf('jackpot'), won };
};
