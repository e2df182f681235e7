/** The first lines of an 888poker hand: its number, stakes and game, date, table or tournament, button. */
import { HOLE_CARDS } from '../../../games.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import type { Money, Tournament } from '../../played-hand.ts';
import { cashMoney, tournamentChips } from '../../reading/currency.ts';
import type { DraftHead } from '../../reading/hand-draft.ts';
import { type NamedGame, namedGame } from '../../reading/named-game.ts';
import { readMoment } from '../../reading/site-clock.ts';
import { readChips } from './localised.ts';

export const FIRST_LINE =
  /^\*{4,5} (?:Cassava|Pacific ?Poker|Pacific|888poker|888)[-.a-zA-Z]{0,6} (?:Snap Poker |BLAST )?Hand History for Game (\d{1,20}) \*{4,5}/;
const STAKES = /^(.{1,40}?)\/(.{1,40}?) Blinds (.{1,60}?) - \*\*\*(.{0,60})$/;
const TABLE = /^Table (.{1,100})$/;
const TOURNAMENT = /^Tournament #(\d{1,20}) (.{0,150})$/;
const IN_A_TOURNAMENT = /Tournament #(\d{1,20})/;
const BUTTON = /^Seat (\d{1,2}) is the button/;
const DATE = /(\d\d) (\d\d) (\d{4})[- ]+(\d\d?:\d\d:\d\d)/;
const HERO = /^Dealt to .*\[([^\]]*)\]/;

interface Head {
  readonly head: DraftHead;
  readonly button: number | null;
  /** The first line behind it. */
  readonly end: number;
}

export const readHead = (lines: readonly string[]): Result<Head, HandError> => {
  const at = FIRST_LINE.test(lines[0] ?? '') ? 0 : 1;
  const id = FIRST_LINE.exec(lines[at] ?? '')?.[1];
  const stakes = STAKES.exec(lines[at + 1]?.trim() ?? '');
  if (id === undefined || stakes === null) return unreadable(lines, id === undefined ? at : at + 1);
  const [, small = '', big = '', game = '', date = ''] = stakes;
  const named = namedGame(gameWords(game));
  if (named === null) return fail(handError('unreadable', handMistakes.unknownGame(game), at + 1));
  if (named === 'unplayed') return fail(handError('unsupported-variant', handMistakes.unplayedGame(game), at + 1));
  const place = readPlace(lines[at + 2]?.trim() ?? '', date);
  if (place === null) return unreadable(lines, at + 2);
  const money = place.money ?? cashMoney(`${small}/${big}`);
  const smallBlind = readChips(small, money.decimals);
  const bigBlind = readChips(big, money.decimals);
  if (smallBlind === null || bigBlind === null) return unreadable(lines, at + 1);
  const button = BUTTON.exec(lines[at + 3]?.trim() ?? '');
  return succeed({
    head: {
      site: '888',
      id,
      playedAt: readDate(date),
      table: place.table,
      seats: place.seats,
      tournament: place.tournament,
      money,
      game: gameDealt(named, lines),
      betting: named.betting,
      smallBlind,
      bigBlind,
    },
    button: button === null ? null : Number(button[1]),
    end: at + 3,
  });
};

const unreadable = (lines: readonly string[], at: number): Result<never, HandError> =>
  fail(handError('unreadable', handMistakes.unreadableHeader(lines[at] ?? ''), at));

/** As the others write them. */
const gameWords = (words: string): string => words.replace(/OmahaHL/i, 'Omaha Hi/Lo').replace(/ Jackpot table/i, '');

/** All Omaha is called so; how many cards are dealt says which it is. */
const gameDealt = ({ game }: NamedGame, lines: readonly string[]): NamedGame['game'] => {
  if (game !== 'plo4') return game;
  const dealt = lines.find((line) => line.startsWith('Dealt to '));
  const count = HERO.exec(dealt?.slice(0, 200) ?? '')?.[1]?.split(',').length ?? 0;
  const games: readonly NamedGame['game'][] = ['plo5', 'plo6'];
  return games.find((other) => HOLE_CARDS[other] === count) ?? game;
};

interface Place {
  readonly table: string;
  readonly seats: number | null;
  readonly tournament: Tournament | null;
  /** Null where the stakes say it. */
  readonly money: Money | null;
}

const readPlace = (line: string, behindDate: string): Place | null => {
  const { words, seats, isPlay } = withoutEnd(line);
  const tournament = TOURNAMENT.exec(words);
  if (tournament !== null) {
    const [, id = '', rest = ''] = tournament;
    const at = rest.indexOf(' - Table #');
    const table = at < 0 ? '' : rest.slice(at + ' - Table #'.length);
    const buyIn = at < 0 ? rest : rest.slice(0, at);
    return { table, seats, tournament: { id, buyIn }, money: tournamentChips(false) };
  }
  const table = TABLE.exec(words)?.[1];
  if (table === undefined) return null;
  const id = IN_A_TOURNAMENT.exec(behindDate)?.[1];
  if (id !== undefined) {
    return { table, seats, tournament: { id, buyIn: '' }, money: tournamentChips(false) };
  }
  return { table, seats, tournament: null, money: isPlay ? { currency: 'play', decimals: 2 } : null };
};

const LONGEST = 250;
const MOST_SEATS = / (\d{1,2}) Max$/;

/** `Leeds 10 Max (Real Money)`: the name, how many seats, what is played for. */
const withoutEnd = (line: string): { words: string; seats: number | null; isPlay: boolean } => {
  const open = line.length > LONGEST ? -1 : line.lastIndexOf(' (');
  const money = open < 0 ? '' : line.slice(open);
  const words = open < 0 ? line : line.slice(0, open).trimEnd();
  const seats = MOST_SEATS.exec(words);
  return {
    words: seats === null ? words : words.slice(0, seats.index),
    seats: seats === null ? null : Number(seats[1]),
    isPlay: /Play/.test(money),
  };
};

const readDate = (text: string): string | null => {
  const [, day, month, year, time] = DATE.exec(text) ?? [];
  return year === undefined ? null : readMoment(`${year}-${month}-${day} ${time}`, 'UTC');
};
